print({1: 2}.values() & {2})

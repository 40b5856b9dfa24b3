print({}.fromkeys("ab"), {1: 2}.fromkeys([3], 0), dict.fromkeys(range(3), []))

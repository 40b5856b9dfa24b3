print({1, {}})

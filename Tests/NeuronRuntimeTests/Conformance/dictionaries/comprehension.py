print({k: v for k, v in zip("abc", range(3))}, {x: x * x for x in range(5) if x % 2}, {v: k for k, v in {"a": 1}.items()}, {i % 3: i for i in range(7)})

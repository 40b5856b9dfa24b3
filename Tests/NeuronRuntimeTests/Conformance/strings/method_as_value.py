f = "abc".upper
print(f(), list(map(str.upper, ["a", "b"])), sorted(["b", "A", "c"], key=str.lower), str.join("-", ["a", "b"]))

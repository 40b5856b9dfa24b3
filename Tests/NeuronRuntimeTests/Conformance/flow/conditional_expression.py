x = 5
print("a" if x > 3 else "b", "a" if x > 9 else "b" if x > 4 else "c", [1 if i % 2 else 0 for i in range(4)], (lambda v: "neg" if v < 0 else "pos")(-1))
x = x if x > 10 else -x
print(x)

def f(x):
    print("f", x)
    return x
m = map(f, [1, 2, 3])
print("made")
print(next(m))
z = zip(map(f, [4, 5]), "ab")
print(next(z))
for i, v in enumerate(m):
    print(i, v)
    break

x = "outer"
print([x for x in range(3)], x)
y = [i for i in range(3)]
print([[i * j for j in range(2)] for i in range(2)], [(i, j) for i in range(3) for j in range(i)], [i for i in range(10) if i % 2 if i % 3], [x for x in [[1, 2], [3]] for x in x])
def f():
    k = 5
    return [k + i for i in range(3)], [[k * a for a in range(b)] for b in range(3)]
print(f(), {k: [j for j in range(k)] for k in range(3)})

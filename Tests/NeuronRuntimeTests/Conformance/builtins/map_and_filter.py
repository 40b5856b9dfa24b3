print(list(map(abs, [-1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])), list(map(str, range(3))), sum(map(int, "123")), list(map(max, [1, 5], [3, 2])))
m = map(str, [1, 2])
print(next(m), list(m), list(m))

print(sorted([3, 1, 2]), sorted("banana"), sorted([3, 1, 2], reverse=True), sorted(["b", "A"], key=str.lower), sorted({"b": 1, "a": 2}), sorted([(2, "a"), (1, "b"), (1, "a")]), sorted([1.5, 1, True, 0]), sorted(range(5), key=lambda x: -x), sorted([]))
a = [5, 2, 9]
print(a.sort(), a, a.sort(reverse=True), a, a.sort(key=lambda x: x % 5), a)

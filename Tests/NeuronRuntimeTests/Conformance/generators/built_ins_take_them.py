def g(*values):
    for value in values:
        yield value


print(list(g(1, 2)), tuple(g(1, 2)), sorted(g(3, 1, 2)), sorted(g(3, 1, 2), reverse=True))
print(sum(g(1, 2.5, True)), sum(g([1], [2]), []), sum(g()))
print(min(g(3, 1, 2)), max(g(3, 1, 2)), min(g(), default="none"), max(g("aa", "b"), key=len))
print(any(g(0, "", None)), any(g(0, [1])), all(g(1, "x")), all(g(1, "")), any(g()), all(g()))
print(list(zip(g(1, 2, 3), g("a", "b"))), list(enumerate(g("x", "y"), 5)))
print(list(map(lambda a, b: a * b, g(1, 2), g(3, 4))), list(filter(None, g(0, 1, "", 2))))
print("".join(g("a", "b")), dict(g(("a", 1), ["b", 2])), dict.fromkeys(g("p", "q"), 0))
a, *b, c = g(1, 2, 3, 4)
print(a, b, c)
x = [0]
x.extend(g(1, 2))
x += g(3)
x[1:2] = g("s", "t")
print(x, [*g(5, 6)], (*g(7),), {**dict(g(("k", 8)))})
print(2 in g(1, 2, 3), 9 in g(1, 2, 3), 2 not in g(1, 2))
print(list(iter(g(1, 2))), iter(g) is iter if False else "own iterator")
i = g(1)
print(iter(i) is i)

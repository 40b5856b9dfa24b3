print([x for x in range(5)], [x for x in range(10) if x % 2 if x > 3], [(x, y) for x in range(3) for y in range(x)], [x if x > 1 else -x for x in range(4)])
print({k: v for k, v in [("a", 1), ("b", 2)]}, {v: k for k, v in {"x": 1}.items()}, {i: i * i for i in range(4) if i}, {x: y for x in "ab" for y in range(2)}, {**{a: 1 for a in "pq"}})
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [x for row in matrix for x in row if x % 2], [sum(r) for r in matrix], [[x * y for y in row] for x, row in enumerate(matrix)])
x = "outer"
print([x for x in range(3)], x)
print([i for i in [i for i in range(3)]], [[i for i in range(j)] for j in range(3)])
fs = [lambda: i for i in range(3)]
gs = [lambda i=i: i for i in range(3)]
print([f() for f in fs], [g() for g in gs])
def scoped():
    y = 10
    return [y + z for z in range(3) if y > z], {y: z for z in [1]}, [[y for _ in range(2)] for y in range(2)], y
print(scoped())
class C:
    items = [1, 2, 3]
    doubled = [i * 2 for i in items]
    n = 3
    try:
        bad = [n for _ in range(2)]
    except NameError as e:
        print(e)
print(C.doubled)
print([y := 5, y ** 2], [z for w in range(3) if (z := w * 2)], [last := n for n in range(4)], last)
log = []
def note(v):
    log.append(v)
    return v
{note("k" + str(i)): note("v" + str(i)) for i in range(2)}
print(log)
try:
    [1 / v for v in [1, 0]]
except ZeroDivisionError as e:
    print(e)
try:
    [undefined_name for _ in range(1)]
except NameError as e:
    print(e)
print([undefined_name for _ in range(0)], [c for c in "abc" if c in "bc"], [a + b for a, b in zip("ab", "cd")], [a for a, *b in [(1, 2, 3)]], [b for a, *b in [(1, 2, 3)]], [n for n in (1, 2) for n in (n, n * 10)])
print([[(i, j) for j in "xy"] for i in range(2)], [not b for b in (True, False)], [(yield_,) for yield_ in range(1)], [f"{n:02}" for n in range(3)], [*(q for q in "ab"), *[1]], [len([c for c in w if c in "aeiou"]) for w in ["hello", "sky"]])
def shadow(list):
    return [list for list in list]
print(shadow([1, 2]))
t = 1
def generator_in_default(a=[t for t in range(3)]):
    return a
t = 2
print(generator_in_default(), [e for e in enumerate("a")], {len(s) for s in ["a", "bb"]}, [s.strip() for s in " a , b ".split(",")], [d["k"] for d in [{"k": 1}]], [0 for _ in [1, 2]], [k for k in {"a": 1}], [tuple(sorted(p)) for p in [(2, 1)]])

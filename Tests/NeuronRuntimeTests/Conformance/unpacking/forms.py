a, b = 1, 2
a, b = b, a
(c, d), e = (3, 4), 5
[f, g] = "hi"
*h, i = range(4)
j, *k, l = [1, 2]
(m, *n), *o = [(1, 2, 3), 4, 5]
p, (q, (r, *s)), t = 1, (2, (3, 4, 5)), 6
print(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t)
u = v = w = [1]
u.append(2)
print(u, v, w, u is w)
x, y = x2, y2 = 7, 8
print(x, y, x2, y2)
*z, = "abc"
(aa,) = [5]
bb, = {6}
print(z, aa, bb)
d = {}
d["k"], d["l"], *d["rest"] = 1, 2, 3, 4
print(d)
class O: pass
o = O()
o.a, (o.b, o.c) = 1, (2, 3)
lst = [0, 0, 0]
lst[0], lst[1:], = 1, [2, 3, 4]
print(o.a, o.b, o.c, lst)
i = 0
i, lst[i] = 2, 99
print(i, lst)
for (a, b), c in [((1, 2), 3), ((4, 5), 6)]:
    print(a, b, c, end=" ")
for a, *b in ["xyz", [1]]:
    print(a, b, end=" ")
print()
def attempt(f):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(e)
def unpack2(v):
    a, b = v
    return a, b
def unpack_star(v):
    a, b, *c = v
    return a, b, c
def nested(v):
    a, (b, c) = v
    return a, b, c
for v in [[1], [1, 2, 3], [], "ab", "a", "abc", {1: 2, 3: 4}, {1}, 5, None, range(2), range(5), (x for x in range(2)), (x for x in range(3)), 1.5, [[1, 2], [3, 4]]]:
    attempt(lambda: unpack2(v))
for v in [[1], [1, 2], "abcd", (), 5, (x for x in range(4))]:
    attempt(lambda: unpack_star(v))
for v in [[1, [2, 3]], [1, 2], [1, [2]], [1, "bc"]]:
    attempt(lambda: nested(v))
print([*"ab", *[1], *()], (*range(2), 9), {*[1, 2], 2}, {**{"a": 1}, "b": 2, **{"a": 3}}, *[[1], [2]])
def show(*args, **kwargs):
    return args, kwargs
print(show(*[1, 2], 3, *"ab", k=1, **{"m": 2}, **{}), show(*(), **{}), show(*{"x": 1}), show(**dict(a=1)), show(*range(3), *[9]), show(*map(str, [1])))
def returns():
    return 1, 2, *[3, 4]
print(returns(), *returns())
t = 1, 2
t += 3,
print(t, (1), (1,), ())
(head, *tail), other = [[1, 2, 3], "x"]
print(head, tail, other)
a = [1, 2, 3]
a[0], a[1], a[2] = a[2], a[0], a[1]
print(a)
first, _, third = "a-b-c".split("-")
print(first, third)
k, v = max({"x": 3, "y": 9}.items(), key=lambda kv: kv[1])
print(k, v)
(a, b), [c, d] = {1: 2, 3: 4}.items()
print(a, b, c, d)

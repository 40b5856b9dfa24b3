s = {3, 1, 2, 3}
print(s, len(s), 2 in s, 5 not in s, set(), type(s), bool(set()), bool({0}), {1, 1.0, True}, {"a"}, {None}, {(1, 2)}, set([3, 3, 4]), set(range(5)), set({1: 2}))
s.add(10)
s.add(1)
s.discard(2)
s.discard(99)
s.remove(3)
print(s, sorted(s))
for f in [lambda: s.remove(99), lambda: s.add([1]), lambda: {[1]}, lambda: {{}}, lambda: {1, {2}}, lambda: set([[1]]), lambda: [1] in s, lambda: s[0], lambda: s + s, lambda: s < [1], lambda: s | [1], lambda: s - (1,), lambda: set(5), lambda: set(1, 2), lambda: set().pop(), lambda: hash(s), lambda: s.append(1), lambda: s & {1: 2}]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
a = {1, 2, 3}
b = a
c = a.copy()
b.add(4)
print(a, c, a is b, a == c, {1, 2} == {2, 1}, {1} == [1], {1} != {2}, set("aa") == {"a"})
a.clear()
print(a, b)
print(sorted(set("hello world")), sorted({"b", "a", "c"}), sum({1, 2, 3}), max({5, 9}), min({5, 9}), list({7}), tuple({8}), [x for x in {1}], any({0, 1}), all({0, 1}))
single = {42}
print(single.pop(), single)
x, = {9}
print(x, *{6}, {*[1, 2], *(3,)}, {*"a"}, len({*range(10), *range(5)}))
print({2 in {1, 2}}, {1} if {1} else {2}, set() or "empty", {0} and "full", not set())
t = set()
t.update([1, 2], (3,), {4: 5}, range(6, 8))
print(t)
t |= {9}
t &= {1, 2, 9, 10}
t -= {2}
t ^= {1, 50}
print(t)
d = {1: "a", 2: "b"}
print(d.keys() & {1, 5}, d.keys() | {7}, d.keys() - {1}, d.keys() ^ {1, 9}, {1} | d.keys(), d.keys() == {1, 2}, d.keys() < {1, 2, 3}, d.items() & {(1, "a")}, d.keys().isdisjoint({4}))

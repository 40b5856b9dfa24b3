class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children
    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child
    def depths(self, depth=0):
        yield depth, self.value
        for child in self.children:
            yield from child.depths(depth + 1)
    @property
    def leaves(self):
        return (node for node in self.nodes() if not node.children)
    def nodes(self):
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))
    @staticmethod
    def numbers():
        yield 1
        yield 2
    @classmethod
    def names(cls):
        yield cls.__name__
t = Tree("a", Tree("b", Tree("c")), Tree("d"))
print(list(t), list(t.depths()), [n.value for n in t.leaves], list(Tree.numbers()), list(Tree.names()), "c" in t, sorted(t, reverse=True), max(t))
def make():
    total = 0
    def add(xs):
        nonlocal total
        for x in xs:
            total += x
            yield total
    return add
add = make()
print(list(add([1, 2, 3])), list(add([10])))
def pipeline(*stages):
    def run(source):
        for stage in stages:
            source = stage(source)
        return source
    return run
def doubled(xs):
    for x in xs:
        print("double", x)
        yield x * 2
def odd(xs):
    for x in xs:
        print("test", x)
        if x % 3:
            yield x
run = pipeline(odd, doubled)
for y in run(range(4)):
    print("out", y)
def take(n, xs):
    for i, x in enumerate(xs):
        if i >= n:
            return
        yield x
def naturals():
    n = 0
    while True:
        yield n
        n += 1
def primes():
    found = []
    for n in naturals():
        if n > 1 and all(n % p for p in found):
            found.append(n)
            yield n
print(list(take(10, primes())), list(take(3, "ab")))
gens = [naturals() for _ in range(3)]
for i, g in enumerate(gens):
    for _ in range(i):
        next(g)
print([next(g) for g in gens])
def permutations(items):
    if len(items) <= 1:
        yield items
    else:
        for i in range(len(items)):
            for rest in permutations(items[:i] + items[i + 1:]):
                yield [items[i]] + rest
print(list(permutations([1, 2, 3])))
def hanoi(n, a, b, c):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)
print(" ".join(hanoi(3, "A", "B", "C")))
def with_defaults(start=0, *, step=1, **rest):
    while True:
        sent = yield start, sorted(rest)
        start += sent if sent is not None else step
g = with_defaults(5, step=2, z=1, a=2)
print(next(g), next(g), g.send(10), next(g))

# Moving neither replaces the key nor hashes the others.
from collections import OrderedDict

log = []


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        log.append(self.name)
        for i in range(1000):
            [i]
        return 1

    def __eq__(self, other):
        return self.name == other.name

    def __repr__(self):
        return self.name


d = OrderedDict((Key(name), [name]) for name in "abcd")
log.clear()
d.move_to_end(Key("c"), last=False)
print(log[:], list(d))
log.clear()
d.move_to_end(Key("c"))
print(log[:], list(d))
n = OrderedDict({1: "a", 2: "b", 3: "c"})
n.move_to_end(2.0, last=False)
n.move_to_end(True)
print(n, n.popitem(), n.popitem(last=False), len(n))
for i in range(100):
    n[i] = i
    n.move_to_end(i, last=i % 2 == 0)
print(list(n)[:5], list(n)[-5:], len(n))
del n[3]
n.move_to_end(4)
print(3 in n, 4 in n, list(n)[-1], list(n)[0])

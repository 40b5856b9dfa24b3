class K:
    def __init__(s, n): s.n = n
    def __hash__(s): return 1
    def __eq__(s, o):
        a = s.n == o.n
        s = None
        o = None
        for i in range(3): x = [str(i)]
        return a and len(x) == 1
print(len(set(K(i) for i in range(9))))
print([k.n for k in dict.fromkeys(K(i) for i in range(9))])
print([k.n for k in dict((K(i), K(i)) for i in range(9))])
print(len({K(1)} | {K(2)}))
s = set()
s.update(K(i) for i in range(9))
print(sorted(k.n for k in s))
print(K(1) in (K(i) for i in range(3)), K(1) in [K(1)])
print(max((K(i) for i in range(4)), key=lambda k: k.n).n)
from collections import *
print(OrderedDict.fromkeys(K(i) for i in range(9)).popitem()[0].n)
print(len(Counter(K(i) for i in range(9))))
d = deque(K(i) for i in range(4))
print(d.index(K(2)), d.count(K(3)))
l = [K(i) for i in range(4)]
print(l.index(K(2)), l.count(K(3)), l == [K(i) for i in range(4)])
print(s - {K(1)} == {K(i) for i in range(9) if i != 1})

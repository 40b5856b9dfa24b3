from collections import Counter, OrderedDict

d = {1: 2}
e = d
d |= OrderedDict({2: 3})
print(type(d).__name__, d is e, d)
d |= Counter('aab')
print(d is e, d, {1: 2} | Counter('a'), Counter('a') | {1: 2})

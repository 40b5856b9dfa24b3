from collections import Counter

a, b = Counter(a=3, b=1, c=-2), Counter(b=2, d=4, c=1, e=-1)
print(a + b, a - b, a | b, a & b, +a, -a)
a += b
print(a)
a -= Counter(d=1)
print(a)
a |= Counter(z=9)
a &= Counter(z=2, b=1, d=7)
print(a)
print(Counter(a=1) == {"a": 1}, Counter(a=1, b=0) == Counter(a=1), Counter(a=1) < Counter(a=2))
print(Counter(a=1) <= Counter(a=1, b=1), Counter(a=1) >= Counter(b=1), Counter(a=2) != Counter(a=1))
print(Counter("ab") > Counter("a"), Counter(a=1) < Counter(a=1))

def t(x):
    print("t", x, end="; ")
    return x
def f(*a, **k):
    return len(a) + len(k)
print(f(t(1), *[t(2)], k=t(3), **{"z": t(4)}))
t(1) + t(2) * t(3)
[t(1), t(2)][t(0)]
{t(1): t(2), t(3): t(4)}
x = [0, 0]
x[t(0)] = t(1)
t(1) if t(0) else t(2)
t(1) < t(2) < t(1) < t(9)
t(0) or t(1) and t(2)
f(t(1), a=t(2), b=t(3))
print()

x = 10
x += 5
x -= 3
x *= 4
x //= 5
x **= 3
x %= 100
x <<= 3
x >>= 1
x |= 1
x &= 0xFF
x ^= 3
print(x)
x /= 4
print(x)
s = "ab"
s += "c"
s *= 2
print(s)
t = [1]
u = t
t += (2, 3)
t *= 2
print(t, u is t)
t = t + [9]
print(u is t)
d = {"a": 1}
d["a"] += 5
d |= {"b": 2}
print(d)
w = (1,)
w += (2,)
print(w)

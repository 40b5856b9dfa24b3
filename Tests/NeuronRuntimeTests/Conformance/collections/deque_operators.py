from collections import deque

a, b = deque([1, 2]), deque([1, 3])
print(a + b, a * 2, a * 0, a < b, a == b, a <= deque([1, 2]), a != [1, 2], a > b)
c = a
c += "xy"
print(a, c is a)
a *= 2
print(a)
a += a
print(len(a))
x, *rest = deque([1, 2, 3])
print(x, rest)

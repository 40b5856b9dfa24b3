from collections import deque

d = deque(maxlen=3)
for i in range(6):
    d.append(i)
    print(d)
d.appendleft(9)
print(d, d.maxlen, deque(range(9), 2), deque([1], 0), deque(maxlen=2))
d.extend([1, 2])
d.extendleft([5])
print(d, d + deque([7]), d * 2)
d += [4]
print(d)

from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft(), d, len(d), d[0], d[-1], 2 in d, bool(deque()))
d.extend([7, 8])
d.extendleft([9, 10])
print(d, d.count(7), d.index(8), d.index(2, 1, 5))
d.rotate(2)
print(d)
d.rotate(-3)
print(d, list(d), list(reversed(d)))
d.insert(1, 99)
d.remove(7)
d[0] = "first"
del d[1]
d.reverse()
print(d, d.copy(), d == d.copy(), d.maxlen, type(d), isinstance(d, deque))
d.clear()
print(d, deque("abc"), deque(), sum(deque([1, 2])), sorted(deque([3, 1])))

from collections import deque

print(deque([1], maxlen=2**63 - 1) * 2, deque([1, 2], maxlen=3) * 2, deque("abc", maxlen=4) * 2**40)
print(deque([1, 2, 3], maxlen=6) * 2, deque([1, 2, 3], maxlen=5) * 2, deque([], maxlen=0) * 2**62)
d = deque([1, 2], maxlen=7)
d *= 2**40
print(d, deque([], maxlen=3) * 4, deque([1]) * -1, deque([1], maxlen=1) * 0)

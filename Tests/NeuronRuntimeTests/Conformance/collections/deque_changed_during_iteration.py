from collections import deque

d = deque([1, 2])
for x in d:
    print(x)
    d.append(x)

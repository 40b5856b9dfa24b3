from collections import deque

print(deque([1, 2, 3])[0:2])

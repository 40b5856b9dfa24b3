from collections import deque

deque([1, 2], 2).insert(0, 3)

# Caches that forget: by age of use, by size; a decorator that counts.
from collections import OrderedDict, deque
import functools


class LRU:
    def __init__(self, capacity):
        self.capacity = capacity
        self.data = OrderedDict()
        self.hits = self.misses = 0

    def get(self, key, default=None):
        if key not in self.data:
            self.misses += 1
            return default
        self.hits += 1
        self.data.move_to_end(key)
        return self.data[key]

    def put(self, key, value):
        if key in self.data:
            self.data.move_to_end(key)
        self.data[key] = value
        if len(self.data) > self.capacity:
            old, _ = self.data.popitem(last=False)
            return old

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return f"LRU({', '.join(f'{k}={v}' for k, v in self.data.items())})"


class Missing(dict):
    def __init__(self, make):
        super().__init__()
        self.make = make

    def __missing__(self, key):
        self[key] = self.make(key)
        return self[key]


def cached(capacity=2):
    def decorate(f):
        cache = LRU(capacity)

        @functools.wraps(f)
        def wrapper(*args):
            found = cache.get(args)
            if found is None:
                found = f(*args)
                cache.put(args, found)
            return found

        wrapper.cache = cache
        return wrapper

    return decorate


cache = LRU(2)
for step in ["put a 1", "put b 2", "get a", "put c 3", "get b", "put d 4", "get a", "get c", "get d", "put c 9"]:
    action, key, *value = step.split()
    if action == "put":
        print(step, "->", cache.put(key, *map(int, value)), cache)
    else:
        print(step, "->", cache.get(key), cache)
print(cache.hits, cache.misses, "c" in cache, "a" in cache)


@cached(capacity=50)
def fibonacci(n):
    """The n-th number."""
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(80), fibonacci.cache.hits, fibonacci.cache.misses, fibonacci.__name__, fibonacci.__doc__, len(fibonacci.cache.data))


@functools.lru_cache(maxsize=None)
def partitions(n, largest):
    if n == 0:
        return 1
    return sum(partitions(n - k, k) for k in range(1, min(n, largest) + 1))


print([partitions(n, n) for n in range(1, 15)], partitions.cache_info())
squares = Missing(lambda n: n * n)
print(squares[4], squares[5], squares, squares.get(6), 6 in squares)
recent = deque(maxlen=3)
for n in range(6):
    recent.append(n)
    print(list(recent), sum(recent) / len(recent))
recent.appendleft(9)
recent.rotate(1)
print(recent, recent.pop(), recent.popleft(), len(recent))

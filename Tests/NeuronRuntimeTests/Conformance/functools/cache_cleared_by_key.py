# Keys that clear the cache, or call the cached function, while they are compared.
from functools import lru_cache


class Key:
    def __init__(self, name, act=None):
        self.name, self.act = name, act

    def __hash__(self):
        return 1

    def __eq__(self, other):
        act, self.act = self.act, None
        if act is not None:
            act()
        act, other.act = other.act, None
        if act is not None:
            act()
        return self.name == other.name


for size in (1, 2, None):
    @lru_cache(maxsize=size)
    def f(key):
        return "value of " + key.name

    print(f(Key("a")), f(Key("b")))
    print(f(Key("b", f.cache_clear)), f(Key("b")), f(Key("a")))
    print(f(Key("c", f.cache_clear)), f(Key("d")), f(Key("c")))
    print(f(Key("e", lambda: f(Key("g")))), f(Key("g")), f(Key("e")), f(Key("c")))
    f(Key("h", f.cache_clear))
    f(Key("i", lambda: f(Key("j", f.cache_clear))))
    print([f(Key(name)) for name in "abcdefghij"])

    cleared = [Key(str(i)) for i in range(3)]
    for key in cleared:
        f(key)
    for key in cleared:
        key.act = f.cache_clear
    print([f(Key(str(i))) for i in range(6)])

# % formatting with a mapping that is not an exact dict, and with a tuple subclass
import collections
class E(dict): pass
class G:
    def __getitem__(self, k): return k * 2
class T(tuple): pass
for f in [lambda: '%(a)s' % E(a=1), lambda: '%(a)s' % collections.ChainMap({'a': 1}), lambda: '%(a)s' % G(), lambda: 'abc' % E(), lambda: 'abc' % G(), lambda: '%s %s' % T((1, 2))]:
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)

class C1(Exception):
    def __len__(self): return -1
    def __iter__(self): yield 7
for f in (lambda: list(C1(3)), lambda: tuple(C1()), lambda: [*C1()], lambda: print(*C1()), lambda: sorted(C1()), lambda: [].extend(C1()), lambda: set(C1()), lambda: sum(C1())):
    try: print(f())
    except ValueError as e: print(e)
class L:
    def __len__(self): print("len"); return 3
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
print(list(L()), tuple(L()), [*L()], set(L()), sum(L()), sorted(L()), max(L()), dict(enumerate(L())))
a, b, c = L(); print(a, b, c)
def s(a=1, **k): return a, k
for f in (lambda: s(k=1, **{2.5: 1}, **'a'), lambda: s(**{'a': 1}, **{0: 1, 'a': 2}), lambda: s(**{1: 2}), lambda: print(**{1: 2}), lambda: dict(**{1: 2})):
    try: print(f())
    except TypeError as e: print(e)
class Del:
    def __delitem__(self, k): pass
try: Del()[0] = 1
except AttributeError as e: print(e)
class NI: __iter__ = None
try: b, = NI()
except TypeError as e: print(e)
class Inf:
    def __iter__(self): return self
    def __next__(self): return 1
try: x, y = Inf()
except ValueError as e: print(e)
try: s(**{0: 1}, **{0: 2})
except TypeError as e: print(e)

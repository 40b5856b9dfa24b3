def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
l = [1, 2, 3]
class J:
    def __init__(self, act, n=0): self.act = act; self.n = n
    def __index__(self): self.act(); return self.n
def clear(): l.clear()
def grow():
    for i in range(100): l.append(i)
def reset():
    global l
    l = [1, 2, 3]
def delete(): del l[J(clear)]
def delslice(): del l[J(clear):2]
def store(): l[J(grow, 2)] = 7; return l[2], len(l)
def storeslice(): l[J(clear):3] = [9, 9]; return l
def load(): return l[J(clear, 1)]
def loadslice(): return l[J(clear):3]
def step(): return l[::J(clear, 1)]
for f in (delete, delslice, store, storeslice, load, loadslice, step):
    reset(); t(f); print(len(l))
t(lambda: ValueError.__str__(5)); t(lambda: ValueError.__repr__(5)); t(lambda: ValueError("a").with_traceback())
e = ValueError("x"); e.__notes__ = 5
t(lambda: e.add_note("y"))
class A: pass
t(lambda: A().__format__(5))
t(lambda: [1].__contains__()); t(lambda: list.__setitem__([1], 0)); t(lambda: [1].__len__(2)); t(lambda: (5).__add__()); t(lambda: int.__add__("a", 1)); t(lambda: list.__len__(5)); t(lambda: (5).__round__(-1)); t(lambda: "ab".__format__(">4")); t(lambda: str.__len__("abc")); t(lambda: dict.__getitem__({1: 2}, 1)); t(lambda: (2).__pow__(3)); t(lambda: int.__eq__(1, 1)); t(lambda: float.__lt__(1.0, 2.0)); t(lambda: True.__and__(False)); t(lambda: (1.5).__float__()); t(lambda: [3].__iadd__([4])); t(lambda: (1,).__add__((2,)))
t(lambda: range(-2**63, 2**63-1, 2**62)[3])
t(lambda: round(15.0, -1)); t(lambda: round(25.0, -1)); t(lambda: round(1e300, -299))
class L(list):
    def __init__(self, *a): super().__init__(*a); self.tag = 1
    def __len__(self): return super().__len__() + 100
    def __getitem__(self, i): return super().__getitem__(i) * 2
    def __setitem__(self, i, v): super().__setitem__(i, v + 1)
x = L([1, 2]); x[0] = 5; print(len(x), x[0], x.tag, x)

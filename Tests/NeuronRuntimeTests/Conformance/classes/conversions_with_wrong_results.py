class Wrong:
    def __init__(self, result):
        self.result = result
    def __int__(self):
        return self.result
    def __float__(self):
        return self.result
    def __bool__(self):
        return self.result
    def __len__(self):
        return self.result
    def __str__(self):
        return self.result
    def __repr__(self):
        return self.result
    def __index__(self):
        return self.result
    def __hash__(self):
        return self.result
    def __format__(self, spec):
        return self.result
    def __iter__(self):
        return self.result
    def __contains__(self, item):
        return self.result
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
for result in ["x", 1.5, None, -1, []]:
    w = Wrong(result)
    attempt(lambda: int(w))
    attempt(lambda: float(w))
    attempt(lambda: bool(w))
    attempt(lambda: len(w))
    attempt(lambda: str(w))
    attempt(lambda: repr(w))
    attempt(lambda: [1, 2, 3][w])
    attempt(lambda: hash(w))
    attempt(lambda: format(w))
    attempt(lambda: list(w))
    attempt(lambda: 1 in w)
    attempt(lambda: f"{w}")
    attempt(lambda: "%s" % w)
    attempt(lambda: range(w))

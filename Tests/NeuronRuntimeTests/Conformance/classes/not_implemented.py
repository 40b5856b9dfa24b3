log = []
class A:
    def __add__(self, other):
        log.append("A.add")
        return NotImplemented
    def __radd__(self, other):
        log.append("A.radd")
        return NotImplemented
    def __eq__(self, other):
        log.append("A.eq")
        return NotImplemented
    def __lt__(self, other):
        log.append("A.lt")
        return NotImplemented
    def __gt__(self, other):
        log.append("A.gt")
        return NotImplemented
class B:
    def __add__(self, other):
        log.append("B.add")
        return NotImplemented
    def __radd__(self, other):
        log.append("B.radd")
        return "B.radd result"
    def __eq__(self, other):
        log.append("B.eq")
        return NotImplemented
    def __gt__(self, other):
        log.append("B.gt")
        return "B.gt result"
def attempt(f):
    log.clear()
    try:
        print(f(), log)
    except TypeError as e:
        print("TypeError:", e, log)
a, b = A(), B()
attempt(lambda: a + b)
attempt(lambda: b + a)
attempt(lambda: a + a)
attempt(lambda: a + 1)
attempt(lambda: 1 + a)
attempt(lambda: a == b)
attempt(lambda: a != b)
attempt(lambda: b == a)
attempt(lambda: a == a)
attempt(lambda: a == 1)
attempt(lambda: 1 == a)
attempt(lambda: a < b)
attempt(lambda: b > a)
attempt(lambda: b < a)
attempt(lambda: a < a)
attempt(lambda: a < 1)
attempt(lambda: 1 < a)
attempt(lambda: a <= b)
print(NotImplemented, repr(NotImplemented), type(NotImplemented))

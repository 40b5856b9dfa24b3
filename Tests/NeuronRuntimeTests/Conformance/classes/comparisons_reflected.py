log = []
class L:
    def __lt__(self, other):
        log.append("L.lt")
        return NotImplemented
    def __le__(self, other):
        log.append("L.le")
        return NotImplemented
class G:
    def __gt__(self, other):
        log.append("G.gt")
        return True
    def __ge__(self, other):
        log.append("G.ge")
        return False
def show(f):
    log.clear()
    try:
        print(f(), log)
    except TypeError as e:
        print(e, log)
l, g = L(), G()
show(lambda: l < g)
show(lambda: l <= g)
show(lambda: g > l)
show(lambda: g < l)
show(lambda: l > g)
show(lambda: 1 < g)
show(lambda: 1 <= g)
show(lambda: g < 1)
show(lambda: "a" < g)
show(lambda: [1] <= g)
show(lambda: None < g)
show(lambda: l < l)
show(lambda: sorted([g, l])[0] is l)
show(lambda: max([1, g]) is g)
show(lambda: min([g, 1]) == 1)
class NeFromEq:
    def __eq__(self, other):
        log.append("eq")
        return other == 3
n = NeFromEq()
show(lambda: (n == 3, n != 3, n == 4, n != 4, 3 == n, 3 != n))
show(lambda: (3 in [n], n in (1, 2, 3)))

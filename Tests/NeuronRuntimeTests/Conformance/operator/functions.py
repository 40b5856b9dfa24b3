from __future__ import annotations
import operator, string
from operator import itemgetter, attrgetter, methodcaller
from typing import List, Optional, Dict
print(operator.add(1, 2), operator.mul("a", 3), operator.neg(4), operator.lt(1, 2), operator.getitem([5, 6], 1))
print(sorted([("a", 3), ("b", 1)], key=itemgetter(1)), itemgetter(0, 2)("xyz"), methodcaller("split", ",")("a,b"))
class P:
    def __init__(self, n): self.name = n
print(attrgetter("name")(P(3)), itemgetter(1, 2), methodcaller("f", 1, key=2))
def f(x: List[int], y: Optional[Dict[str, int]] = None) -> Optional[int]:  # neuronbook: allow unused-parameter: it is there for its annotation
    return x[0]
print(f([3]), string.ascii_lowercase[:5], string.digits)
xs = [1]
print(operator.iadd(xs, [2]), xs, operator.not_(0), operator.contains([1], 1), operator.and_(6, 3))
from functools import reduce
print(reduce(operator.mul, range(1, 6)), List[int], Optional[str], operator.add, type(itemgetter(0)))

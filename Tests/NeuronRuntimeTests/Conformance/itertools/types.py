import itertools
from itertools import chain, count, cycle, islice

print(itertools.count, chain, itertools.product, type(chain()), type(count()) is count, chain.__name__)
print(isinstance(chain(), chain), isinstance([], chain), callable(chain), bool(chain()))
print([type(x).__name__ for x in (cycle([]), islice([], 1), itertools.groupby([]), itertools.tee([])[0])])

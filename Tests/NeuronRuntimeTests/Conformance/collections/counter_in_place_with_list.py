from collections import Counter

c = Counter("ab")
c += [1]

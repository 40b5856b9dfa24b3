from collections import Counter

Counter([1], [2])

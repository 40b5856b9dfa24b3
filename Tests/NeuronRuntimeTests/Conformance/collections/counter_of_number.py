from collections import Counter

Counter(5)

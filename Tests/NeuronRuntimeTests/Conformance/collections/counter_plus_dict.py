from collections import Counter

print(Counter("a") + {"a": 1})

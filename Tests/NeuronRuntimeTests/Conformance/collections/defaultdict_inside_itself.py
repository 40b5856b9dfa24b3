from collections import defaultdict

d = defaultdict(list)
d["self"] = d
print(d)

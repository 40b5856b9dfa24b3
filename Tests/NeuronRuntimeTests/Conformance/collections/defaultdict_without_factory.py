from collections import defaultdict

d = defaultdict()
print(d["missing"])

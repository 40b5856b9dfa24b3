a = [1]
a.append(a)
print(a, a == a, len(a), a[1][1][1] is a)
d = {}
d["self"] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
b = [a, [a]]
print(b)

s = {7}
for x in s:
    s.remove(x)
    s.add(x)
print(s)

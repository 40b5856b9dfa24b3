s = set()
for i in range(100):
    s.add(i * i * 7919 % 1009)
print(s)
for i in range(0, 100, 2):
    s.discard(i * i * 7919 % 1009)
print(s)
s.update(range(5))
print(s, set(s), s.copy(), s | {999}, s & set(range(300)))

s = "héllo"
print(s[0], s[1], s[-1], s[-5], len(s), s[True])
print(s[5])

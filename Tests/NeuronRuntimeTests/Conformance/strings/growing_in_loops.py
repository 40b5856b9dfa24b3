# Texts that grow share what they have in common; none may change with another.
a = "x" * 300
b = a + "1"
c = b + "2"
d = c + "3"
e = c + "4"
print(len(a), len(b), len(c), len(d), len(e))
print(b[-2:], c[-3:], d[-4:], e[-4:])
print(d == e, d[:-1] == e[:-1], d < e)

parts = []
text = ""
for i in range(400):
    text += str(i)
    if i % 50 == 0:
        parts.append(text)
        text + "a branch that is dropped"
for part in parts:
    print(len(part), part[-3:], text.startswith(part))

grown = "é" * 200
for i in range(5):
    other = grown + "à"
    grown += "ü" + str(i)
    print(len(grown), grown[-3:], other[-2:], grown[1] == "é")

keys = {}
word = "k" * 260
for i in range(3):
    word += str(i)
    keys[word] = i
print([keys[k] for k in keys], keys["k" * 260 + "01"])
s = "".join(["ab"] * 200)
t = s
s += t
s += s
print(len(s), s.count("ab"), t == s[:400])

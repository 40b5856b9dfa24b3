# Building strings: concatenation in a loop, joins, formatting, splitting, searching.


def concatenated(n):
    text = ""
    for i in range(n):
        text += str(i)
        text += ","
    return text


def joined(n):
    return ";".join([f"{i}={i * 0.5:.2f}" for i in range(n)])


text = concatenated(600000)
print(len(text), text[-20:])

pairs = joined(300000)
print(len(pairs), pairs[:30])

total = 0.0
for field in pairs.split(";"):
    name, value = field.split("=")
    total += float(value) + len(name)
print(total)

words = "the quick brown fox jumps over the lazy dog".split()
lines = []
for i in range(80000):
    lines.append(" ".join(words[i % 9 :]).upper().replace("O", "0"))
print(sum([len(line) for line in lines]), lines[3])

vowels = 0
for c in text[:200000] + "".join(lines)[:400000]:
    if c in "AEIOU5":
        vowels += 1
print(vowels)

# Words, sentences and letters of a text, in tables of fixed width.
import math
from collections import Counter, defaultdict

text = """It was the best of times, it was the worst of times. "What times?" asked the clerk; nobody
answered. The year's end came - cold, grey, long-awaited - and it went as it came: unnoticed!
Were 3 or 4 people glad? Perhaps. The 21st of December is short, the 21st of June is not."""


class Words:
    def __init__(self, text):
        self.text = text

    def __iter__(self):
        word = ""
        for ch in self.text + " ":
            if ch.isalnum() or ch in "'-" and word:
                word += ch
            elif word:
                yield word.strip("'-").lower()
                word = ""

    def __len__(self):
        return sum(1 for _ in self)


def sentences(text):
    start = 0
    for i, ch in enumerate(text):
        if ch in ".!?" and (i + 1 == len(text) or text[i + 1] in ' \n"'):
            yield " ".join(text[start : i + 1].split())
            start = i + 1


def syllables(word):
    groups, was_vowel = 0, False
    for ch in word:
        is_vowel = ch in "aeiouy"
        groups += is_vowel and not was_vowel
        was_vowel = is_vowel
    return max(1, groups - word.endswith("e") * (groups > 1))


words = list(Words(text))
print(len(Words(text)), len(set(words)), words[:6], words[-3:])
for n, s in enumerate(sentences(text), start=1):
    print(f"{n:>2}. {s[:40]:<40} {len(list(Words(s))):>3}")
frequency = Counter(words)
print(f"{'word':<10}|{'count':>6}|{'share':>8}")
print("-" * 10 + "+" + "-" * 6 + "+" + "-" * 8)
for word, count in sorted(frequency.items(), key=lambda item: (-item[1], item[0]))[:8]:
    print(f"{word:<10}|{count:>6}|{count / len(words):>8.2%}")
by_length = defaultdict(list)
for word in sorted(frequency):
    by_length[len(word)].append(word)
for length in sorted(by_length):
    print(f"{length:>2}: {', '.join(by_length[length][:6])}{' …' if len(by_length[length]) > 6 else ''}")
letters = Counter(ch for ch in text.lower() if ch.isalpha())
total = sum(letters.values())
print(letters.most_common(5), total, -sum(n / total * math.log2(n / total) for n in letters.values()))
for ch, n in letters.most_common(4):
    print(ch, "█" * round(n / 2), n)
lengths = sorted(len(w) for w in words)
mean = sum(lengths) / len(lengths)
median = lengths[len(lengths) // 2] if len(lengths) % 2 else sum(lengths[len(lengths) // 2 - 1 :][:2]) / 2
deviation = math.sqrt(sum((n - mean) ** 2 for n in lengths) / (len(lengths) - 1))
print(f"mean {mean:.4f} median {median} deviation {deviation!r} syllables {sum(map(syllables, words))}")
print([(w, syllables(w)) for w in ("the", "unnoticed", "awaited", "times", "people")])
print(" ".join(w.capitalize() for w in words[:5]), text.title()[:30], text.upper().count("THE"), text.count("\n"))
shift = lambda s, k: "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else chr((ord(c) - 65 + k) % 26 + 65) if c.isupper() else c for c in s)
print(shift("Hello, World!", 3), shift(shift("Hello, World!", 3), -3), shift("xyz", 29))
palindromes = [w for w in ("level", "A man, a plan, a canal: Panama", "python") if (k := [c.lower() for c in w if c.isalpha()]) == k[::-1]]
print(palindromes, "{:^30}".format("end").replace(" ", "."), "%-10s|%5.1f%%" % ("share", 99.5))

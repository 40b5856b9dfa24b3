# Counts of letter pairs, smoothed, as probabilities; a text drawn from them.
import math
import random

text = """
the sun rose over the hills and the river ran to the sea
there the old stones rest and the wind sings to them
no one hears but the stars and the stars tell no one
"""
names = text.split()
print(len(names), len(set(names)), sorted(set(names))[:5], max(names, key=len))


class Tokenizer:
    """Letters to numbers and back; number 0 marks both ends."""

    def __init__(self, words):
        self.letters = sorted(set("".join(words)))
        self.number = {c: i + 1 for i, c in enumerate(self.letters)}
        self.number["."] = 0
        self.letter = {i: c for c, i in self.number.items()}

    def __len__(self):
        return len(self.number)

    def encode(self, word):
        return [0] + [self.number[c] for c in word] + [0]

    def decode(self, numbers):
        return "".join(self.letter[n] for n in numbers if n)


class Bigram:
    def __init__(self, tokenizer, smoothing=1):
        self.tokenizer = tokenizer
        size = len(tokenizer)
        self.counts = [[smoothing] * size for _ in range(size)]

    def fit(self, words):
        for word in words:
            numbers = self.tokenizer.encode(word)
            for a, b in zip(numbers, numbers[1:]):
                self.counts[a][b] += 1
        return self

    def probability(self, a, b):
        return self.counts[a][b] / sum(self.counts[a])

    def loss(self, words):
        total, n = 0.0, 0
        for word in words:
            numbers = self.tokenizer.encode(word)
            for a, b in zip(numbers, numbers[1:]):
                total -= math.log(self.probability(a, b))
                n += 1
        return total / n

    def sample(self):
        out, now = [], 0
        while True:
            now = random.choices(range(len(self.tokenizer)), weights=self.counts[now])[0]
            if now == 0 or len(out) == 20:
                return self.tokenizer.decode(out)
            out.append(now)


tokenizer = Tokenizer(names)
print("".join(tokenizer.letters), len(tokenizer), tokenizer.encode("the"), tokenizer.decode(tokenizer.encode("wind")))
model = Bigram(tokenizer).fit(names)
print(f"loss of the model {model.loss(names):.6f}, of equal chances {math.log(len(tokenizer)):.6f}")
print([model.loss([w]) for w in ["the", "star", "hills"]])
pairs = {}
for word in names:
    for a, b in zip("." + word, word + "."):
        pairs[a, b] = pairs.get((a, b), 0) + 1
for (a, b), n in sorted(pairs.items(), key=lambda kv: (-kv[1], kv[0]))[:8]:
    print(f"{a}{b} {n:>3} {'#' * n} {model.probability(tokenizer.number[a], tokenizer.number[b]):.4f}")
random.seed(42)
print([model.sample() for _ in range(8)])
best = max(range(len(tokenizer)), key=lambda n: model.probability(tokenizer.number["t"], n))
print("after t comes", repr(tokenizer.letter[best]))
try:
    tokenizer.encode("Quartz!")
except KeyError as e:
    print("no number for", e)

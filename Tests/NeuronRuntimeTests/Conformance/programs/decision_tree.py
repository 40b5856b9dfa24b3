# A decision tree that asks the question with the greatest gain of information.
import math

header = ["colour", "diameter", "label"]
rows = [
    ["green", 3, "apple"], ["yellow", 3, "apple"], ["red", 1, "grape"], ["red", 1, "grape"], ["yellow", 3, "lemon"],
    ["green", 4, "melon"], ["yellow", 4, "lemon"], ["red", 3, "apple"], ["green", 1, "grape"], ["green", 9, "melon"],
]


def counts(rows):
    table = {}
    for row in rows:
        table[row[-1]] = table.get(row[-1], 0) + 1
    return table


def gini(rows):
    return 1 - sum((n / len(rows)) ** 2 for n in counts(rows).values())


def entropy(rows):
    return -sum(n / len(rows) * math.log2(n / len(rows)) for n in counts(rows).values())


class Question:
    def __init__(self, column, value):
        self.column, self.value = column, value

    @property
    def is_numeric(self):
        return isinstance(self.value, (int, float))

    def __call__(self, row):
        value = row[self.column]
        return value >= self.value if self.is_numeric else value == self.value

    def __repr__(self):
        return f"is {header[self.column]} {'>=' if self.is_numeric else '=='} {self.value}?"


class Leaf:
    def __init__(self, rows):
        self.counts = counts(rows)

    def classify(self, _):
        return self.counts

    def lines(self, indent=""):
        yield f"{indent}{self.counts}"

    def __len__(self):
        return 1


class Node:
    def __init__(self, question, yes, no):
        self.question, self.yes, self.no = question, yes, no

    def classify(self, row):
        return (self.yes if self.question(row) else self.no).classify(row)

    def lines(self, indent=""):
        yield f"{indent}{self.question}"
        for name, branch in (("yes", self.yes), ("no", self.no)):
            yield f"{indent}--> {name}:"
            yield from branch.lines(indent + "    ")

    def __len__(self):
        return 1 + len(self.yes) + len(self.no)


def partition(rows, question):
    yes, no = [], []
    for row in rows:
        (yes if question(row) else no).append(row)
    return yes, no


def best_split(rows, impurity):
    best = (0, None)
    now = impurity(rows)
    for column in range(len(header) - 1):
        for value in sorted({row[column] for row in rows}):
            question = Question(column, value)
            yes, no = partition(rows, question)
            if not yes or not no:
                continue
            p = len(yes) / len(rows)
            gain = now - p * impurity(yes) - (1 - p) * impurity(no)
            if gain > best[0]:
                best = gain, question
    return best


def build(rows, impurity=gini, depth=0):
    gain, question = best_split(rows, impurity)
    if question is None or depth == 4:
        return Leaf(rows)
    print("  " * depth + f"{question} gains {gain}")
    yes, no = partition(rows, question)
    return Node(question, build(yes, impurity, depth + 1), build(no, impurity, depth + 1))


print(gini(rows), entropy(rows), gini(rows[:1]))
for impurity in (gini, entropy):
    print("impurity:", impurity.__name__)
    tree = build(rows, impurity)
    print("\n".join(tree.lines()), len(tree))
right = 0
for row in rows:
    found = tree.classify(row)
    guess = max(sorted(found), key=found.get)
    total = sum(found.values())
    print(f"{row[-1]:<6} {', '.join(f'{k}: {v / total:.0%}' for k, v in found.items())}")
    right += guess == row[-1]
print(f"{right}/{len(rows)} right", tree.classify(["blue", 2, None]))

class Tree:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    def depth_first(self, depth=0):
        yield depth, self.value
        for child in (self.left, self.right):
            if child is not None:
                yield from child.depth_first(depth + 1)

    @property
    def leaves(self):
        return (node for node in self if node % 2)

    @staticmethod
    def numbers(n):
        yield from range(n)

    @classmethod
    def named(cls):
        yield cls.__name__


tree = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6, Tree(5)))
print(list(tree), sum(tree), max(tree), 3 in tree, 7 in tree)
for depth, value in tree.depth_first():
    print("-" * depth, value)
print(list(tree.leaves), list(Tree.numbers(3)), list(tree.named()))
first, *rest = tree
print(first, rest)
print(sorted(tree, reverse=True), dict(zip(tree, "abcdef")))


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        n = self.start
        while n:
            yield n
            n -= 1


c = Countdown(3)
print([(a, b) for a in c for b in c if a > b])


class Parameters:
    def __init__(self):
        self.layers = [[1.0, 2.0], [3.0]]

    def parameters(self):
        return (p for layer in self.layers for p in layer)


print(sum(p * p for p in Parameters().parameters()))

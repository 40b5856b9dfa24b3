class Node:
    def __init__(self, value, children=()):
        self.value = value
        self.children = set(children)

    def __add__(self, other):
        return Node(self.value + other.value, (self, other))

class Point:
    def __init__(self, x):
        self.x = x

    def __hash__(self):
        return hash(self.x)

    def __eq__(self, other):
        return self.x == other.x

    def __repr__(self):
        return f"P{self.x}"

a, b = Node(1), Node(2)
c = a + b
d = c + c
print(len(d.children), len(c.children), a in c.children, Node(1) in c.children)
order, seen = [], set()

def visit(node):
    if node not in seen:
        seen.add(node)
        for child in sorted(node.children, key=lambda n: n.value):
            visit(child)
        order.append(node.value)

visit(d)
print(order)
print({Point(1), Point(2), Point(1)}, {Point(3), Point(4)} & {Point(4)}, Point(7) in {Point(7)})

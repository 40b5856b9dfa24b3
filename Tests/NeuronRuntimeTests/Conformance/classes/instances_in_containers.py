class Item:
    def __init__(self, name, price):
        self.name = name
        self.price = price
    def __repr__(self):
        return f"{self.name}:{self.price}"
items = [Item("pear", 3), Item("apple", 2), Item("fig", 3), Item("date", 2)]
print(sorted(items, key=lambda i: i.price), sorted(items, key=lambda i: (i.price, i.name)), sorted(items, key=lambda i: i.price, reverse=True))
print(max(items, key=lambda i: i.price), min(items, key=lambda i: i.name), sum(i.price for i in items), [i.name for i in items if i.price > 2])
groups = {}
for item in items:
    groups.setdefault(item.price, []).append(item)
print(groups, {i.name: i.price for i in items}, items.index(items[2]), items[0] in items, Item("pear", 3) in items)
items.remove(items[1])
print(items, len({*items, items[0]}), any(i.price == 2 for i in items), all(i.name for i in items))
a = b = Item("same", 1)
a.price = 99
print(b, a is b)
grid = [[Item(f"{r}{c}", r * c) for c in range(2)] for r in range(2)]
print(grid, [c for row in grid for c in row if c.price])
class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next
chain = None
for v in range(5):
    chain = Node(v, chain)
seen = []
node = chain
while node:
    seen.append(node.value)
    node = node.next
print(seen)
chain.next.next = chain
print(chain.next.next.next.value)

import copy
from copy import deepcopy

a = [[1, 2], {"k": [3]}, (4, [5]), "s", {6}]
b = copy.copy(a)
c = deepcopy(a)
a[0].append(9)
a[1]["k"].append(9)
a[2][1].append(9)
print(b, c, b[0] is a[0], c[3] is a[3])

class Node:
    def __init__(self, value, children=()):
        self.value = value
        self.children = list(children)
        self.parent = None

leaf = Node([1])
root = Node([0], [leaf, leaf])
leaf.parent = root
twin = deepcopy(root)
print(twin.children[0] is twin.children[1], twin.children[0].parent is twin, twin.value is root.value)
twin.value.append(7)
print(root.value, twin.value, copy.copy(root).children is root.children)

class Own:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep"

print(copy.copy(Own()), deepcopy([Own(), Own()]))
loop = [1]
loop.append(loop)
again = deepcopy(loop)
print(again, again[1] is again, again is loop)
t = (1, "a", (2,))
print(deepcopy(t) is t, deepcopy(None), deepcopy(len) is len, deepcopy(Node) is Node)
weights = {"w": [0.5, 1.5], "b": 0.0}
best = deepcopy(weights)
weights["w"][0] = 9
print(best, copy.copy(weights) == weights)

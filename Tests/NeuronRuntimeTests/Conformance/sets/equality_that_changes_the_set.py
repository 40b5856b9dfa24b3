class Key:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return 7

    def __eq__(self, other):
        keys.add(len(keys) + 100)
        return isinstance(other, Key) and self.number == other.number

keys = set()
for i in range(5):
    keys.add(Key(i))
print(len(keys), sum(type(k) is Key for k in keys))

class Cleared(Key):
    def __eq__(self, other):
        keys.clear()
        return True

keys = {Cleared(1)}
keys.add(Cleared(2))
print(len(keys))

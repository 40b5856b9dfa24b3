from functools import cached_property

class Data:
    def __init__(self, values):
        self.values = values

    @cached_property
    def mean(self):
        print("computing")
        return sum(self.values) / len(self.values)

d = Data([1, 2, 3])
print(d.mean, d.mean)
d.mean = 7
print(d.mean)
del d.mean
print(d.mean, sorted(d.__dict__))

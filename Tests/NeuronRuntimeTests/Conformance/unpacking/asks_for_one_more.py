# unpacking too many: CPython asks for one item more than targets, here the whole iterator is consumed
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        print('next', self.n)
        self.n -= 1
        if self.n < 0: raise StopIteration
        return self.n
it = It(5)
try:
    a, b = it
except ValueError as e:
    print(e)
print(list(it))

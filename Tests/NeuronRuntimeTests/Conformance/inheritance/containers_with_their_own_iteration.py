# dict(d)/{**d}/f(**d)/update of a dict subclass that overrides __iter__/keys/__getitem__; and list += of a list subclass
class D(dict):
    def __getitem__(self, k): return 'gi'
    def __iter__(self): return iter(['it'])
    def keys(self): return ['a']
d = D(a=1, b=2)
def kw(**k): return k
x = {}; x.update(d)
print(dict(d), {**d}, kw(**d), x)
class L(list):
    def __iter__(self): return iter([7, 8])
x = []; x += L([1, 2, 3])
print(x)

class Base:
    def __add__(self, other):
        return "Base.add"
    def __radd__(self, other):
        return "Base.radd"
    def __lt__(self, other):
        return "Base.lt"
    def __gt__(self, other):
        return "Base.gt"
    def __eq__(self, other):
        return "Base.eq"
class Overrides(Base):
    def __radd__(self, other):
        return "Overrides.radd"
    def __gt__(self, other):
        return "Overrides.gt"
    def __eq__(self, other):
        return "Overrides.eq"
class Inherits(Base):
    pass
base, overrides, inherits = Base(), Overrides(), Inherits()
print(base + overrides, overrides + base, base + inherits, inherits + base, overrides + overrides)
print(base < overrides, overrides < base, base < inherits, base > overrides, base > inherits)
print(base == overrides, overrides == base, base == inherits, inherits == base)
class Int(int):
    def __radd__(self, other):
        return ("Int.radd", other)
    def __add__(self, other):
        return ("Int.add", other)
print(1 + Int(2), Int(1) + 2, Int(1) + Int(2), 1 - Int(2), 2.5 + Int(1))
class Text(str):
    def __eq__(self, other):
        return "Text.eq"
    def __hash__(self):
        return 1
print("a" == Text("b"), Text("a") == "a", "a" != Text("a"))

class Animal:
    registry = {}
    def __init_subclass__(cls):
        super().__init_subclass__()
        Animal.registry[cls.__name__.lower()] = cls
    @classmethod
    def create(cls, kind, *args):
        if kind not in cls.registry:
            raise ValueError(f"unknown animal {kind!r}; known: {', '.join(sorted(cls.registry))}")
        return cls.registry[kind](*args)
    def speak(self):
        raise NotImplementedError
class Dog(Animal):
    def speak(self):
        return "Woof"
class Cat(Animal):
    def __init__(self, name="cat"):
        self.name = name
    def speak(self):
        return f"{self.name} says meow"
class Fish(Animal):
    pass
print(Animal.create("dog").speak(), Animal.create("cat", "Tom").speak(), Animal.create("cat").speak())
for kind in ["fish", "bird"]:
    try:
        print(Animal.create(kind).speak())
    except NotImplementedError as e:
        print("not implemented", repr(e))
    except ValueError as e:
        print(e)
class Visitor:
    def visit(self, node):
        method = getattr(self, "visit_" + type(node).__name__, self.generic)
        return method(node)
    def generic(self, node):
        return f"generic {node!r}"
class Prints(Visitor):
    def visit_int(self, node):
        return f"int {node}"
    def visit_list(self, node):
        return "[" + "; ".join(self.visit(n) for n in node) + "]"
    def visit_Dog(self, node):
        return "dog " + node.speak()
print(Prints().visit([1, 2.5, [3, "x"], Dog()]))

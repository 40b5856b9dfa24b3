class Shape:
    sides = 0
    def __init__(self, name="shape"):
        self.name = name
    def area(self):
        raise NotImplementedError(f"{type(self).__name__} has no area")
    def describe(self):
        return f"{self.name} of area {self.area():.2f} with {self.sides} sides"
    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name}>"
class Square(Shape):
    sides = 4
    def __init__(self, side):
        super().__init__("square")
        self.side = side
    def area(self):
        return self.side ** 2
class Rectangle(Square):
    def __init__(self, side, other):
        Square.__init__(self, side)
        self.other = other
        self.name = "rectangle"
    def area(self):
        return super().area() / self.side * self.other
class Circle(Shape):
    def area(self):
        return 3.14159 * 2 ** 2
shapes = [Square(3), Rectangle(2, 5), Circle("circle"), Circle()]
for s in shapes:
    print(s, s.describe(), isinstance(s, Square))
try:
    Shape().describe()
except NotImplementedError as e:
    print("NotImplementedError:", e)
Shape.sides = 99
print(Circle().sides, Square(1).sides)
class Template:
    def run(self):
        return [self.first(), self.second(), self._third()]
    def first(self):
        return 1
    def second(self):
        return self.first() + 1
    def _third(self):
        return self.second() + 1
class Changed(Template):
    def first(self):
        return 100
print(Template().run(), Changed().run())
class Mixin:
    def loud(self):
        return self.text().upper() + "!"
class Says:
    def text(self):
        return "hello"
class Loud(Mixin, Says):
    pass
print(Loud().loud())
try:
    Mixin().loud()
except AttributeError as e:
    print(e)

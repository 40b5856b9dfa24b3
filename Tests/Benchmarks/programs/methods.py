# Methods and attributes: classes as lessons write them, with inheritance.


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def dot(self, other):
        return self.x * other.x + self.y * other.y

    def scaled(self, factor):
        return Vector(self.x * factor, self.y * factor)


class Layer:
    def __init__(self, size):
        self.size = size
        self.calls = 0

    def forward(self, x):
        self.calls += 1
        return self.activate(x * self.size + 1.0)

    def activate(self, x):
        return x


class Clipped(Layer):
    def activate(self, x):
        return x if x > 0 else 0.0


class Scaled(Clipped):
    def __init__(self, size, scale):
        super().__init__(size)
        self.scale = scale

    def activate(self, x):
        return super().activate(x) * self.scale


class Counter:
    total = 0

    @property
    def double(self):
        return self.total * 2

    def add(self, n):
        self.total = self.total + n
        return self


layers = [Layer(2), Clipped(-1), Scaled(3, 0.5)]
result = 0.0
for i in range(350000):
    for layer in layers:
        result += layer.forward(i % 10 - 5.0)
print(result, [layer.calls for layer in layers])

v = Vector(1.0, 2.0)
length = 0.0
for i in range(350000):
    u = v.scaled(0.5)
    length += u.dot(v)
print(length)

counter = Counter()
for i in range(350000):
    counter.add(i).add(1)
print(counter.total, counter.double)

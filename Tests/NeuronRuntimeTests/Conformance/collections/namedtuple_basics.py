from collections import namedtuple

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p[-1], len(p), p == (1, 2), p < (1, 3), hash(p) == hash((1, 2)))
x, y = p
print(x, y, Point._fields, p._asdict(), p._replace(x=5), Point._make([7, 8]))
print(isinstance(p, tuple), isinstance(p, Point), type(p), type(p) is Point, p + (3,), list(p))
print({p: "here"}[(1, 2)], [Point(i, i * i) for i in range(3)], tuple(p), p.count(1), p.index(2))
print(f"{p} {p.x:.2f}", "%s" % (p,), str(p), sorted([Point(2, 1), Point(1, 9)]), max(Point(1, 1), Point(1, 2)))
Color = namedtuple("Color", "red, green blue", defaults=[0, 255])
print(Color(1), Color(1, 2), Color(red=9, blue=3), Color._field_defaults, Point.__name__, Color)
nested = Point(Point(1, 2), [p])
print(nested, namedtuple("Empty", "")(), namedtuple("R", "a class a", rename=True)(1, 2, 3))
make = namedtuple("Made", "x")._make
print(make([3]), make([4]))

class M:
    def __init__(self, name, suppress=False, fail=None):
        self.name, self.suppress, self.fail = name, suppress, fail
    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise RuntimeError("enter " + self.name)
        return self.name.upper()
    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback and "with a traceback" if kind is None else "")
        if self.fail == "exit":
            raise RuntimeError("exit " + self.name)
        return self.suppress
with M("a") as a:
    print("body", a)
with M("a"), M("b") as b, M("c"):
    print("body", b)
with (M("a") as a, M("b") as b):
    print("body", a, b)
with (M("p"), M("q"),):
    print("body")
with M("a", suppress=True):
    raise ValueError("suppressed")
print("after")
try:
    with M("a"):
        raise ValueError("not suppressed")
except ValueError as e:
    print("caught", e)
with M("outer", suppress=True):
    with M("inner"):
        1 / 0
    print("never")
with M("a"), M("b", suppress=True):
    raise KeyError("only inner sees")
for fail in ["enter", "exit"]:
    try:
        with M("a"), M("b", fail=fail):
            print("body")
    except RuntimeError as e:
        print("caught", e, repr(e.__context__))
try:
    with M("a"), M("b", fail="exit"):
        raise ValueError("first")
except RuntimeError as e:
    print("caught", e, repr(e.__context__))
with M("a", suppress=True), M("b", fail="exit"):
    raise ValueError("first")
class Target:
    pass
t = Target()
with M("x") as t.attribute, M("y") as (first), M("zz") as (c, d):
    print(t.attribute, first, c, d)
items = [0]
with M("item") as items[0]:
    print(items)

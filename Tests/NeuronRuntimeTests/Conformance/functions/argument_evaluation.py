log = []
def note(x, v=None):
    log.append(x)
    return v if v is not None else x
def f(*args, **kwargs):
    return args, kwargs
print(f(note(1), *note(2, [20]), note(3), k=note(4), **note(5, {"z": 6})), log)
log.clear()
def g(a=note("default a"), b=note("default b", [])):
    b.append(a)
    return b
print(log, g(), g(1), g(2, []), g(), log)
log.clear()
d = {note("k1"): note("v1"), note("k2"): note("v2")}
print(note("l") + note("r"), log)
log.clear()
x = [0, 0]
x[note(0, 0)] = note("value", 5)
print(log, x)
log.clear()
def target():
    log.append("target")
    return x
target()[note("index", 1)] += note("right", 7)
print(log, x)
log.clear()
print(note(1) < note(2) < note(3), note(3) < note(1) < note(9), log)
log.clear()
print(note(0, 0) or note("") or note("x"), note(1) and note(0, 0) and note(5), log)
log.clear()
y = note("a") if note("test") else note("b")
print(y, log)
log.clear()
[note(i) for i in [note("iter", 3)] if note("cond")]
print(log)
log.clear()
@note(lambda f: f)
def decorated(p=note("default")):
    return p
print(len(log), log[1], decorated())
log.clear()
(lambda a, b=note("lambda default"): (a, b))(note("arg"))
print(log)
log.clear()
a, b = note("first"), note("second")
print(log)
log.clear()
def h(a, b, *, c):
    return a, b, c
print(h(c=note("c"), b=note("b"), a=note("a")), log)
log.clear()
assert note(1), note("message never")
try:
    assert note(0, 0), note("message")
except AssertionError as e:
    print(e, log)
log.clear()
class C:
    def __getattr__(self, name):
        log.append(name)
        return lambda *a: (name, a)
print(C().method(note("argument")), log)
log.clear()
r = range(note("start", 1), note("stop", 3), note("step", 1))
for i in r:
    log.append(i)
print(log)
del x[note("deleted", 0)]
print(x)
s = f"{note('in f-string')}{note(2)!r:>{note('width', 5)}}"
print(s, log[-3:])
print((log.append("t1"), log.append("t2"))[0], log[-2:])

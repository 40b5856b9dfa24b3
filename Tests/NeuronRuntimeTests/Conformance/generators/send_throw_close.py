def echo():
    received = []
    while True:
        try:
            value = yield received
            received.append(value)
        except ValueError as e:
            received.append(f"caught {e}")
        except GeneratorExit:
            print("closing", received)
            raise
        finally:
            received.append("f")
g = echo()
print(next(g), g.send(1), g.send("two"), g.throw(ValueError("v")), g.send(None))
g.close()
g.close()
try:
    next(g)
except StopIteration:
    print("closed")
try:
    g.send(1)
except StopIteration:
    print("still closed")
try:
    g.throw(KeyError("into closed"))
except KeyError as e:
    print("KeyError", e)
g = echo()
try:
    g.send(5)
except TypeError as e:
    print(e)
print(g.send(None))
try:
    g.throw(KeyError("uncaught"))
except KeyError as e:
    print("out:", e)
print(list(g))
def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignored")
            yield 2
g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)
fresh = echo()
fresh.close()
print(list(fresh))
fresh = echo()
try:
    fresh.throw(ValueError("before start"))
except ValueError as e:
    print(e)
print(next(fresh, "finished"))
def returns_on_close():
    try:
        yield 1
    except GeneratorExit:
        return 5
r = returns_on_close()
next(r)
print(r.close())
def throws_stop():
    try:
        yield 1
    except ValueError:
        return "returned"
t = throws_stop()
next(t)
try:
    t.throw(ValueError)
except StopIteration as e:
    print(e.value)
def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("cleaned")
for x in cleanup():
    print(x)
c = cleanup()
print(next(c))
c.close()
c = cleanup()
try:
    next(c)
    c.throw(RuntimeError("boom"))
except RuntimeError as e:
    print(e)
def average():
    total = count = 0
    mean = None
    while True:
        value = yield mean
        total += value
        count += 1
        mean = total / count
a = average()
next(a)
print([a.send(v) for v in [10, 20, 60, 5]])
for bad in [5, "x", int, None]:
    try:
        cleanup().throw(bad)
    except TypeError as e:
        print(e)

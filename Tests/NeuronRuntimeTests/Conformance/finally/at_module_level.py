for i in range(4):
    try:
        if i == 1:
            continue
        if i == 3:
            break
        print("body", i)
    finally:
        print("finally", i)
else:
    print("never")
try:
    print("a")
finally:
    print("b")
try:
    try:
        raise ValueError("v")
    finally:
        print("c")
except ValueError as e:
    print(e)
try:
    pass
except ValueError:
    print("never")
else:
    print("else")
finally:
    print("finally")
x = 0
while True:
    try:
        x += 1
        if x < 3:
            continue
        if x == 5:
            break
        if x == 4:
            raise KeyError(x)
    except KeyError as e:
        print("handled", e)
    finally:
        print("x is", x)
class C:
    try:
        a = 1
        b = undefined_name
    except NameError:
        b = 2
    finally:
        c = 3
print(C.a, C.b, C.c)
try:
    print("last")
    raise RuntimeError("out")
finally:
    print("cleaned up")

def f():
    if False:
        x = 1
    assert True, x
    print(x)
f()

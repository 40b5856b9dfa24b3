from functools import update_wrapper


def f():
    pass


update_wrapper(f, f, assigned=[5])

class A: pass
print(isinstance(3, int | str), isinstance(None, int | None), isinstance(2.5, int | str), int | str | None)
print(isinstance(A(), A | int), isinstance([], (int, list | str)))
try: int | 3
except TypeError as e: print(e)

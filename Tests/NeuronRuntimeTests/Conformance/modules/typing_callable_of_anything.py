import typing
from typing import Callable, List, Dict
print(Callable[[int, str], float], Callable[..., int], Callable[[], None], List[int], Dict[str, List[int]])
l = []
l.append(l)
for give in [lambda: Callable[int], lambda: Callable[int, str], lambda: Callable[l], lambda: Callable[int, str, 3], lambda: Callable[3, 4]]:
    try: print(give())
    except TypeError as e: print(e)
try: print(Callable[l, int])
except RecursionError as e: print("deep")

from typing import *
class A:
    pass
def f(x): return x
for g in [lambda: List[[int]], lambda: Dict[str, [int, str]], lambda: Callable[[[int]], str], lambda: Callable[(int,), str],  lambda: Optional[None], lambda: List[None], lambda: Union[int, None], lambda: Optional[int], lambda: Literal[1, 'a', None], lambda: List[A], lambda: Tuple[int, ...], lambda: Callable[[int], int], lambda: Callable[f, int], lambda: Tuple[()], lambda: Callable[int, f], lambda: Generator[int, None, None], lambda: Union[int], lambda: Union[int, str], lambda: Any, lambda: List["A"], lambda: TypeVar("T"), lambda: List[TypeVar("T")], lambda: Iterable[Callable[..., Any]]]:
    try: print(g())
    except Exception as e: print(type(e), e)
print(Optional[Union[int, str]], Union[int, str, int], Union[None, None], Union[Optional[int], str], Union[List[int], List[int]], Union[List[int], None])
print(Union[int, Union[str, float]], Optional[Optional[int]], Tuple[()], Dict[str, Optional[List[int]]])

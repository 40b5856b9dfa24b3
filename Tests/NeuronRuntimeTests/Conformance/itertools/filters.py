from itertools import takewhile, dropwhile, filterfalse, compress

numbers = [1, 3, 5, 6, 7, 2]
odd = lambda n: n % 2
print(list(takewhile(odd, numbers)), list(dropwhile(odd, numbers)), list(filterfalse(odd, numbers)))
print(list(filterfalse(None, [0, 1, "", "a"])), list(takewhile(bool, [])), list(compress("abcdef", [1, 0, 1, 0, 1])))
it = iter(numbers)
print(list(takewhile(lambda n: n < 5, it)), list(it))
t = takewhile(odd, numbers)
print(list(t), list(t), next(t, None))
print(list(compress(data="abc", selectors=[True, False, True])))
def stopping(x):
    if x > 2:
        raise StopIteration
    return True
print(list(takewhile(stopping, [1, 2, 3, 4])))

from itertools import chain, accumulate, zip_longest, pairwise, starmap

print(list(chain([1, 2], (3,), "ab", range(2), {"k": 1})), list(chain()), list(chain.from_iterable(["ab", [1]])))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([])))
print(list(accumulate([1, 2, 3], initial=10)), list(accumulate("abc")), list(accumulate([1, 2], func=lambda a, b: a * 10 + b)))
print(list(accumulate([5], initial=None)), list(accumulate([[1], [2]])))
print(list(zip_longest([1, 2, 3], "a")), list(zip_longest("ab", [1], (), fillvalue="-")), list(zip_longest()))
print(list(pairwise("abcd")), list(pairwise([1])), list(pairwise([])))
print(list(starmap(pow, [(2, 5), (3, 2)])), list(starmap(lambda a, b=1: a + b, [(1,), [2, 3]])))
c = chain("ab", [1])
print(next(c), list(c), next(c, "end"), iter(c) is c)
flat = [x for row in chain.from_iterable([[[1], [2]], [[3]]]) for x in row]
print(flat, 2 in chain([1], [2]), sum(chain([1], [2, 3])), max(chain("az")), sorted(chain("ba", "c")))
a, b, *rest = chain("xy", "zw")
print(a, b, rest)

from itertools import product, permutations, combinations, combinations_with_replacement

print(list(product("ab", [1, 2])), list(product()), list(product([0, 1], repeat=3)), list(product("ab", [])))
print(list(product([1], repeat=0)), [*product(range(2), range(3))][:4], len(list(product(range(3), repeat=4))))
print(list(permutations([1, 2, 3])), list(permutations("abc", 2)), list(permutations("ab", 3)), list(permutations("", 0)))
print([len(list(permutations(range(n)))) for n in range(7)], list(permutations(range(4), r=None))[-3:])
print(list(combinations("abcd", 2)), list(combinations([1, 2], 3)), list(combinations([1, 2], 0)), list(combinations(range(4), r=4)))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement([], 1)), list(combinations_with_replacement([], 0)))
print(list(permutations(range(4), 3)))
print(["".join(p) for p in permutations("abcd") if p[0] < p[-1]][:6])
total = 0
for a, b, c in product(range(1, 20), repeat=3):
    if a * a + b * b == c * c:
        total += a
print(total)

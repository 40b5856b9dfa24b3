a, b = {1, 2, 3}, {3, 4}
print(a ^ b, a.symmetric_difference([3, 4, 4]), a.symmetric_difference({1: 2, 9: 3}))
a ^= b
print(a)
a.symmetric_difference_update([1, 1, 7])
print(a, a ^ a)

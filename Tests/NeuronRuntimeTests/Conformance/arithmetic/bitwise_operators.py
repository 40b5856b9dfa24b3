for a, b in [(12, 10), (-12, 10), (-12, -10), (2**70 + 5, 7), (-2**70, 2**65 - 1), (-2**70 - 3, -2**66 + 1)]:
    print(a & b, a | b, a ^ b, ~a)
print(True & False, True | False, True ^ True, ~True, True & 3, 4 | True)

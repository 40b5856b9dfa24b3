print(True + True, True * 3, -True, +False, True / 2, True // 2, 5 % True, [10, 20][True])
print(sum([True, False, True]), True < 2, True == 1, {1: "a"}[True], isinstance(True, int), str(True))
print(round(True), abs(True), divmod(True, True), bin(True), int(True), float(True), True << True)

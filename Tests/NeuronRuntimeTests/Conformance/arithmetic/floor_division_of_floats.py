for a in [7.5, -7.5, 1e300, 0.0, -0.0, 5.0]:
    for b in [2.0, -2.0, 0.3, 1e-10, float("inf"), -float("inf")]:
        print(a, b, a // b, a % b)
print(float("inf") // 1.0, float("inf") % 1.0, -1.0 // float("inf"))
print(1 // 0.1, 1 % 0.1, -1 // 0.1, 0.3 // 0.1)
print(divmod(5.5, 2), divmod(-5.5, 2))

a = 2**53
print(a == float(a), a + 1 == float(a), a + 1 > float(a), float(a) < a + 1, a - 1 < float(a))
print(2**63 == 2.0**63, 2**63 - 1 == 2.0**63, 2**63 - 1 < 2.0**63, -(2**63) == -(2.0**63))
print(10**400 > 1e308, -(10**400) < -1e308, 10**400 < float("inf"), -(10**400) > float("-inf"))
print(1 < float("nan"), 1 == float("nan"), 1 != float("nan"), 10**30 == 1e30, 10**22 == 1e22, 10**23 == 1e23)
print(0 == -0.0, 1 == True, 1.0 == True, 3 < 3.5, 4 > 3.5, -4 < -3.5)
print(max(2**53 + 1, float(2**53)), min(2**53 - 1, float(2**53)))

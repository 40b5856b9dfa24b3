import math
print(math.factorial(0), math.factorial(20), math.factorial(30), math.gcd(12, 18), math.gcd(), math.gcd(-4, 6), math.gcd(0, 0), math.lcm(4, 6), math.lcm(), math.lcm(0, 5), math.comb(5, 2), math.comb(50, 25), math.comb(2, 5), math.perm(5, 2), math.perm(5), math.isqrt(17), math.isqrt(10**40 + 1), math.prod([1, 2, 3]), math.prod([]), math.prod([2.5, 2], start=10))

inf, nan = float("inf"), float("nan")
values = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.7, 1e-300, 1e300, 5e-324, 1.7976931348623157e308, inf, -inf, nan, 7, -3, 10**18]
def attempt(f):
    try:
        return f()
    except (ZeroDivisionError, OverflowError, ValueError) as e:
        return f"{type(e).__name__}: {e}"
for a in values:
    for b in values:
        print(a, b, a + b, a - b, a * b, attempt(lambda: a / b), attempt(lambda: a // b), attempt(lambda: a % b), attempt(lambda: divmod(a, b)), a < b, a == b, a <= b, sep=" ; ")
for a in [0.0, -0.0, 2.0, 0.5, 10.0, inf, nan, -2.0, -inf]:
    print([attempt(lambda: a ** b) for b in [0, 1, -1, 2, 0.5, -3.0, 1e3, inf, -inf, nan] if not (a < 0 and b == 0.5)])
print([attempt(lambda: f(v)) for v in [inf, -inf, nan, 1e300, -2.5, -0.0] for f in (int, round, abs, bool, str)])
print([(v).is_integer() for v in [1.0, 1.5, inf, nan, -0.0, 1e300]], [attempt(lambda: v.as_integer_ratio()) for v in [0.5, 0.1, -0.0, inf, nan, 1e20]])
print(0.1 + 0.2, 0.1 * 3, 1 / 3, 2 / 3, 1e16 + 1, 1e308 * 10, -1e308 * 10, 5e-324 / 2, 1.1 * 1.1, 3.0 == 3, 0.1 + 0.2 == 0.3, 1e20 == 10**20, 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53, hash(1.0) == hash(1), hash(0.5), hash(-0.0), hash(inf), hash(-inf), hash(1e300))
print(-7.5 // 2, -7.5 % 2, 7.5 // -2, 7.5 % -2, 1e20 // 3, 1e20 % 3, -1e-20 % 1, 1e-20 // -1, 0.3 % 0.1, 0.3 // 0.1, 6.0 // 0.1, 5 // 0.3, 5 % 0.3, -0.0 // 1, 0.0 % -1, divmod(-0.0, 3), divmod(5.5, -1.5))
for x in [2.5, 3.5, -2.5, 0.5, 1.5, 2.675, 1.005, 1e16 + 0.5, 123.456, -123.456, 5e-5, 1e22, 99.995, 0.125, 0.375]:
    print(x, [round(x, n) for n in (-2, -1, 0, 1, 2, 3, 5, 20)], round(x))
for n in [0, 5, 15, 25, 35, -15, -25, 149, 150, 250, 350, 12345, 10**20 + 5 * 10**9, -5, 50, 500]:
    print(n, [round(n, d) for d in (-1, -2, -3, -10, 0, 2, None)])

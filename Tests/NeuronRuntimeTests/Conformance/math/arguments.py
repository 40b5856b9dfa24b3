import math

def attempt(f, *arguments, **keywords):
    try:
        print(f(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)

for f in [math.sqrt, math.atan2, math.comb, math.perm, math.gcd, math.fsum, math.hypot, math.log, math.ldexp]:
    attempt(f)
    attempt(f, 1, 2, 3)
    attempt(f, x=1)
attempt(math.perm, 5)
attempt(math.perm, 5, None)
attempt(math.perm, -1)
attempt(math.isclose)
attempt(math.isclose, 1, 2, 0.5)
attempt(math.isclose, a=1, b=1 + 1e-12)
attempt(math.fsum, [1e308, 1e308])
attempt(math.fsum, [math.inf, -math.inf])
attempt(math.fsum, [math.inf, 1])

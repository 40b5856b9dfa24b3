def check(n):
    if n < 0:
        raise ValueError(f"n must not be negative, not {n}")
    return n
print(check(1))
check(-1)

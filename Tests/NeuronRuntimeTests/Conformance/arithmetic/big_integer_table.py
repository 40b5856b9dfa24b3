values = [0, 1, -1, 2, -2, 7, -7, 10, 255, -256, 2**31 - 1, -2**31, 2**32, 2**53 + 1, 2**62, 2**63 - 1, -2**63, 2**63, 2**64 - 1, -2**64, 10**19, -10**20, 3**50, -7**40]
for a in values:
    row = []
    for b in values:
        row += [a + b, a - b, a * b, a & b, a | b, a ^ b]
        if b:
            row += [a // b, a % b, divmod(a, b), a / b]
        row += [a < b, a == b, a >= b]
    print(a, sum(1 for r in row if r is True), *row[:40:7])
    print(sum(r for r in row if isinstance(r, int)), [r for r in row if isinstance(r, tuple)][:6])
for a in values:
    print(-a, ~a, abs(a), a << 3, a >> 3, a << 64, a >> 64, a.bit_length(), a ** 2, a ** 3, hex(a), bin(a)[:40], oct(a), float(a), hash(a), str(a), int(str(a)) == a, int(hex(a), 16) == a, bool(a))
print([(-7) // 2, -7 % 2, 7 // -2, 7 % -2, -7 // -2, -7 % -2, -8 // 2, -8 % 2, 0 // -3, 0 % -3, 1 // -10**30, 1 % -10**30, -1 // 10**30, -1 % 10**30])
print([divmod(a, b) for a in (17, -17, 10**20, -10**20) for b in (5, -5, 10**10 + 1, -10**19)])
print([pow(3, e, m) for e in (0, 1, 10, 10**6) for m in (1, 2, 7, -7, 10**18 + 9)], pow(3, -1, 7), pow(10, -3, 17), pow(-3, 5, 11), pow(2, 10, -1000), pow(0, 0), pow(0, 0, 1), pow(2, 1000, 10**9 + 7))
print(2 ** -1, (-2) ** -3, 10 ** -2, 0 ** 0, (-1) ** 10**6, (-1) ** (10**6 + 1), 2 ** 0.5, 4 ** 0.5, (-8) ** 2, 1 ** 10**20)
print(sum(10**i for i in range(30)), 123456789 ** 5, 99999999999 * 99999999999, (10**40 + 1) // 7, (10**40 + 1) % 7, -(10**40) // 3, 10**40 >> 50, -(10**40) >> 50, 10**40 & -10**20, ~10**30)
print((2**100).bit_count(), (255).bit_count(), (5).as_integer_ratio(), (5).conjugate(), (5).numerator, (5).denominator, (5).real, (5).imag)

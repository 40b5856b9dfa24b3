values = [2**64 - 1, 2**64, -2**64, -(2**64 - 1), -2**64 - 1, 2**63, -2**63, -2**63 - 1, 2**128, 2**128 - 1, -2**128, -(2**128 - 1), -1, 1, 0, -2, 2**127, -2**127]
for a in values:
    print([hex(a & b) for b in values])
    print([hex(a | b) for b in values])
    print([hex(a ^ b) for b in values])
    print(hex(~a), hex(a >> 64), hex(a << 64), hex(-a))

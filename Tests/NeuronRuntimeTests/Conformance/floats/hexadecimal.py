for x in [1.0, 0.1, -2.5, 0.0, -0.0, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 1e-310, float("inf"), 3.14]:
    print(x.hex(), float.fromhex(x.hex()) == x)
for text in ["0x1.8p3", "1.8p3", " -0x.8p0 ", "0x10", "a.8", "+INF", "0x1p-1074", "0x1p-1076", "0x1.fffffffffffff8p1022", "0x0p99999999999", "1.p2"]:
    print(float.fromhex(text))
print(float.nan.hex() if False else float("nan").hex(), (1.5).fromhex("0x1p4"))

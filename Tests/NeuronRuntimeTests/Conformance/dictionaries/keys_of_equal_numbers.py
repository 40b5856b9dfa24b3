d = {1: "int", 1.0: "float", True: "bool"}
print(d, d[1], d[1.0], d[True], {0: "a", False: "b", 0.0: "c", -0.0: "d"}, {2**70: 1}[float(2**70)], {(1, 2): 3}[(1.0, 2)], {None: 1}[None], {0.5: "half"}[1 / 2])
print(hash(1) == hash(1.0), hash(2**61 - 1), hash(-1), hash(0.5), hash(10**30), hash(float("inf")), hash(1e300), hash(-2**70), hash(-0.5), hash(0.1), hash(5e-324), hash(True))

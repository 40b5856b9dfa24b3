print(abs(-5), abs(5.5), abs(-0.0), abs(-2**63), abs(-10**30), abs(float("-inf")), abs(False))

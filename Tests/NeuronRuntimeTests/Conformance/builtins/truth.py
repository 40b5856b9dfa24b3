for v in [0, 1, -1, 0.0, 0.1, "", "a", [], [0], (), (0,), {}, {0: 0}, None, True, False, range(0), range(1), 10**30, print]:
    print(bool(v), not v, "yes" if v else "no")

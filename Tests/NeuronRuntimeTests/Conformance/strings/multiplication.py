print("ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "" * 100, "é" * 3, "x" * True)

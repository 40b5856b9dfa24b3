print(any([0, "", None]), any([0, 1]), any([]), all([1, "a"]), all([1, 0]), all([]), any(map(lambda x: x > 2, [1, 2, 3])), all("abc"))

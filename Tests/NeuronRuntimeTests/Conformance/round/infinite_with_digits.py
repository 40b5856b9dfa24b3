print(round(float("inf"), 2), round(float("nan"), 2), round(float("-inf"), -2))

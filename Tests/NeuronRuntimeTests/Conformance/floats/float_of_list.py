print(float([1]))

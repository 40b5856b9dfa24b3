set.add([1], 2)

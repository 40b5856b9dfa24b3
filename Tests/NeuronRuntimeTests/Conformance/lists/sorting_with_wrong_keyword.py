sorted([1], cmp=1)

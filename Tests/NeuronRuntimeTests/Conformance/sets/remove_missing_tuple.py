{1}.remove((1, 2))

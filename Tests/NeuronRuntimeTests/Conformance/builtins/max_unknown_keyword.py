max([1], foo=2)

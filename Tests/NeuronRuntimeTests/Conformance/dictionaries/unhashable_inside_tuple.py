print({}.get((1, [2])))

print({x * x % 37 for x in range(30)})
print({(i, j) for i in range(3) for j in range(3) if i != j})
print(sorted({c for c in "mississippi"}))
print(len({x // 2 for x in range(11)}))

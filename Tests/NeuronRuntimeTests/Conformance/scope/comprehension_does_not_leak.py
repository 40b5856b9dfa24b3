[leak for leak in range(3)]
print(leak)

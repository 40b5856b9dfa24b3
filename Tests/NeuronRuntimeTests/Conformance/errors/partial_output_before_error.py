print("before")
for i in range(3):
    print(i, 10 // (2 - i))

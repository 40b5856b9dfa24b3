print([] >= 5)

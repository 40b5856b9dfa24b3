print(None + None)

list = [1, 2]
def len(x):
    return "my len"
print(len(list))
del len
print(len(list))
list("a")

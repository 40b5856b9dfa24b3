def first_of_each(lists):
    for items in lists:
        yield next(iter(items))


print(list(first_of_each([[1], [2, 3]])))
for x in first_of_each([[1], []]):
    print(x)

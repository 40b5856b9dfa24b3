print("{name} is {age:>4} {items[1]}".format_map({"name": "Ada", "age": 36, "items": [1, 2]}))

class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"

print("{a} {b}".format_map(Default(a=1)))

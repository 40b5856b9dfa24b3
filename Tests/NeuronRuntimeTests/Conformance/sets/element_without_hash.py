class Value:
    def __eq__(self, other):
        return True

print({Value()})

words = "the cat and the dog and the bird".split()
unique = set(words)
print(len(unique), sorted(unique), "cat" in unique)
print(sorted(unique - {"the", "and"}), sorted(unique | {"fish"}), unique == set(reversed(words)))

print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0))

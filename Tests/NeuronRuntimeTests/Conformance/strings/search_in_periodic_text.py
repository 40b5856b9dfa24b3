text = "a" * 20000
print(text.find("a" * 5000 + "b"), text.count("a" * 100), ("ab" * 5000).find("ba" * 2500 + "a"))
print(len(text.replace("a" * 10, "b")), ("a" * 3000 + "b" in text + "b"), text.rfind("b" + "a" * 500))

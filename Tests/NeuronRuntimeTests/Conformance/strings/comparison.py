print("a" < "b", "a" < "B", "abc" < "abd", "abc" < "abcd", "" < "a", "é" > "z", "a" == "a", "a" != "b", "Z" <= "a", "10" < "9", "😀" > "\uffff", max("hello"), min("hello"), sorted("hello"))

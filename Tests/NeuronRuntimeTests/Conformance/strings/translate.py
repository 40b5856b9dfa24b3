table = str.maketrans("abc", "xyz", "!")
print(table, "aabbcc!d".translate(table), "".maketrans("a", "b"))
print("hello".translate({ord("h"): "J", ord("l"): None, 101: 69}), "abc".translate({}))
print(str.maketrans({"a": "1", 98: None, "ß": "ss"}), "abß".translate(str.maketrans({"a": "1", 98: None, "ß": "ss"})))
print("λx.y".translate({955: "\\"}), "abc".translate([0] * 97 + ["first", None]))

class Upper:
    def __getitem__(self, code):
        if code > 110:
            raise LookupError
        return code - 32

print("maximum".translate(Upper()))

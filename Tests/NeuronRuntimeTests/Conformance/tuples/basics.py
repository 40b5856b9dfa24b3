t = (1, "a", 2.5)
print(t, t[0], t[-1], t[1:], t + (4,), t * 2, len(t), (), (1,), 1 in t, t.index("a"), t.count(1), t == (1, "a", 2.5), (1, 2) < (1, 3), tuple([1, 2]), tuple("ab"), tuple(), hash((1,)) == hash((1.0,)) if False else "")
a, b, c = t
print(a, b, c, (((1))), ((1,),), 1, 2)

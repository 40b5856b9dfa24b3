print("{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{a} {b}".format(a=1, b=2), "{:>5}|{:<5}|{:^5}".format(1, 2, 3))
print("{0[1]} {1[k]}".format([1, 2], {"k": 3}), "{!r} {!s:>4} {0!r}".format("x", "y") if False else "{!r} {!s:>4}".format("x", "y"), "{{}} {}".format(5))
print("{:{}}|{:{w}.{p}f}".format("a", 5, 3.14159, w=8, p=2), "{:,}".format(10**9), "{0:x} {0:b} {0:o}".format(10), "{:%}".format(0.25))
print("{0}{0}{1}".format("a", "b"), "{x[0]}{x[1]}".format(x=(1, 2)), "".format(), "no fields".format(1, 2), "{:.3}".format("abcdef"))

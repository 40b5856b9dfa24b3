def f(prefix):
    parts = [prefix + str(i) for i in range(3)]
    for part in parts:
        text = part * 2
        got = yield text + "!"
        parts.append(got) if got else None
        if len(parts) > 5:
            return text


g = f("a")
h = f("b")
out = [next(g), next(h)]
for i in range(4):
    junk = [str(k) + "x" for k in range(50)]
    out.append(g.send("s" + str(i)))
    out.append(next(h, None))
print(out)

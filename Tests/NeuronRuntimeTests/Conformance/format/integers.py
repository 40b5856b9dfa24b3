n = 1234567
for spec in ["d", ",", "_", "x", "X", "#x", "#X", "b", "#b", "o", "#o", "n", "+", " ", "+,", "020,", "08", "+08", "<12", "^12", ">12", "=+12", "*=12", "_x", "_b", "#_x", "c".replace("c", "d"), "012_d", "e", ".2f", "g", "%", ".1%", "10.3e"]:
    print(spec, "[" + format(n, spec) + "]", "[" + format(-n, spec) + "]")
print(format(65, "c"), format(8364, "c"), format(2**70, "x"), format(-2**70, "#x"), format(2**70, ","), format(0, "b"))

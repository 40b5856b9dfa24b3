x = 3
name = "Ann"
print(f"{x}", f"{x + 1}", f"{x=}", f"{x + 1 = }", f"{name!r}", f"{name!s:>6}", f"{name!a}", f"{{}}", f"{{{x}}}", f"a{x}b{name}c")
print(f"{x:>{x + 2}}|", f"{'nested ' + f'{x}'}", f"{x!r:5}|", f"{x = :5}|", f"{name = }", f"{name = !s}", f"{x=:.2f}")
print(f"{[i for i in range(3)]}", f"{(lambda v: v * 2)(4)}", f"{ {'a': 1}['a'] }", f'{"q"}', f"""{
x}""", f"{x,}", f"{x if x > 2 else 0}")
print(rf"\n{x}", f"\t{x}\x41", "a" f"{x}" "b", f"é{'ü'}€")

"""Random exceptions, generators, star arguments and sets; a part of `Generator`."""

KINDS = ["ValueError", "KeyError", "TypeError", "ZeroDivisionError", "IndexError", "(ValueError, IndexError)", "LookupError", "ArithmeticError", "Exception", "AttributeError"]


class ControlStatements:
    """Needs the choices, scopes and `emit` of the generator that it is a part of."""

    def guarded(self, lines):
        """Lines that may fail, and what to print then."""
        self.emit("try:")
        for line in "\n".join(lines).split("\n"):
            self.emit("    " + line)
        self.emit("except Exception as error:")
        self.emit("    print(type(error).__name__, error)")

    def risky(self):
        """A statement that fails more often than not."""
        e = lambda kind: self.expression(kind, 1)
        return self.pick([
            f"raise {self.pick(['ValueError', 'KeyError', 'TypeError', 'IndexError', 'RuntimeError'])}({e(self.pick(['str', 'int', 'tuple']))})",
            f"print({e('int')} // {self.pick(['0', e('int')])})", f"print({e('list')}[{self.pick(['0', '1', '5', '-3'])}])",
            f"print({e('dict')}[{self.pick([repr('a'), '1', repr('zz')])}])", f"print(int({e('str')}))",
            f"print({e('str')}.index({self.literal('str')}))", f"print({e('list')}.index({e('int')}))",
            f"print({e('int')} + {e('str')})", f"print({e(self.pick(['int', 'str', 'list']))}.nothing)",
            f"print(undefined_name)", f"print({e('list')}.pop({self.pick(['', '0', '9'])}))",
            f"assert {self.test(1)}, {e('str')}", f"print(next(iter({e('list')})))", f"a, b = {e('list')}",
            f"print({e(self.pick(['int', 'str', 'list', 'none']))}())", f"print(len({e(self.pick(['int', 'str', 'dict']))}))",
            f"print({{**{e('dict')}}}[{e('list')}])", f"print('%d' % {e(self.pick(['str', 'float', 'tuple']))})",
            f"print(sorted([{e('int')}, {e('str')}, None]))", f"print(max({e('list')}))", f"print(float({e('str')}))",
            f"print(chr({e('int')}))", f"print({e('str')}.join({e('list')}))", f"print(format({e('str')}, 'd'))",
        ])

    def attempt(self):
        self.emit("try:")
        self.body(self.random.randint(0, 1))
        if self.chance(0.75):
            self.emit("    " + self.risky())
        self.leaving(0.35)
        for kind in self.random.sample(KINDS, self.random.randint(0, 3)):
            named = self.chance(0.7)
            self.emit(f"except {kind}{' as error' if named else ''}:")
            if named:
                self.emit("    print(repr(error), error.args, error.__context__ is None)")
            self.body(1)
            if self.chance(0.2):
                self.emit("    " + self.pick(["raise", f"raise RuntimeError({self.literal('str')})" + (" from error" if named else ""), self.risky()]))
            self.leaving(0.2)
        self.emit("except Exception as error:")
        self.emit("    print('other', type(error).__name__, error)")
        if self.chance(0.3):
            self.emit("else:")
            self.body(1)
        if self.chance(0.6):
            self.emit("finally:")
            self.emit("    print('finally')")
            self.leaving(0.15)

    def leaving(self, share):
        """Leaves the loop or function around a block, now and then."""
        ways = ["break", "continue"] if self.loops else []
        if self.returns:
            ways.append(f"return {self.expression(self.returns, 1)}")
        if ways and self.chance(share):
            self.emit(f"    if {self.test(1)}:")
            self.emit("        " + self.pick(ways))

    def generator(self):
        """What a generator does when it is dropped half-way prints nothing: CPython does it at once, by
        counting references, and neuron at the end of the program.
        """
        name, count, got = self.fresh("gen"), self.fresh("n"), self.fresh("r")
        e = lambda: self.expression(self.pick(["int", "str", "list", "tuple"]), 1)
        self.emit(f"def {name}({count}=3):")
        self.scopes.append({count: "int"})
        known, self.functions = self.functions, {}
        self.emit(f"    for i in range({count} % 5):")
        self.emit(self.pick([
            "        yield i", f"        yield i, {e()}", f"        {got} = yield i\n        if {got}:\n            print('got', {got})",
            f"        try:\n            yield i\n        except ValueError as error:\n            print('inside', error)\n            yield 'handled'\n        finally:\n            i += 0",
            f"        if i == 2:\n            return {e()}\n        yield {e()}", f"        yield from range(i)", f"        yield from ({e()} for _ in range(2))",
            f"        yield 1 // (2 - i)",
        ]).replace("\n        ", "\n" + "    " * self.depth + "        "))
        if self.chance(0.4):
            self.emit("    " + self.pick([f"return {e()}", f"yield from [{e()}]", f"yield {e()}"]))
        self.functions = known
        self.scopes.pop()
        n = self.random.randint(0, 4)
        self.guarded([self.pick([
            f"print(list({name}({n})))", f"print([*{name}({n}), *{name}()])", f"for x in {name}({n}):\n    print(x, end=' ')",
            f"g = {name}({n})\nprint(next(g, None), next(g, 'end'))\nprint(list(g))",
            f"g = {name}({n})\nprint(next(g), g.send({e()}), g.send(None))",
            f"g = {name}({n})\nprint(next(g))\nprint(g.throw(ValueError('thrown')))\nprint(list(g))",
            f"g = {name}({n})\nprint(next(g))\ng.close()\nprint(list(g))", f"a, *b = {name}({n})\nprint(a, b)",
            f"print(sum(x for x in {name}({n}) if isinstance(x, int)), dict(enumerate({name}({n}))))",
            f"print(list(zip({name}({n}), 'ab')), sorted({name}({n}), key=str), any({name}({n})))",
            f"def outer():\n    result = yield from {name}({n})\n    print('result', result)\n    yield 'last'\nprint(list(outer()))",
            f"g = ({self.expression('int', 1)} for x in {name}({n}) if x != 1)\nprint(next(g, 'none'), list(g))",
        ])])

    def star_function(self):
        name = self.fresh("s")
        signature = self.pick(["*args, **kwargs", "a, *args, k=1, **kwargs", "a, b=2, *args", "a, /, b, *, c=3", "*, k, l=2", "a=1, **kwargs"])
        self.emit(f"def {name}({signature}):")
        names = [part.strip().split("=")[0].lstrip("*") for part in signature.split(",") if part.strip() not in ("*", "/")]
        self.emit(f"    return {', '.join('sorted(kwargs.items())' if n == 'kwargs' else n for n in names)},")
        e = lambda kind="int": self.expression(kind, 1)
        for _ in range(self.random.randint(1, 3)):
            given = self.random.sample([
                e(), e("str"), f"*{e('list')}", f"*{e('str')}", "*range(2)", f"k={e()}", f"b={e()}", "c=5", "**{'x': 1}",
                f"**dict(k={e()})", "**{'a': 1, 'zz': 2}", f"**{{{e('str')}: 1}}", "*()", f"**{e('dict')}",
            ], self.random.randint(0, 4))
            # Positional ones, then keywords, then `**`, as Python wants them.
            given.sort(key=lambda g: 2 if g.startswith("**") else 0 if g.startswith("*") or "=" not in g or not g.split("=")[0].isidentifier() else 1)
            if len({g.split("=")[0] for g in given if not g.startswith("*")}) == len([g for g in given if not g.startswith("*")]):
                self.guarded([f"print({name}({', '.join(given)}))"])

    def element(self):
        """An integer, certainly: a set of anything else prints in another order than CPython's."""
        return f"int({self.expression('int', 1)}) % {self.pick([7, 97, 1009, 2**40])}"

    def of_set(self, depth):
        e = lambda: self.expression("set", depth)
        return self.pick([
            lambda: "{" + ", ".join(self.element() for _ in range(self.random.randint(1, 5))) + "}",
            lambda: f"set({self.numbers(depth)})" if self.chance(0.5) else f"set(range({self.random.randint(-3, 5)}, {self.random.randint(0, 40)}, {self.random.randint(1, 9)}))",
            lambda: f"({e()} {self.pick(['|', '&', '-', '^'])} {e()})",
            lambda: f"{e()}.{self.pick(['union', 'intersection', 'difference', 'symmetric_difference'])}({e()})",
            lambda: f"{{x * {self.random.randint(1, 70)} % 1009 for x in {e()}}}",
            lambda: f"{e()}.copy()", lambda: f"set(sorted({e()}))",
            lambda: f"{{x for x in range({self.random.randint(0, 30)}) if x % {self.random.randint(1, 5)} == 0}}",
        ])()

    def set_mutation(self):
        own = self.own_variables("set")
        if not own:
            name = self.fresh("z")
            self.emit(f"{name} = {self.expression('set', 2)}")
            self.scopes[-1][name] = "set"
            return
        name = self.pick(own)
        self.guarded([
            self.pick([
                f"{name}.add({self.element()})", f"{name}.discard({self.element()})", f"{name}.remove({self.random.randint(0, 9)})",
                f"{name} {self.pick(['|=', '&=', '-=', '^='])} {self.expression('set', 1)}", f"{name}.update({self.numbers(1)}, [1])",
                f"print({name}.pop())", f"print({name}.issubset({self.expression('set', 1)}), {name} < {self.expression('set', 1)}, {name} >= {{1}})",
                f"print({name}.isdisjoint({self.numbers(1)}), 3 in {name}, len({name}))", f"print(sorted({name}), sum({name}), max({name}))",
                f"print(frozenset({name}), {{frozenset({name}): 1}}, {name} == set({name}))", f"{name}.intersection_update({self.numbers(1)})",
            ]),
            f"print({name})",
        ])

    def sorting(self):
        e = lambda kind: self.expression(kind, 1)
        records = ", ".join(f"({e('str')}, {e('int')}, {e('float')})" for _ in range(self.random.randint(2, 5)))
        self.guarded([self.pick([
            f"print(sorted([{records}], key=lambda r: r[{self.random.randint(0, 2)}], reverse={self.pick(['True', 'False'])}))",
            f"print(sorted([{records}]), max([{records}]), min([{records}], key=lambda r: r[1]))",
            f"rows = [{records}]\nrows.sort(key=lambda r: (len(r[0]), -r[1]))\nprint(rows)",
            f"print(sorted({e('list')}), sorted({e('str')}, key=str.lower), sorted({e('dict')}))",
            f"print(sorted({e('dict')}.items(), key=lambda kv: str(kv[1])), sorted({self.numbers(1)}, key=lambda v: (v % 3, -v)))",
            f"print([a for a, b in sorted(zip({self.numbers(1)}, {e('str')}))], list(map(lambda a, b: (a, b), {e('str')}, {self.numbers(1)})))",
        ])])

    def slicing(self):
        own = self.own_variables("list")
        if not own or self.loops:
            return self.sorting()
        name = self.pick(own)
        self.guarded([
            self.pick([
                f"{name}[{self.slice()}] = {self.expression(self.pick(['list', 'str', 'tuple', 'set', 'int']), 1)}",
                f"del {name}[{self.slice()}]", f"{name}[{self.pick(['0', '-1', '9'])}] = {self.expression('int', 1)}",
                f"del {name}[{self.pick(['0', '-1', '9'])}]", f"{name} += {self.expression(self.pick(['str', 'tuple', 'set', 'int']), 1)}",
                f"{name} *= {self.pick(['0', '1', '2', '1.5'])}", f"{name}.insert({self.random.randint(-9, 9)}, {self.expression('str', 1)})",
                f"{name}.remove({self.expression('int', 1)})", f"print({name}.index({self.expression('int', 1)}, {self.random.randint(-3, 3)}))",
                f"x, *{name}, y = {name}", f"{name}.sort(reverse=True)",
            ]),
            f"print({name}, len({name}))",
        ])

"""Random well-formed programs of the part of Python that neuron has.

Expressions are made by type, so that most programs run to their end; one in some fifty is of another
type than asked for, which makes the exceptions. Loops are over short ranges, numbers are reduced and
texts are cut before they are stored in a loop, so that every program ends soon.
"""

import random

from control import ControlStatements
from objects import ObjectStatements

TYPES = ["int", "float", "bool", "str", "list", "tuple", "dict", "set"]


class Generator(ControlStatements, ObjectStatements):
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.class_names = []
        # Pairs of a class and one derived from it.
        self.related = []
        # What the function around returns; `None` outside of functions.
        self.returns = None
        self.scopes = [{}]
        self.functions = {}
        self.names = 0
        self.lines = []
        self.depth = 0
        self.loops = 0

    # Choices

    def chance(self, share):
        return self.random.random() < share

    def pick(self, items):
        return self.random.choice(items)

    def fresh(self, stem):
        self.names += 1
        return f"{stem}{self.names}"

    def variables(self, kind):
        return [name for scope in self.scopes for name, known in scope.items() if known == kind]

    def own_variables(self, kind):
        return [name for name, known in self.scopes[-1].items() if known == kind]

    # Expressions

    def expression(self, kind, depth=3):
        if self.chance(0.0015):
            kind = self.pick(TYPES + ["none"])
        known = self.variables(kind)
        if known and self.chance(0.35):
            return self.pick(known)
        if depth <= 0:
            return self.literal(kind)
        functions = [name for name, (result, _) in self.functions.items() if result == kind]
        if functions and self.chance(0.15):
            return self.call(self.pick(functions), depth - 1)
        choice = self.random.random()
        if choice < 0.06:
            test, first, second = self.test(depth - 1), self.expression(kind, depth - 1), self.expression(kind, depth - 1)
            return f"({first} if {test} else {second})"
        if choice < 0.10:
            joined = f" {self.pick(['and', 'or'])} ".join(self.expression(kind, depth - 1) for _ in range(2))
            return f"({joined})"
        if choice < 0.13:
            return f"(lambda p, q=1: {self.expression(kind, depth - 1)})({self.expression('int', depth - 1)})"
        if choice < 0.16:
            items = ", ".join(self.expression(kind, depth - 1) for _ in range(self.random.randint(1, 3)))
            return f"[{items}][{self.pick(['0', '-1'])}]"
        if choice < 0.18:
            return f"{{'k': {self.expression(kind, depth - 1)}}}['k']"
        if choice < 0.20 and self.loops == 0 and len(self.scopes) == 1 and kind != "none":
            name = self.fresh("w")
            text = f"({name} := {self.expression(kind, depth - 1)})"
            return text
        return getattr(self, "of_" + kind)(depth - 1)

    def literal(self, kind):
        return {
            "int": lambda: str(self.pick([0, 1, 2, 3, 5, 7, 10, -1, -2, -7, 100, 255, 2**31, 2**53 + 1, 2**62, -2**63, 2**64, 10**20, self.random.randint(-1000, 1000)])),
            "float": lambda: self.pick(["0.0", "-0.0", "0.1", "0.5", "1.0", "-1.5", "2.5", "3.14159", "1e10", "1e16", "1e-5", "1e300", "-2.75", "123456.789", "5e-324", repr(round(self.random.uniform(-100, 100), 3)), repr(self.random.uniform(-1, 1))]),
            "bool": lambda: self.pick(["True", "False"]),
            "str": lambda: repr(self.pick(["", "a", "abc", "Hello World", "x y  z", "éü€", "a,b,c", "12", "-3.5", "aXbXc", "it's", 'say "hi"', "tab\there", "line\nbreak", "ABC", "  pad ", "😀!", "Straße", "00x"])),
            "list": lambda: self.pick(["[]", "[1]", "[3, 1, 2]", "['b', 'a']", "[1.5, 2, True]", "[[1], [2, 3]]", "[None, 1]", "list(range(5))"]),
            "tuple": lambda: self.pick(["()", "(1,)", "(1, 2)", "('a', 2.5)", "((1, 2), 3)", "(True, None)"]),
            "dict": lambda: self.pick(["{}", "{'a': 1}", "{'a': 1, 'b': 2}", "{1: 'x', 2.5: 'y'}", "{(1, 2): [3]}", "{True: 'yes', 0: 'no'}"]),
            "set": lambda: self.pick(["set()", "{1}", "{3, 1, 2}", "{10, 20, 30}", "set(range(6))"]),
            "none": lambda: "None",
        }[kind]()

    def of_none(self, depth):
        return "None"

    def of_int(self, depth):
        e = lambda kind: self.expression(kind, depth)
        n = self.random.randint
        return self.pick([
            lambda: f"({e('int')} {self.pick(['+', '-', '*'])} {e('int')})",
            lambda: f"({e('int')} {self.pick(['+', '-', '*', '&', '|', '^'])} {e('bool')})",
            lambda: f"({e('int')} {self.pick(['//', '%'])} {self.pick(['2', '3', '-3', '7', '-10', '1000003', self.divisor(e('int'))])})",
            lambda: f"({e('int')} {self.pick(['&', '|', '^'])} {e('int')})",
            lambda: f"({e('int')} << {n(0, 70)})",
            lambda: f"({e('int')} >> {n(0, 70)})",
            lambda: f"({e('int')} ** {n(0, 5)})",
            lambda: f"({self.pick(['-', '+', '~'])}{e('int')})",
            lambda: f"len({e(self.pick(['str', 'list', 'tuple', 'dict']))})",
            lambda: f"int({e(self.pick(['float', 'bool', 'int']))})",
            lambda: f"int({self.pick([repr('42'), repr(' -7 '), repr('1_000'), repr('ff') + ', 16', repr('0b11') + ', 0'])})",
            lambda: f"round({e('float')})",
            lambda: f"round({e('int')}, {n(-3, 1)})",
            lambda: f"abs({e('int')})",
            lambda: f"sum({self.numbers(depth)})",
            lambda: f"{self.pick(['min', 'max'])}({e('int')}, {e('int')})",
            lambda: f"{self.pick(['min', 'max'])}({self.numbers(depth)}, key=lambda v: v % {n(2, 9)})",
            lambda: f"ord({self.pick(['abc', 'é', '€'])!r}[0])",
            lambda: f"divmod({e('int')}, {self.pick([2, -3, 7, 10**10])})[{n(0, 1)}]",
            lambda: f"pow({e('int')}, {n(0, 20)}, {self.pick([7, -5, 97, 2**40])})",
            lambda: f"{e('str')}.{self.pick(['count', 'find', 'rfind'])}({e('str')})",
            lambda: f"{e('str')}.find({e('str')}, {n(-3, 3)}, {n(-3, 6)})",
            lambda: f"{self.numbers(depth)}.count({e('int')})",
            lambda: f"{e('int')}.bit_length()" if False else f"({e('int')}).bit_length()",
            lambda: f"range({n(-5, 5)}, {n(-5, 20)}, {self.pick([1, 2, -1, 3])})[{n(-2, 1)}]" if self.chance(0.2) else f"len(range({n(-5, 5)}, {n(-5, 20)}, {self.pick([1, 2, -1, 3])}))",
            lambda: f"hash({e(self.pick(['int', 'float', 'bool']))})",
            lambda: f"{e('dict')}.get({e('str')}, {e('int')})" if self.chance(0.2) else f"len({e('dict')}.keys())",
            lambda: f"sum(map(lambda v: v * {n(1, 5)}, {self.numbers(depth)}))",
        ])()

    def divisor(self, text):
        """Seldom zero."""
        return text if self.chance(0.1) else f"({text} or 3)"

    def numbers(self, depth):
        """A list of integers."""
        if self.chance(0.3):
            return f"[{self.random.randint(1, 9)}, {self.expression('int', depth - 1)}, {self.expression('int', depth - 1)}]"
        if self.chance(0.5):
            name = self.fresh("i")
            return f"[{name} {self.pick(['*', '+', '-', '%', '//'])} {self.random.randint(1, 9)} for {name} in range({self.random.randint(1, 6)})]"
        return f"list(range({self.random.randint(1, 8)}))"

    def of_float(self, depth):
        e = lambda kind: self.expression(kind, depth)
        return self.pick([
            lambda: f"({e('float')} {self.pick(['+', '-', '*'])} {e(self.pick(['float', 'int', 'bool']))})",
            lambda: f"({e('int')} {self.pick(['+', '-', '*'])} {e('float')})",
            lambda: f"({e(self.pick(['float', 'int']))} / {self.pick(['2', '3.0', '-7', '0.1', '10**30', self.divisor(e('float'))])})",
            lambda: f"({e('int')} / {self.pick(['3', '7', '-11', '10**25', self.divisor(e('int'))])})",
            lambda: f"({e('float')} {self.pick(['//', '%'])} {self.pick(['2', '0.3', '-1.5', '1e10', self.divisor(e('float'))])})",
            lambda: f"(abs({e('float')}) ** {self.pick(['0.5', '2', '-1.5', '0', '3.0'])})",
            lambda: f"({e('float')} ** {self.pick(['2', '3', '0', '-1'])})",
            lambda: f"float({e(self.pick(['int', 'bool', 'float']))})",
            lambda: f"float({self.pick(['1.5', ' -2e3 ', '.5', '1_0.0', 'inf', '7.'])!r})",
            lambda: f"abs({e('float')})",
            lambda: f"(-{e('float')})",
            lambda: f"round({e('float')}, {self.random.randint(-2, 6)})",
            lambda: f"{self.pick(['min', 'max'])}({e('float')}, {e(self.pick(['float', 'int']))})",
            lambda: f"sum([{e('float')}, {e('float')}, {e('int')}], {e('float')})",
            lambda: f"math.{self.pick(['sqrt', 'log', 'log1p', 'exp'])}(abs({e('float')}) % 50 + 1)",
            lambda: f"math.{self.pick(['sin', 'cos', 'tanh', 'atan', 'erf', 'gamma', 'lgamma', 'cbrt'])}({e('float')} % 20 + 0.25)",
            lambda: f"math.hypot({e('float')}, {e('float')})",
            lambda: f"math.fsum([{e('float')}, {e('float')}, {e('float')}])",
        ])()

    def of_bool(self, depth):
        return f"({self.test(depth)})"

    def test(self, depth):
        e = lambda kind: self.expression(kind, depth)
        comparison = lambda: self.pick(["<", "<=", ">", ">=", "==", "!="])
        number = lambda: self.pick(["int", "float", "int", "bool"])
        return self.pick([
            lambda: f"{e(number())} {comparison()} {e(number())}",
            lambda: f"{e(number())} {comparison()} {e(number())} {comparison()} {e(number())}",
            lambda: f"{e('str')} {comparison()} {e('str')}",
            lambda: f"{e('list')} {self.pick(['==', '!='])} {e('list')}",
            lambda: f"{e('tuple')} == {e(self.pick(['tuple', 'list', 'dict']))}",
            lambda: f"{self.numbers(depth)} {comparison()} {self.numbers(depth)}",
            lambda: f"{e('str')} {self.pick(['in', 'not in'])} {e('str')}",
            lambda: f"{e(number())} {self.pick(['in', 'not in'])} {e(self.pick(['list', 'tuple', 'dict']))}",
            lambda: f"not {e(self.pick(TYPES))}",
            lambda: f"{self.test(0)} {self.pick(['and', 'or'])} {self.test(0)}",
            lambda: f"{e(self.pick(TYPES))} {self.pick(['is', 'is not'])} None",
            lambda: f"isinstance({e(self.pick(TYPES))}, {self.pick(['int', 'float', 'str', '(list, tuple)', 'bool', 'dict'])})",
            lambda: f"{e('str')}.{self.pick(['isdigit', 'isalpha', 'isupper', 'islower', 'isspace', 'isalnum', 'istitle', 'isidentifier'])}()",
            lambda: f"{e('str')}.{self.pick(['startswith', 'endswith'])}({e('str')})",
            lambda: f"{self.pick(['any', 'all'])}({e(self.pick(['list', 'tuple', 'str']))})",
            lambda: f"bool({e(self.pick(TYPES))})",
            lambda: f"{e('float')} == {e('int')}",
            lambda: f"callable({e(self.pick(TYPES))})",
        ])()

    def of_str(self, depth):
        e = lambda kind: self.expression(kind, depth)
        n = self.random.randint
        return self.pick([
            lambda: f"({e('str')} + {e('str')})",
            lambda: f"({e('str')} * {n(-1, 3)})",
            lambda: f"{e('str')}[{self.slice()}]",
            lambda: f"({e('str')} + 'pad')[{n(-3, 2)}]",
            lambda: f"{self.pick(['str', 'repr', 'ascii'])}({e(self.pick(TYPES))})",
            lambda: self.formatted(depth),
            lambda: self.formatted(depth),
            lambda: f"format({self.format_operands(depth)})",
            lambda: self.percent(depth),
            lambda: f"'{{}}-{{!r:>8}}-{{0!s}}'.format({e('int')}, {e('str')})" if self.chance(0.1) else f"'{{}}|{{!r}}|{{:>8}}'.format({e(self.pick(TYPES))}, {e('str')}, {e('int')})",
            lambda: f"{e('str')}.{self.pick(['upper', 'lower', 'title', 'capitalize', 'swapcase', 'strip', 'lstrip', 'rstrip', 'casefold', 'expandtabs'])}()",
            lambda: f"{e('str')}.replace({e('str')}, {e('str')}, {n(-1, 3)})",
            lambda: f"{e('str')}.{self.pick(['ljust', 'rjust', 'center'])}({n(0, 15)}, {self.pick(['*', '.', '€'])!r})",
            lambda: f"{e('str')}.zfill({n(0, 10)})",
            lambda: f"{e('str')}.strip({e('str')})",
            lambda: f"{e('str')}.join([{e('str')}, {e('str')}, {e('str')}])",
            lambda: f"', '.join(map(str, {e(self.pick(['list', 'tuple', 'dict']))}))",
            lambda: f"{self.pick(['bin', 'hex', 'oct'])}({e('int')})",
            lambda: f"chr({n(32, 1000)})",
            lambda: f"{self.pick(['min', 'max'])}({e('str')}, {e('str')})",
            lambda: f"type({e(self.pick(TYPES))}).__name__",
            lambda: f"{e('str')}.{self.pick(['removeprefix', 'removesuffix'])}({e('str')})",
            lambda: f"''.join(sorted({e('str')}))",
            lambda: f"''.join(reversed({e('str')}))",
        ])()

    def formatted(self, depth):
        kind = self.pick(TYPES)
        value = self.expression(kind, min(depth, 1))
        quote = '"""'
        if '"""' in value or "\\" in value or value.endswith('"') or "'''" in value or "{" in value or "lambda" in value or ":=" in value:
            value = "1.5"
            kind = "float"
        specification = self.specification(kind) if self.chance(0.6) else ""
        conversion = self.pick(["", "", "", "!r", "!s"])
        if conversion:
            specification = self.specification("str") if specification else ""
        if kind in ("list", "tuple", "dict", "none") and not conversion:
            specification = ""
        equals = "=" if self.chance(0.1) else ""
        width = "{" + str(self.random.randint(1, 9)) + "}" if self.chance(0.1) and not specification and kind in ("int", "str", "float") else ""
        tail = ":" + (specification or width) if specification or width else ""
        return f"f{quote}<{{ {value} {equals}{conversion}{tail}}}>{quote}"

    def specification(self, kind):
        p = self.pick
        fill = p(["", "", "<", ">", "^", "*<", "_>", ".^"])
        width = p(["", "", "5", "12", "20"])
        if kind == "str":
            return fill + width + p(["", "", ".2", ".5"]) + p(["", "s"])
        if kind == "float":
            return p([fill, "=", ""]) + p(["", "+", " ", "-"]) + p(["", "", "z"]) + p(["", "#"]) + p(["", "0"]) + width + p(["", ",", "_"]) + p(["", ".0", ".1", ".3", ".10"]) + p(["", "f", "e", "g", "%", "E", "G", "F"])
        if kind in ("int", "bool"):
            radix = p(["", "d", "x", "b", "o", "X", "n", ".2f", "e", "g", "%"])
            grouping = p(["", "", "_"]) if radix in ("x", "b", "o", "X") else p(["", ",", "_"]) if radix in ("", "d") else ""
            return p([fill, "=", ""]) + p(["", "+", " "]) + p(["", "#"]) + p(["", "0"]) + width + grouping + radix
        return ""

    def format_operands(self, depth):
        kind = self.pick(["int", "float", "str", "bool"])
        return f"{self.expression(kind, depth)}, {self.specification(kind)!r}"

    def percent(self, depth):
        e = lambda kind: self.expression(kind, depth)
        p = self.pick
        flags = p(["", "", "-", "0", "+", " ", "#", "-+", "0+"]) + p(["", "3", "10"])
        return p([
            lambda: f"'[%{flags}{p(['d', 'i', 'x', 'o', 'X', 's', 'r', '.5d'])}]' % ({e('int')},)",
            lambda: f"'[%{flags}{p(['', '.0', '.2', '.12'])}{p(['f', 'e', 'g', 'G', 'E'])}]' % ({e(p(['float', 'int']))},)",
            lambda: f"'%{p(['', '-', '.2', '10.3'])}s|%%|%r' % ({e('str')}, {e(p(TYPES))})",
            lambda: f"'%(a)s %(b)5d' % {{'a': {e(p(TYPES))}, 'b': {e('int')}}}",
        ])()

    def slice(self):
        bound = lambda: self.pick(["", "", "0", "1", "2", "-1", "-2", "5", "100", "-100"])
        return f"{bound()}:{bound()}" + self.pick(["", "", ":1", ":2", ":-1", ":-2"])

    def of_list(self, depth):
        e = lambda kind: self.expression(kind, depth)
        n = self.random.randint
        kind = self.pick(TYPES)
        return self.pick([
            lambda: f"[{', '.join(e(self.pick(TYPES)) for _ in range(n(0, 4)))}]",
            lambda: f"[*{e('list')}, *{e('tuple')}, {e(kind)}]",
            lambda: f"({e('list')} + {e('list')})",
            lambda: f"({e('list')} * {n(-1, 2)})",
            lambda: f"{e('list')}[{self.slice()}]",
            lambda: f"list({e(self.pick(['tuple', 'str', 'dict', 'list']))})",
            lambda: f"sorted({self.numbers(depth)}, key=lambda v: v % {n(2, 5)}, reverse={self.pick(['True', 'False'])})",
            lambda: f"sorted({e(self.pick(['str', 'list', 'tuple']))})",
            lambda: f"sorted({e('str')}.split(), key=len)",
            lambda: f"list(reversed({e(self.pick(['list', 'tuple', 'str']))}))",
            lambda: f"list(enumerate({e(self.pick(['str', 'list', 'tuple']))}, {n(-2, 3)}))",
            lambda: f"list(zip({e('str')}, {e('list')}))",
            lambda: f"list(map(lambda v: [v, {e('int')}], {e(self.pick(['list', 'tuple', 'str']))}))",
            lambda: f"list(filter({self.pick(['None', 'lambda v: v', 'bool'])}, {e('list')}))",
            lambda: f"{e('str')}.split({self.pick(['', repr(','), repr('X'), 'None, 1', 'maxsplit=1'])})",
            lambda: f"{e('str')}.{self.pick(['splitlines()', 'rsplit(None, 1)', 'rsplit(' + repr('b') + ', 1)'])}",
            lambda: self.comprehension(depth),
            lambda: self.comprehension(depth),
            lambda: f"list({e('dict')}.{self.pick(['keys', 'values', 'items'])}())",
            lambda: f"list(range({n(-5, 5)}, {n(-5, 9)}, {self.pick([1, 2, -1, -2])}))",
            lambda: f"{e('list')}.copy()",
        ])()

    def comprehension(self, depth):
        name = self.fresh("c")
        self.scopes.append({name: "int"})
        element = self.expression(self.pick(TYPES), depth)
        condition = f" if {self.test(0)}" if self.chance(0.4) else ""
        inner = ""
        if self.chance(0.2):
            inner = f" for {self.fresh('c')} in range({name} % 3)"
        self.scopes.pop()
        return f"[{element} for {name} in range({self.random.randint(0, 5)}){condition}{inner}]"

    def of_tuple(self, depth):
        e = lambda kind: self.expression(kind, depth)
        n = self.random.randint
        items = [e(self.pick(TYPES)) for _ in range(n(0, 3))]
        return self.pick([
            lambda: f"({', '.join(items)}{',' if len(items) == 1 else ''})",
            lambda: f"({e('tuple')} + {e('tuple')})",
            lambda: f"({e('tuple')} * {n(0, 2)})",
            lambda: f"{e('tuple')}[{self.slice()}]",
            lambda: f"tuple({e(self.pick(['list', 'str', 'tuple', 'dict']))})",
            lambda: f"divmod({e(self.pick(['int', 'float']))}, {self.pick(['3', '-7', '2.5'])})",
            lambda: f"{e('str')}.{self.pick(['partition', 'rpartition'])}({self.pick(['a', ',', ' '])!r})",
            lambda: f"(*{e('list')}, {e('int')})",
            lambda: f"({e('float')}).as_integer_ratio()",
        ])()

    def of_dict(self, depth):
        e = lambda kind: self.expression(kind, depth)
        key = lambda: e(self.pick(["int", "str", "bool", "float"]))
        return self.pick([
            lambda: "{" + ", ".join(f"{key()}: {e(self.pick(TYPES))}" for _ in range(self.random.randint(0, 3))) + "}",
            lambda: f"{{**{e('dict')}, {key()}: {e(self.pick(TYPES))}}}",
            lambda: f"({e('dict')} | {e('dict')})",
            lambda: f"{{k: v for k, v in enumerate({e(self.pick(['str', 'list', 'tuple']))})}}",
            lambda: f"{{k % 3: k for k in range({self.random.randint(0, 7)})}}",
            lambda: f"dict(a={e(self.pick(TYPES))}, b={e('int')})",
            lambda: f"dict(zip({e('str')}, {e('list')}))",
            lambda: f"dict.fromkeys({e('str')}, {e('int')})",
            lambda: f"{e('dict')}.copy()",
        ])()

    def call(self, name, depth):
        _, parameters = self.functions[name]
        arguments = []
        for index, (parameter, kind, is_keyword) in enumerate(parameters):
            value = self.expression(kind, depth)
            if is_keyword:
                if self.chance(0.7):
                    arguments.append(f"{parameter}={value}")
            else:
                arguments.append(value)
        return f"{name}({', '.join(arguments)})"

    # Statements

    def emit(self, line):
        self.lines.append("    " * self.depth + line)

    def body(self, count):
        self.depth += 1
        before = dict(self.scopes[-1])
        for _ in range(count):
            self.statement()
        # What only a branch binds may be unbound after it.
        self.scopes[-1].clear()
        self.scopes[-1].update(before)
        self.depth -= 1

    def statement(self):
        choices = [self.assignment] * 5 + [self.output] * 4 + [self.augmented] * 2 + [self.branch, self.mutation, self.mutation, self.unpacking]
        choices += [self.set_mutation, self.sorting, self.slicing] + [self.object_use] * 5 + [self.object_assignment] * 2
        if self.depth < 3:
            choices += [self.loop, self.loop, self.attempt, self.attempt, self.with_statement]
        if self.depth < 2:
            choices += [self.while_loop, self.function, self.closure, self.generator, self.star_function]
        if self.chance(0.01):
            choices = [self.failure]
        self.pick(choices)()

    def bounded(self, kind, text):
        """An expression that does not grow when a loop stores it again and again."""
        if self.loops == 0:
            return text
        return {
            "int": f"({text}) % 1000003", "float": f"({text}) % 1000.0", "str": f"({text})[:20]",
            "list": f"({text})[:4]", "tuple": f"({text})[:4]", "set": f"{{*range(5)}} & ({text})",
        }.get(kind, self.literal(kind))

    def assignment(self):
        kind = self.pick(TYPES)
        own = self.own_variables(kind)
        name = self.pick(own) if own and self.chance(0.3) else self.fresh("v")
        self.emit(f"{name} = {self.bounded(kind, self.expression(kind))}")
        self.scopes[-1][name] = kind

    def output(self):
        values = ", ".join(self.expression(self.pick(TYPES), 3) for _ in range(self.random.randint(1, 3)))
        options = self.pick(["", "", "", ", sep='|'", ", end=';\\n'"])
        self.emit(f"print({values}{options})")

    def augmented(self):
        kind = self.pick(["int", "float", "str", "list"])
        own = self.own_variables(kind)
        if not own:
            return self.assignment()
        name = self.pick(own)
        if kind == "int":
            self.emit(f"{name} {self.pick(['+=', '-=', '*=', '//=', '%=', '&=', '|=', '^='])} {self.pick(['3', '-7', '11', '2'])}")
            self.emit(f"{name} %= 1000003")
        elif kind == "float":
            self.emit(f"{name} {self.pick(['+=', '-=', '*=', '/='])} {self.pick(['1.5', '-0.3', '2'])}")
        elif kind == "str":
            self.emit(f"{name} += {self.literal('str')}")
            self.emit(f"{name} = {name}[-20:]")
        else:
            self.emit(f"{name} += {self.literal('list')}")
            self.emit(f"{name} = {name}[:6]")

    def mutation(self):
        kind = self.pick(["list", "dict"])
        own = self.variables(kind)
        if not own or self.loops:
            return self.assignment()
        name = self.pick(own)
        value = self.expression(self.pick(["int", "str", "float", "tuple"]), 2)
        if kind == "list":
            self.emit(self.pick([
                f"{name}.append({value})", f"{name}.insert({self.random.randint(-3, 3)}, {value})",
                f"{name}.extend([{value}])", f"{name}.reverse()", f"{name}[{self.slice()}] = [{value}]",
                f"{name}[:2] = [{value}, 1]", f"del {name}[{self.slice()}]", f"{name}[0:0] = {self.numbers(1)}",
                f"{name}.sort(key=str)", f"print({name}.pop() if {name} else None)", f"{name}.clear()" if self.chance(0.2) else "pass",
            ]))
        else:
            self.emit(self.pick([
                f"{name}[{self.pick(['1', repr('a'), '(1, 2)', 'True', '2.5'])}] = {value}",
                f"{name}.update({{'z': {value}}})", f"print({name}.pop('a', None))",
                f"print({name}.setdefault('q', {value}))", f"print({name}.get('a'), 'a' in {name}, len({name}))",
                f"{name}.pop({self.pick(['1', repr('b')])}, 0)",
            ]))
        self.emit(f"print({name})")

    def unpacking(self):
        kinds = [self.pick(TYPES) for _ in range(self.random.randint(2, 3))]
        names = [self.fresh("u") for _ in kinds]
        values = [self.bounded(kind, self.expression(kind, 2)) for kind in kinds]
        if self.chance(0.3):
            self.emit(f"{names[0]}, *{names[1]} = [{', '.join(values)}, 5]")
            self.scopes[-1][names[1]] = "list"
            self.scopes[-1][names[0]] = kinds[0]
            return
        self.emit(f"{', '.join(names)} = {', '.join(values)}")
        self.scopes[-1].update(zip(names, kinds))

    def branch(self):
        self.emit(f"if {self.test(2)}:")
        self.body(self.random.randint(1, 2))
        if self.chance(0.4):
            self.emit(f"elif {self.test(1)}:")
            self.body(1)
        if self.chance(0.5):
            self.emit("else:")
            self.body(self.random.randint(1, 2))

    def loop(self):
        name = self.fresh("i")
        if self.chance(0.7):
            iterable, kind = f"range({self.random.randint(0, 5)})", "int"
        elif self.chance(0.5):
            iterable, kind = f"({self.expression('str', 1)})[:5]", "str"
        else:
            iterable, kind = self.numbers(1), "int"
        self.emit(f"for {name} in {iterable}:")
        self.loop_body(name, kind)

    def loop_body(self, name, kind):
        self.loops += 1
        if name:
            self.scopes[-1][name] = kind
        self.body(self.random.randint(1, 3))
        self.depth += 1
        if self.chance(0.3):
            self.emit(f"if {self.test(1)}:")
            self.emit("    " + self.pick(["break", "continue"]))
            self.emit("pass")
        self.depth -= 1
        self.loops -= 1
        self.scopes[-1].pop(name, None)
        if self.chance(0.2):
            self.emit("else:")
            self.body(1)

    def while_loop(self):
        name = self.fresh("n")
        self.emit(f"{name} = {self.random.randint(0, 4)}")
        self.emit(f"while {name} > 0:")
        self.depth += 1
        self.emit(f"{name} -= 1")
        self.depth -= 1
        self.loop_body(None, None)

    def function(self):
        name = self.fresh("f")
        result = self.pick(TYPES)
        parameters = [(self.fresh("p"), self.pick(TYPES), False) for _ in range(self.random.randint(0, 3))]
        keywords = [(self.fresh("k"), self.pick(TYPES), True) for _ in range(self.random.randint(0, 2))]
        signature = [parameter for parameter, _, _ in parameters]
        if keywords and self.chance(0.4):
            signature.append("*")
        signature += [f"{parameter}={self.literal(kind)}" for parameter, kind, _ in keywords]
        self.emit(f"def {name}({', '.join(signature)}):")
        loops, self.loops = self.loops, 0
        returns, self.returns = self.returns, result
        self.scopes.append({parameter: kind for parameter, kind, _ in parameters + keywords})
        self.depth += 1
        known, self.functions = self.functions, {}
        for _ in range(self.random.randint(0, 3)):
            self.statement()
        if self.chance(0.3):
            self.emit(f"if {self.test(1)}:")
            self.emit(f"    return {self.expression(result, 2)}")
        self.emit(f"return {self.expression(result, 2)}")
        self.functions = known
        self.depth -= 1
        self.scopes.pop()
        self.loops = loops
        self.returns = returns
        if self.depth == 0:
            self.functions[name] = (result, parameters + keywords)
            self.emit(f"print({self.call(name, 1)})")

    def closure(self):
        name, inner, count = self.fresh("g"), self.fresh("h"), self.fresh("t")
        self.emit(f"def {name}({count}):")
        self.emit(f"    def {inner}(d=1):")
        self.emit(f"        nonlocal {count}")
        self.emit(f"        {count} {self.pick(['+=', '-=', '*='])} d")
        self.emit(f"        return {count}")
        self.emit(f"    return {inner}")
        maker = self.fresh("m")
        self.emit(f"{maker} = {name}({self.expression('int', 1)})")
        self.emit(f"print({maker}(), {maker}(d={self.expression('int', 1)}), [{maker}(j) for j in range(3)])")

    def failure(self):
        self.emit(self.pick([
            f"assert {self.test(1)}, {self.expression('str', 1)}",
            f"raise {self.pick(['ValueError', 'KeyError', 'TypeError', 'RuntimeError'])}({self.expression(self.pick(TYPES), 1)})",
            f"print({self.expression('int', 1)}[0])", f"print(unknown_name)", f"[1, 2][{self.random.randint(2, 5)}]",
            f"{self.expression('int', 1)} + {self.expression('str', 1)}", f"({self.expression('str', 1)})()",
            f"a, b = {self.expression('list', 1)}", f"(lambda x, y=2: x)({', '.join('1' * self.pick([0, 3]))})",
            "{}['missing']", f"int({self.expression('str', 1)})", f"float({self.expression('str', 1)})",
        ]))

    def program(self):
        """The text of one program; in half of them most of it is inside a function."""
        self.emit("import math")
        if self.chance(0.6):
            self.classes()
        if self.chance(0.5):
            name = self.fresh("main")
            self.emit(f"def {name}():")
            self.scopes.append({})
            self.returns = "int"
            self.body(self.random.randint(3, 9))
            self.returns = None
            self.scopes.pop()
            self.emit(f"{name}()")
        for _ in range(self.random.randint(2, 8)):
            self.statement()
        return "\n".join(self.lines) + "\n"

"""Random classes and what is done with their instances; a part of `Generator`."""

# The bodies of methods, by name. A class takes a random share of them, so that what a program asks of
# an instance is sometimes there, sometimes inherited, sometimes missing.
METHODS = {
    "__str__": ["return f'<{self.v}>'", "return 'str ' + repr(self.v)"],
    "__eq__": ["return isinstance(other, {name}) and self.v == other.v", "return NotImplemented", "return self.v == getattr(other, 'v', other)"],
    "__hash__": ["return hash(self.v) % 101"],
    "__lt__": ["return self.v < other.v", "return NotImplemented", "return self.v < getattr(other, 'v', other)"],
    "__gt__": ["return self.v > getattr(other, 'v', other)", "return NotImplemented"],
    "__le__": ["return not other < self"],
    "__add__": ["return type(self)(self.v + getattr(other, 'v', other))", "return NotImplemented", "return ('add', self.v, other)"],
    "__radd__": ["return type(self)(other + self.v)", "return ('radd', other, self.v)", "return NotImplemented"],
    "__iadd__": ["self.v += getattr(other, 'v', other)\nreturn self", "return NotImplemented"],
    "__sub__": ["return {name}(self.v - other.v)", "return self + -other"],
    "__rsub__": ["return ('rsub', other)"],
    "__mul__": ["return type(self)(self.v * other) if isinstance(other, (int, float)) else NotImplemented"],
    "__rmul__": ["return ('rmul', other)", "return NotImplemented"],
    "__truediv__": ["return self.v / getattr(other, 'v', other)"],
    "__floordiv__": ["return ('floordiv', other)"],
    "__rmod__": ["return ('rmod', other)"],
    "__pow__": ["return ('pow', other, modulus)", "return NotImplemented"],
    "__matmul__": ["return [self.v, other]"],
    "__neg__": ["return type(self)(-self.v)"],
    "__invert__": ["return 'inverted'"],
    "__abs__": ["return abs(self.v)"],
    "__round__": ["return ('round', digits)"],
    "__int__": ["return int(self.v)", "return 'no integer'"],
    "__float__": ["return float(self.v)"],
    "__index__": ["return int(self.v) % 5"],
    "__bool__": ["return self.v > 0", "return bool(self.v)"],
    "__len__": ["return int(abs(self.v)) % 7", "return -1"],
    # Both end, for an instance may be iterated by its items.
    "__getitem__": ["if isinstance(key, int) and key > 3:\n    raise IndexError(key)\nreturn (key, self.v)", "return [self.v, 'second'][key]"],
    "__setitem__": ["self.v = value", "raise KeyError(key)"],
    "__delitem__": ["self.v = 0"],
    "__contains__": ["return item == self.v"],
    "__iter__": ["yield self.v\nyield 7", "return iter([self.v, 1])", "return 5"],
    "__reversed__": ["return iter('reversed')"],
    "__call__": ["return (args, sorted(kwargs.items()))", "return self.v"],
    "__enter__": ["print('enter', self.v)\nreturn self", "return self.v"],
    "__exit__": ["print('exit', kind and kind.__name__, value)\nreturn {truth}", "return isinstance(value, (ValueError, KeyError))"],
    "__getattr__": ["if key.startswith('q'):\n    return 'found ' + key\nraise AttributeError(key)"],
    "__format__": ["return f'[{{self.v}}:{{spec}}]'"],
    "method": ["return (self.v, extra)", "self.v = extra\nreturn self", "return [self.v] * 2"],
    "helper": ["return self.method(extra)"],
}
PARAMETERS = {
    "__pow__": "self, other, modulus=None", "__round__": "self, digits=None", "__getitem__": "self, key",
    "__setitem__": "self, key, value", "__delitem__": "self, key", "__contains__": "self, item",
    "__call__": "self, *args, **kwargs", "__exit__": "self, kind, value, traceback", "__getattr__": "self, key",
    "__format__": "self, spec", "method": "self, extra=1", "helper": "self, extra=2",
}
ALONE = {
    "__str__", "__hash__", "__neg__", "__invert__", "__abs__", "__int__", "__float__", "__index__", "__bool__",
    "__len__", "__iter__", "__reversed__", "__enter__",
}


class ObjectStatements:
    """Needs the choices, scopes and `emit` of the generator that it is a part of."""

    def classes(self):
        for _ in range(self.random.randint(1, 3)):
            self.class_definition()

    def class_definition(self):
        name = self.fresh("C")
        bases = []
        if self.class_names and self.chance(0.5):
            bases = self.random.sample(self.class_names, min(len(self.class_names), self.random.randint(1, 2)))
            # The youngest first: the other way round has seldom an order of resolution.
            bases.sort(key=self.class_names.index, reverse=True)
        elif self.chance(0.15):
            bases = [self.pick(["Exception", "ValueError", "KeyError"])]
        self.emit(f"class {name}{'(' + ', '.join(bases) + ')' if bases else ''}:")
        self.depth += 1
        self.emit(f"label = {self.literal(self.pick(['str', 'int', 'tuple']))}")
        inherits = bool(set(bases) & set(self.class_names))
        if not inherits or self.chance(0.3):
            self.method("__init__", "self, v=1, *rest", [
                "super().__init__(v, *rest)" if inherits else "self.v = v", f"self.{self.pick(['w', 'label', 'rest'])} = rest or v"])
        if not inherits or self.chance(0.3):
            shown = self.pick(["self.v!r}", "self.v!s}", "self.label}-{self.v!r}"])
            self.method("__repr__", "self", [f"return f'{name}({{{shown})'"])
        chosen = self.random.sample(sorted(METHODS), self.random.randint(3, 12))
        if self.chance(0.5):
            # Those by which the order in which two classes are asked is seen.
            chosen += [method for method in ("__add__", "__radd__", "__lt__", "__gt__", "__eq__") if method not in chosen]
        for method in chosen:
            body = self.pick(METHODS[method]).replace("{name}", name).replace("{truth}", self.pick(["True", "False", "None"]))
            body = body.replace("{{", "{").replace("}}", "}")
            if inherits and self.chance(0.4) and method not in ("__getattr__", "__exit__"):
                arguments = PARAMETERS.get(method, "self" if method in ALONE else "self, other")
                passed = ", ".join(p.split("=")[0].strip() for p in arguments.split(",")[1:])
                body = f"return super().{method}({passed})"
            self.method(method, PARAMETERS.get(method, "self" if method in ALONE else "self, other"), body.split("\n"))
        if self.chance(0.4):
            self.emit("@property")
            self.method("size", "self", ["return (self.v, 'size')"])
            if self.chance(0.5):
                self.emit("@size.setter")
                self.method("size", "self, value", ["self.v = value"])
        if self.chance(0.3):
            self.emit("@classmethod")
            self.method("make", "cls, *args", ["return cls(*args)"])
        if self.chance(0.3):
            self.emit("@staticmethod")
            self.method("twice", "x, y=2", ["return x * y"])
        if self.chance(0.2):
            self.emit(f"{self.pick(['__hash__', '__len__', '__iter__', '__contains__'])} = None")
        self.depth -= 1
        self.class_names.append(name)
        self.related += [(base, name) for base in bases if base in self.class_names]

    def method(self, name, parameters, lines):
        self.emit(f"def {name}({parameters}):")
        for line in lines:
            self.emit("    " + line)

    def instance(self):
        return f"{self.pick(self.class_names)}({self.pick(['', self.expression('int', 1), self.expression('float', 1), self.literal('str'), '2, 3'])})"

    def object(self):
        """A variable that holds an instance, or a new one."""
        known = self.variables("object")
        return self.pick(known) if known and self.chance(0.7) else self.instance()

    def object_assignment(self):
        if not self.class_names:
            return self.assignment()
        name = self.fresh("o")
        self.guarded([f"{name} = {self.pick(self.class_names)}(0)", f"{name} = {self.instance()}"])
        self.scopes[-1][name] = "object"

    def object_use(self):
        """Asks something of an instance, and prints the answer or the exception."""
        if not self.class_names:
            return self.output()
        if self.related and self.chance(0.2):
            base, derived = self.pick(self.related)
            pair = [f"{base}({self.literal('int')})", f"{derived}(2)"]
            self.random.shuffle(pair)
            self.guarded([f"print({pair[0]} {self.pick(['+', '+', '-', '<', '>', '<=', '=='])} {pair[1]})"])
            return
        o, other = self.object(), self.pick([self.object(), self.expression(self.pick(["int", "float", "str", "list"]), 1)])
        left, right = (o, other) if self.chance(0.6) else (other, o)
        operator = self.pick(["+", "-", "*", "/", "//", "%", "**", "@", "&", "<<", "<", "<=", ">", ">=", "==", "!=", "in", "not in", "and", "or"])
        self.guarded([self.pick([
            f"print({left} {operator} {right})", f"print({left} {operator} {right})", f"print({left} {operator} {right})",
            f"print({self.pick(['-', '~', '+', 'not '])}{o})",
            f"print({self.pick(['len', 'abs', 'int', 'float', 'bool', 'str', 'repr', 'round', 'list', 'sorted', 'sum', 'hash', 'iter', 'tuple', 'max', 'callable'])}({o}))".replace("print(iter(", "print(*iter("),
            f"print({o}, [{o}], ({other},), {{'k': {o}}})",
            f"print(f'{{{o}}} {{{o}!r}} {{{o}:>12}}')" if "'" not in o else f"print({o})",
            f"print('%s %r' % ({o}, {o}), '{{}} {{:5}}'.format({o}, {o}))",
            f"print({o}[{self.pick(['0', '-1', '1:2', repr('k'), '2, 3'])}])",
            f"{o}[{self.pick(['0', repr('k')])}] = {self.expression('int', 1)}",
            f"del {o}[0]",
            f"print({o}.{self.pick(['v', 'w', 'label', 'size', 'rest', 'qx', 'missing', 'method()', 'helper(5)', 'method(1, 2)', 'make(3)', 'twice(4)', 'twice()', '__class__.__name__', '__dict__'])})",
            f"{o}.{self.pick(['v', 'size', 'extra', 'label'])} = {self.expression('int', 1)}",
            f"del {o}.{self.pick(['v', 'extra', 'label'])}",
            f"print({o}({self.pick(['', '1', '1, k=2', '*[1, 2]'])}))",
            f"print(isinstance({o}, {self.pick(self.class_names)}), issubclass({self.pick(self.class_names)}, {self.pick(self.class_names + ['Exception'])}), type({o}).__name__)",
            f"print({self.pick(self.class_names)}.{self.pick(['label', 'make(1)', 'twice(2)', 'v', 'method', '__name__', 'method(' + o + ')'])})".replace(".method)", ".method.__name__)"),
            f"print(sorted([{o}, {self.object()}, {self.object()}]))",
            f"print(max({o}, {other}), min([{other}, {o}]))",
            f"print({{{o}: 1}}, {o} in [{other}])",
            f"print([x for x in {o}], *{o})", f"a, b = {o}\nprint(a, b)",
            f"print(getattr({o}, {self.pick(['v', 'nope', 'qq', 'label'])!r}, 'default'), hasattr({o}, 'w'))",
            f"print(pow({o}, 2, 5), divmod({o}, 3))" if self.chance(0.3) else f"print({o} or 5, {o} and 6)",
            f"print([10, 20, 30, 40, 50][{o}], range({o}), 'ab' * {o})",
            f"raise {self.instance()}",
        ])])
        if self.chance(0.2):
            known = self.variables("object")
            if known:
                name = self.pick(known)
                self.guarded([f"{name} {self.pick(['+=', '-=', '*=', '/=', '|='])} {other}", f"print({name})"])

    def with_statement(self):
        if not self.class_names:
            return self.branch()
        self.emit("try:")
        self.depth += 1
        target = f" as {self.fresh('t')}" if self.chance(0.5) else ""
        self.emit(f"with {self.object()}{target}{', ' + self.object() if self.chance(0.2) else ''}:")
        self.body(self.random.randint(1, 2))
        if self.chance(0.5):
            self.emit(f"    raise {self.pick(['ValueError', 'KeyError', 'TypeError'])}({self.literal('int')})")
        self.depth -= 1
        self.emit("except Exception as error:")
        self.emit("    print(type(error).__name__, error)")

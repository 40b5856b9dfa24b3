"""Makes random programs over NumPy arrays, running each statement as it goes to know what there is.

Every statement prints what it gives or the exception that it ends in. Figures whose last digits NumPy
leaves to the processor (`exp`, products of matrices) are printed with fewer digits and never used
further.
"""

import contextlib
import io
import itertools
import random
import warnings

import numpy as np

PRELUDE = """import numpy as np

def show(x):
    if isinstance(x, np.ndarray):
        print(x.dtype, x.shape, x.tolist())
    elif isinstance(x, (list, tuple)):
        print(type(x).__name__, len(x))
        for item in x:
            show(item)
    else:
        print(type(x).__name__, x)

def show_rounded(x):
    with np.printoptions(precision=9, threshold=10**9):
        print(np.shape(x), np.array2string(np.round(x, 9) + 0.0, floatmode='fixed', suppress_small=True))
"""
OPERATORS = ["+", "-", "*", "/", "//", "%", "**"]
COMPARISONS = ["<", "<=", ">", ">=", "==", "!="]
EXACT = ["np.abs", "np.sqrt", "np.square", "np.sign", "np.floor", "np.ceil", "np.trunc", "np.rint", "np.round", "np.negative", "np.isnan", "np.isfinite", "np.isinf", "np.reciprocal", "np.absolute", "np.fabs", "np.nan_to_num", "np.logical_not", "np.signbit", "np.positive", "np.copy", "np.ravel", "np.atleast_1d", "np.atleast_2d", "np.isreal"]
ROUNDED = ["np.exp", "np.log", "np.tanh", "np.sin", "np.cos", "np.log1p", "np.expm1", "np.arctan", "np.log2", "np.log10", "np.exp2", "np.cbrt", "np.sinh", "np.arcsin", "np.tan"]
PAIRS = ["np.add", "np.subtract", "np.multiply", "np.divide", "np.maximum", "np.minimum", "np.mod", "np.remainder", "np.floor_divide", "np.fmax", "np.fmin", "np.greater", "np.less_equal", "np.equal", "np.logical_and", "np.logical_or", "np.logical_xor", "np.copysign", "np.true_divide", "np.fmod"]
REDUCTIONS = ["sum", "mean", "max", "min", "prod", "any", "all", "std", "var", "argmax", "argmin", "cumsum", "cumprod", "ptp"]
ELSE_REDUCTIONS = ["np.median", "np.nansum", "np.nanmax", "np.nanmean", "np.count_nonzero", "np.average", "np.amax", "np.amin", "np.diff"]


class ArrayPrograms:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, choices):
        return self.random.choice(choices)

    def chance(self, share):
        return self.random.random() < share

    def integer(self, low, high):
        return self.random.randint(low, high)

    # Programs

    def program(self):
        """A list of statements that print; each is complete by itself, if names are there."""
        self.values = {}
        self.names = (f"v{number}" for number in itertools.count())
        self.space = {}
        exec(PRELUDE, self.space)
        statements = []
        for number in range(self.integer(4, 12)):
            statement = self.creation() if number < 2 or not self.values or self.chance(0.12) else self.statement()
            with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings(), np.errstate(all="ignore"):
                warnings.simplefilter("ignore")
                exec(statement, self.space)
            self.values = {name: value for name, value in self.space.items() if name.startswith("v") and isinstance(value, (np.ndarray, np.generic))}
            statements.append(statement)
        return statements

    def guarded(self, *lines):
        body = "".join(f"    {line}\n" for line in "\n".join(lines).split("\n"))
        return f"try:\n{body}except Exception as error:\n    print(type(error).__name__, error)\n"

    def assigned(self, expression):
        name = next(self.names)
        return self.guarded(f"{name} = {expression}", f"show({name})")

    def statement(self):
        kinds = [self.alias, self.alias, self.library, self.library, self.algebra, self.looping, self.arithmetic, self.arithmetic, self.comparison, self.indexing, self.indexing, self.assignment, self.assignment, self.in_place, self.reduction, self.reduction, self.function, self.function, self.rounded, self.shaping, self.shaping, self.joining, self.choosing, self.ordering, self.product, self.conversion, self.number, self.view, self.printing, self.pair_function, self.creation, self.wrong]
        return self.pick(kinds)()

    # What there is

    def array(self):
        """The name of an array, or of a NumPy number now and then."""
        return self.pick(list(self.values))

    def value(self, name):
        return self.values.get(name, np.arange(3))

    def shape(self, name):
        return np.shape(self.value(name))

    def partner(self, name):
        """Something that goes with an array, most times."""
        shape = self.shape(name)
        fitting = [other for other in self.values if self.fits(shape, self.shape(other))]
        if self.chance(0.1):
            return self.array()
        if fitting and self.chance(0.5):
            return self.pick(fitting)
        if self.chance(0.45):
            return self.scalar()
        part = shape[self.integer(0, len(shape)):] if shape else ()
        return self.literal([1 if self.chance(0.3) else size for size in part])

    def fits(self, shape, other):
        try:
            np.broadcast_shapes(shape, other)
            return True
        except ValueError:
            return False

    # Literals

    def scalar(self):
        return self.pick([lambda: str(self.integer(-5, 9)), lambda: str(self.integer(-5, 9)), lambda: repr(self.integer(-20, 20) / 4), lambda: self.pick(["0", "0.0", "-1", "True", "2", "0.5", "1e10", "np.nan", "np.inf", "np.float64(2.5)", "np.int64(3)", "2**40", "-0.0", "np.pi"])])()

    def element(self, kind):
        if kind == "int":
            return str(self.pick([self.integer(-9, 9), self.integer(-9, 9), self.integer(-100, 100), self.integer(-2**40, 2**40)]))
        if kind == "bool":
            return str(self.chance(0.5))
        return self.pick([lambda: repr(self.integer(-40, 40) / 4), lambda: repr(round(self.random.gauss(0, 1), 3)), lambda: repr(self.random.gauss(0, 10)), lambda: self.pick(["np.nan", "np.inf", "-np.inf", "-0.0", "0.0"]) if self.chance(0.3) else "1.0"])()

    def literal(self, shape, kind=None):
        kind = kind or self.pick(["int", "float", "float", "bool"])

        def nested(sizes):
            if not sizes:
                return self.element(kind)
            return "[" + ", ".join(nested(sizes[1:]) for _ in range(sizes[0])) + "]"

        return f"np.array({nested(list(shape))}{self.pick(['', '', '', ', dtype=float', ', dtype=int', ', dtype=np.float64']) if kind == 'int' else ''})"

    def sizes(self):
        rank = self.pick([0, 1, 1, 1, 2, 2, 2, 2, 3])
        return [self.pick([0, 1, 2, 2, 3, 3, 4, 5]) if self.chance(0.93) else self.integer(6, 12) for _ in range(rank)]

    def shape_text(self):
        sizes = self.sizes()
        if len(sizes) == 1 and self.chance(0.5):
            return str(sizes[0])
        return str(tuple(sizes)) if self.chance(0.8) else str(sizes)

    def creation(self):
        dtype = lambda: self.pick(["", "", "", ", dtype=int", ", dtype=float", ", dtype=bool", ", dtype='float64'", ", dtype=np.int64", ", dtype='int'"])
        n = self.integer
        return self.assigned(self.pick([
            lambda: self.literal(self.sizes()), lambda: self.literal(self.sizes()), lambda: self.literal(self.sizes()),
            lambda: f"np.arange({n(0, 12)}{dtype()})", lambda: f"np.arange({n(-5, 5)}, {n(0, 15)}, {self.pick(['1', '2', '3', '-1', '0.5', '0.1', '0'])})",
            lambda: f"np.linspace({n(-5, 5)}, {n(0, 9)}, {n(0, 9)}{self.pick(['', ', endpoint=False', ', retstep=True'])})",
            lambda: f"np.{self.pick(['zeros', 'ones'])}({self.shape_text()}{dtype()})", lambda: f"np.full({self.shape_text()}, {self.scalar()}{dtype()})",
            lambda: f"np.eye({n(0, 4)}{self.pick(['', ', 3', ', k=1', ', 2, -1'])})", lambda: f"np.identity({n(0, 4)})", lambda: f"np.diag({self.literal([n(1, 4)])})",
            lambda: f"np.arange({n(1, 3) * 12}{self.pick(['', '.'])}).reshape({self.pick(['3, -1', '-1, 4', '2, 3, -1', '(6, -1)', '-1', '4, 3, -1', '5, -1', '2, 2'])})",
            lambda: f"np.tri({n(1, 4)})", lambda: f"np.array([{self.literal([2])}, {self.literal([self.pick([2, 2, 2, 3])])}])",
            lambda: f"np.logspace(0, {n(1, 3)}, {n(2, 4)}) * 0", lambda: f"np.meshgrid({self.literal([n(1, 3)])}, {self.literal([n(1, 3)])})[{n(0, 1)}]",
            lambda: f"np.asarray({self.literal(self.sizes())}{dtype()})", lambda: f"np.array({[[n(0, 5)] * n(1, 2), [n(0, 5)]]})",
            lambda: f"np.{self.pick(['zeros_like', 'ones_like', 'full_like'])}({self.literal(self.sizes())}{self.pick(['', ', dtype=float'])})".replace("full_like(np.array([", "zeros_like(np.array(["),
        ])())

    # Statements

    def operand_pair(self):
        a = self.array()
        b = self.partner(a)
        return (a, b) if self.chance(0.7) else (b, a)

    def is_exact(self, operator, *operands):
        return operator != "**"

    def arithmetic(self):
        a, b = self.operand_pair()
        operator = self.pick(OPERATORS + ["&", "|", "^", "<<", ">>"] if self.chance(0.2) else OPERATORS)
        if operator == "**":
            b = self.pick(["2", "3", "0", "1", "0.5", "-1", "2.0"]) if self.chance(0.8) else b
        if operator in ("<<", ">>"):
            b = str(self.integer(0, 5))
        expression = f"{a} {operator} {b}"
        if self.chance(0.25) and operator != "**":
            expression = f"({expression}) {self.pick(OPERATORS[:4])} {self.partner(a)}"
        if self.chance(0.1):
            expression = f"{self.pick(['-', '+', '~', 'abs'])}({expression})"
        return self.shown_rounded(expression) if operator == "**" else self.assigned(expression)

    def shown_rounded(self, expression):
        return self.guarded(f"show_rounded({expression})")

    def comparison(self):
        a, b = self.operand_pair()
        expression = f"{a} {self.pick(COMPARISONS)} {b}"
        if self.chance(0.4):
            c, d = self.operand_pair()
            expression = f"({expression}) {self.pick('&|^')} ({c} {self.pick(COMPARISONS)} {d})"
        if self.chance(0.2):
            expression = self.pick([f"({expression}).{self.pick(['any', 'all', 'sum', 'mean'])}()", f"~({expression})", f"np.array_equal({a}, {b})", f"np.allclose({a}, {b})", f"np.isclose({a}, {b})", f"{b} in {a}"])
        return self.assigned(expression)

    # Indices

    def position(self, size):
        if size and self.chance(0.95):
            return str(self.integer(-size, size - 1))
        return str(self.pick([size, -size - 1, 0, 7, -7]))

    def slice(self, size):
        edge = lambda: self.pick(["", "", str(self.integer(-size - 1, size + 1))])
        step = self.pick(["", "", "", "::1", ":2", ":-1", ":-2", ":3"])
        text = f"{edge()}:{edge()}"
        return text + (step if step.count(":") == 1 else "")

    def index_array(self, size):
        """An array of positions."""
        if not size:
            return "[]"
        positions = [self.integer(-size, size - 1 if self.chance(0.97) else size) for _ in range(self.integer(0, 4))]
        if self.chance(0.3):
            positions = [positions, positions[::-1]]
        return self.pick([str(positions), f"np.array({positions}, dtype=int)"])

    def mask(self, shape):
        bits = lambda sizes: "[" + ", ".join(bits(sizes[1:]) if len(sizes) > 1 else str(self.chance(0.5)) for _ in range(sizes[0])) + "]"
        sizes = [size + (1 if self.chance(0.03) else 0) for size in shape]
        return f"np.array({bits(sizes)}, dtype=bool)"

    def index(self, name):
        shape = self.shape(name)
        if shape and self.chance(0.12):
            return f"{name} {self.pick(['>', '<', '==', '>='])} {self.pick(['0', '1', '2'])}"
        if shape and all(shape) and self.chance(0.08):
            return self.mask(shape[:self.integer(1, len(shape))])
        parts, has_ellipsis = [], False
        for size in shape[:self.integer(0 if self.chance(0.1) else 1, len(shape))] if shape else []:
            kind = self.random.random()
            if kind < 0.4:
                parts.append(self.position(size))
            elif kind < 0.75:
                parts.append(self.slice(size))
            elif kind < 0.85:
                parts.append(self.index_array(size))
            elif kind < 0.88 and size:
                parts.append(self.mask([size]))
            elif kind < 0.92 and not has_ellipsis:
                has_ellipsis = True
                parts.append("...")
            else:
                parts.append(":")
        if self.chance(0.12):
            parts.insert(self.integer(0, len(parts)), self.pick(["None", "np.newaxis"]))
        if self.chance(0.03):
            parts.append(self.pick(["0", "1.5", "'a'", "True", "...", "np.array(1)", "(0, 0)"]))
        return ", ".join(parts) or self.pick(["()", "...", "None", "0", ":"])

    def indexing(self):
        name = self.array()
        expression = f"{name}[{self.index(name)}]"
        if self.chance(0.15):
            expression += f"[{self.pick(['0', '-1', '::-1', '...', ':1', 'None'])}]"
        if self.chance(0.1):
            expression = f"{name}.{self.pick(['T', 'ravel()', 'flat', 'copy()'])}[{self.pick(['0', '-1', '::2', '1:3'])}]"
        return self.assigned(expression)

    def assignment(self):
        name = self.array()
        index = self.index(name)
        try:
            target = np.shape(eval(f"{name}[{index}]", self.space))
        except Exception:
            target = ()
        value = self.pick([self.scalar, self.scalar, lambda: self.literal(target), lambda: self.literal(target[-1:]), self.array, lambda: str([1, 2.5, 3][:self.integer(1, 3)])])()
        operator = self.pick(["=", "=", "=", "+=", "-=", "*=", "/=", "//="])
        return self.guarded(f"{name}[{index}] {operator} {value}") + self.guarded(f"show({name})")

    def in_place(self):
        name = self.array()
        return self.guarded(f"{name} {self.pick(['+=', '-=', '*=', '/=', '//=', '%=', '|=', '&='])} {self.partner(name)}") + self.guarded(f"show({name})")

    def view(self):
        """A change of a view shows in what it is a view of, a change of a copy does not."""
        name = self.array()
        part = next(self.names)
        way = self.pick(["[:]", "[::-1]", "[...]", "[1:]", "[None]", ".T", ".reshape(-1)", ".ravel()", ".flatten()", ".copy()", "[[0]]", "[0]", ".transpose()", ".squeeze()", "[:, 0]", ".astype(float)", ".swapaxes(0, -1)", ".view()"])
        return self.guarded(f"{part} = {name}{way}", f"{part}[{self.pick(['0', '...', '-1', ':1', '0, 0'])}] {self.pick(['=', '+=', '*='])} {self.integer(2, 9)}", f"show({part})") + self.guarded(f"show({name})")

    # Functions

    def axis(self, name, several=False):
        rank = len(self.shape(name))
        if self.chance(0.06):
            return self.pick(["5", "-4"] + ["None", "(0, 0)"] * several)
        if several and rank and self.chance(0.15):
            return str(tuple(self.random.sample(range(rank), self.integer(1, rank))))
        return str(self.integer(-rank, rank - 1)) if rank else self.pick(["0", "-1"])

    def reduction(self):
        name = self.array()
        function = self.pick(REDUCTIONS)
        given = []
        if self.chance(0.6):
            several = function in ("sum", "mean", "max", "min", "prod", "any", "all", "std", "var")
            given.append(f"axis={self.axis(name, several)}" if self.chance(0.7) else self.axis(name, several))
        if self.chance(0.25) and not function.startswith("cum"):
            given.append("keepdims=True")
        if self.chance(0.05) and function in ("sum", "prod", "mean"):
            given.append(self.pick(["dtype=float", "dtype=int"]))
        if self.chance(0.1) and function in ("std", "var"):
            given.append("ddof=1")
        given.sort(key=lambda text: "=" in text)
        if self.chance(0.12):
            return self.assigned(f"{self.pick(ELSE_REDUCTIONS)}({', '.join([name] + [g for g in given if not g.startswith(('keepdims', 'ddof', 'dtype'))])})")
        inside = ", ".join(given)
        if self.chance(0.5) and function != "ptp" and isinstance(self.value(name), np.ndarray):
            return self.assigned(f"{name}.{function}({inside})")
        return self.assigned(f"np.{function}({', '.join([name] + given)})")

    def function(self):
        name = self.array()
        function = self.pick(EXACT)
        if function == "np.round" and self.chance(0.6):
            return self.assigned(f"{self.pick([f'np.round({name}, ', f'{name}.round('])}{self.integer(-1, 3)})")
        return self.assigned(f"{function}({self.pick([name, name, self.scalar(), name + ' * 0.5'])})")

    def rounded(self):
        name = self.array()
        return self.shown_rounded(f"{self.pick(ROUNDED)}({self.pick([name, f'{name} / 7', self.scalar()])})")

    def pair_function(self):
        a, b = self.operand_pair()
        if self.chance(0.15):
            return self.shown_rounded(f"{self.pick(['np.power', 'np.arctan2', 'np.hypot', 'np.logaddexp', 'np.float_power'])}({a}, {b})")
        if self.chance(0.1):
            return self.assigned(f"{self.pick(['np.add', 'np.multiply', 'np.maximum', 'np.minimum', 'np.subtract'])}.{self.pick(['reduce', 'accumulate', 'outer'])}({a})".replace("outer(" + a, f"outer({a}, {b}"))
        return self.assigned(f"{self.pick(PAIRS)}({a}, {b})")

    def shaping(self):
        name = self.array()
        shape, n = self.shape(name), self.integer
        size = int(np.prod(shape))
        divisors = [d for d in range(1, size + 1) if size % d == 0] or [1]
        d = self.pick(divisors)
        sizes = self.pick([f"{d}, -1", f"-1, {d}", "-1", f"({d}, {size // d})", f"{size}", "-1, 2", f"({d}, 1, -1)", "2, -1, -1", "()"])
        rank = len(shape)
        order = self.random.sample(range(rank), rank)
        return self.assigned(self.pick([
            lambda: f"{name}.reshape({sizes})", lambda: f"np.reshape({name}, {sizes if sizes.startswith('(') else '(' + sizes + ',)'})", lambda: f"{name}.T", lambda: f"np.transpose({name})",
            lambda: f"{name}.transpose({', '.join(map(str, order))})", lambda: f"np.transpose({name}, {order})", lambda: f"{name}.ravel()", lambda: f"{name}.flatten()",
            lambda: f"np.expand_dims({name}, {self.axis(name)})", lambda: f"np.squeeze({name})", lambda: f"np.squeeze({name}, axis={self.axis(name)})", lambda: f"np.swapaxes({name}, {self.axis(name)}, {self.axis(name)})",
            lambda: f"np.moveaxis({name}, {self.axis(name)}, {self.axis(name)})", lambda: f"np.broadcast_to({name}, {(n(1, 3),) + shape})", lambda: f"np.flip({name}{self.pick(['', ', ' + self.axis(name)])})",
            lambda: f"np.roll({name}, {n(-3, 3)}{self.pick(['', ', axis=' + self.axis(name)])})", lambda: f"np.tile({name}, {self.pick(['2', '(2, 1)', '(1, 2)', '0'])})", lambda: f"np.repeat({name}, {self.pick(['2', '0', '3'])}{self.pick(['', ', axis=' + self.axis(name)])})",
            lambda: f"np.{self.pick(['fliplr', 'flipud', 'rot90', 'triu', 'tril', 'diag', 'trace', 'atleast_3d', 'diagonal'])}({name})", lambda: f"{name}.resize({sizes})" if self.chance(0.1) else f"{name}[..., None]",
        ])())

    def joining(self):
        name = self.array()
        shape = self.shape(name)
        other = self.pick([name, self.literal(shape), self.array(), self.literal(shape[1:])])
        function = self.pick(["concatenate", "stack", "vstack", "hstack", "column_stack", "dstack"])
        axis = f", axis={self.axis(name)}" if function in ("concatenate", "stack") and self.chance(0.6) else ""
        n = self.integer
        return self.assigned(self.pick([
            lambda: f"np.{function}([{name}, {other}]{axis})", lambda: f"np.{function}(({name}, {other}, {name}){axis})", lambda: f"np.append({name}, {other})",
            lambda: f"np.{self.pick(['split', 'array_split'])}({name}, {self.pick(['2', '3', '[1]', '[1, 2]'])}{self.pick(['', ', axis=' + self.axis(name)])})",
            lambda: f"np.{self.pick(['c_', 'r_'])}[{name}, {other}]", lambda: f"np.insert({name}, {n(0, 2)}, {self.scalar()})", lambda: f"np.delete({name}, {n(0, 2)}{self.pick(['', ', axis=0'])})",
            lambda: f"np.pad({name}, {n(0, 2)})",
        ])())

    def choosing(self):
        a = self.array()
        b, c = self.partner(a), self.partner(a)
        return self.assigned(self.pick([
            lambda: f"np.where({a} > {self.scalar()}, {b}, {c})", lambda: f"np.where({a})", lambda: f"np.clip({a}, {self.integer(-3, 0)}, {self.integer(0, 4)})", lambda: f"{a}.clip({self.pick(['0', 'None, 1', '0, 1', 'min=0', 'max=2'])})",
            lambda: f"np.nonzero({a})", lambda: f"np.argwhere({a} > 0)", lambda: f"np.take({a}, {self.pick(['0', '[0, 1]', '[0, -1]'])}{self.pick(['', ', axis=0', ', axis=-1'])})", lambda: f"np.select([{a} > 1, {a} < 0], [{b}, {c}])",
            lambda: f"np.flatnonzero({a})", lambda: f"np.where({b}, {a}, {c})", lambda: f"np.extract({a} > 0, {a})", lambda: f"np.choose([0, 1], [{a}, {b}])", lambda: f"np.isin({a}, [0, 1, 2.5])",
        ])())

    def ordering(self):
        a = self.array()
        axis = self.pick(["", f", axis={self.axis(a)}"])
        return self.assigned(self.pick([
            lambda: f"np.sort({a}{axis})", lambda: f"np.argsort({a}{axis}, kind='stable')", lambda: f"np.unique({a})", lambda: f"np.unique({a}, return_counts=True)", lambda: f"np.unique({a}, return_inverse=True)",
            lambda: f"np.searchsorted(np.sort({a}.ravel()), {self.scalar()})", lambda: f"sorted({a}.tolist())", lambda: f"np.bincount(np.abs({a}))", lambda: f"np.percentile({a}, {self.pick(['50', '25', '[0, 100]', '10'])})",
            lambda: f"np.median({a}{axis})", lambda: f"np.cumsum({a}{axis})", lambda: f"np.diff({a}{axis})", lambda: f"np.histogram({a}, bins={self.integer(1, 4)})[0]", lambda: f"np.digitize({a}, [0, 1, 2])", lambda: f"np.union1d({a}, [1, 2])", lambda: f"np.intersect1d({a}, [1, 2])",
        ])())

    def product(self):
        a = self.array()
        shape = self.shape(a)
        b = self.pick([self.array(), self.literal(shape[-1:] or [2]), self.literal((shape[-1:] or (2,)) + (self.integer(1, 3),)), f"{a}.T"])
        expression = self.pick([f"{a} @ {b}", f"np.dot({a}, {b})", f"np.matmul({a}, {b})", f"np.outer({a}, {b})", f"np.inner({a}, {b})", f"{a}.dot({b})", f"np.vdot({a}, {b})", f"np.cross({a}, {b})", f"np.tensordot({a}, {b}, axes=1)", f"np.kron({a}, {b})", f"np.einsum('i,i->', {a}, {b})"])
        return self.shown_rounded(expression)

    def conversion(self):
        a = self.array()
        return self.assigned(self.pick([
            f"{a}.astype({self.pick(['int', 'float', 'bool', 'np.float64', repr('int64'), 'np.int64', 'np.bool_'])})", f"int({a})", f"float({a})", f"bool({a})", f"len({a})", f"{a}.tolist()", f"{a}.item()", f"list({a})", f"tuple({a})", f"[x for x in {a}]", f"sum({a})",
            f"max({a})", f"{a}.shape + ({a}.ndim, {a}.size)", f"str({a}.dtype)", f"np.array({a}, dtype=float)", f"np.asarray({a}) is {a}", f"np.shape({a})", f"np.size({a})", f"np.ndim({a})", f"{a}.item({self.pick(['0', '-1', '3'])})", f"[*zip({a}, {a})]", f"{a}.dtype == float", f"{a}.nbytes",
            f"{a}.itemsize", f"isinstance({a}, np.ndarray)", f"list(enumerate({a}))", f"next(iter({a}))", f"not {a}", f"{a} if {a} else 0", f"range({a})", f"[1, 2, 3][{a}]", f"'ab' * {a}", f"{a} is None", f"list(reversed({a}))", f"np.array([{a}, {a}])", f"round({a}, 1)", f"divmod({a}, 2)", f"pow({a}, 2)", f"abs({a})", f"hash({a})",
        ]))

    def number(self):
        """NumPy's numbers, as reductions give them."""
        name = self.array()
        x = self.pick([f"{name}.sum()", f"{name}.mean()", f"{name}.max()", f"np.int64({self.integer(-9, 9)})", f"np.float64({self.integer(-9, 9) / 2})", "np.bool_(True)", f"{name}.any()", f"{name}.ravel()[0]"])
        y = self.pick([self.scalar(), x, "np.float64(0)", "np.int64(0)", "np.int64(7)"])
        return self.assigned(self.pick([f"{x} {self.pick(OPERATORS[:6])} {y}", f"{y} {self.pick(OPERATORS[:6])} {x}", f"{x} {self.pick(COMPARISONS)} {y}", f"({x}).{self.pick(['shape', 'item()', 'ndim', 'size', 'tolist()', 'astype(int)', 'sum()'])}", f"repr({x})", f"-({x})", f"f'{{{x}:.3f}}'", f"round({x}, 1)", f"int({x})", f"({x}) ** 2", f"isinstance({x}, (int, float))", f"~({x})", f"{x} & {y}"]))

    def printing(self):
        a = self.array()
        return self.guarded(self.pick([f"print({a})", f"print(repr({a}))", f"print([{a}])", f"print(f'{{{a}}}')", f"print({a}, {a}.shape, sep='\\n')", f"print('%s' % ({a},))", f"print('%s' % {a})", f"print('%.2f' % {a})", f"print('%d|%r' % ({a}, {a}))", f"print({a}.__repr__(), {a}.__str__())", f"print(f'{{{a}:.2f}}')", f"print('{{}} {{!r}}'.format({a}, {a}))", f"print({{'a': {a}}})"]))

    def alias(self):
        """What a function gave, after its argument changed."""
        a, n = self.array(), self.integer
        name = next(self.names)
        axis = self.pick(["", ", axis=0", ", axis=-1"])
        expression = self.pick([
            f"np.{self.pick(['ravel', 'sort', 'unique', 'abs', 'round', 'floor', 'real', 'positive', 'squeeze', 'transpose', 'flip', 'atleast_1d', 'atleast_2d', 'asarray', 'array', 'copy', 'cumsum', 'nan_to_num', 'ascontiguousarray', 'diagonal', 'rot90', 'fliplr', 'flipud', 'triu', 'tril', 'trim_zeros', 'rint', 'trunc', 'ceil', 'argsort', 'diff', 'max', 'mean', 'median', 'diag', 'trace', 'sum', 'float64'])}({a})",
            f"np.{self.pick(['tile', 'repeat', 'roll'])}({a}, {n(0, 2)})", f"np.tile({a}, (1, {n(1, 2)}))", f"np.reshape({a}, -1)", f"np.reshape({a}, {self.shape(a)})", f"{a}.astype({a}.dtype)", f"{a}.astype(float)", f"{a}.flatten()", f"{a}.copy()", f"{a}.squeeze()", f"{a}.clip(-99, 99)", f"np.clip({a}, None, 99)", f"np.where(True, {a}, {a})",
            f"np.concatenate([{a}]{axis})", f"np.stack([{a}])", f"np.vstack([{a}])", f"np.hstack([{a}])", f"np.column_stack([{a}])", f"np.append({a}, [])", f"np.append({a}, [1])", f"np.insert({a}, [], 1)", f"np.delete({a}, [])", f"np.pad({a}, 0)", f"np.split({a}, 1)[0]", f"np.array_split({a}, 2)[0]", f"np.broadcast_to({a}, {self.shape(a)})", f"np.broadcast_arrays({a}, {a})[0]",
            f"np.expand_dims({a}, 0)", f"np.swapaxes({a}, 0, -1)", f"np.moveaxis({a}, 0, -1)", f"np.take({a}, [0]{axis})", f"np.compress([True], {a}{axis})", f"np.resize({a}, {self.shape(a)})", f"np.partition({a}, 0)", f"np.diff({a}, 0)", f"np.round({a}, 2)", f"np.maximum({a}, -99)", f"+{a}", f"{a} * 1", f"{a}[:]", f"{a}[...]", f"{a}[[0]]", f"{a}[{a} == {a}]", f"{a}.T", f"{a}.real", f"{a}.reshape({self.shape(a)})", f"np.meshgrid({a}, {a})[0]", f"np.meshgrid({a})[0]", f"np.atleast_3d({a})", f"np.select([{a} == {a}], [{a}])", f"np.choose(0, [{a}])", f"np.full({self.shape(a)}, {a})", f"np.linalg.matrix_power({a}, 1)", f"np.dot({a}, 1)", f"np.block({a})", f"np.r_[{a}]", f"np.c_[{a}]", f"np.sum({a}, axis=())", f"np.min({a}, axis=())", f"list({a})[0]", f"next(iter({a}))", f"({a},)[0]", f"np.nancumsum({a})", f"np.fmax({a}, {a})", f"np.squeeze({a}[None])", f"np.percentile({a}, 50{axis})", f"np.ravel({a}[None])", f"np.ravel({a}.T)", f"{a}.ravel()[:]", f"np.array([{a}, {a}])[0]",
        ])
        return self.guarded(f"{name} = {expression}", f"{a}[...] = {n(2, 9)}", f"show({name})") + self.guarded(f"show({a})")

    def library(self):
        a, n = self.array(), self.integer
        axis = self.pick(["", f", axis={self.axis(a)}"])
        line = self.literal([n(1, 6)], "float")
        exact = [
            lambda: f"np.nan{self.pick(['sum', 'max', 'min', 'mean', 'std', 'var', 'prod', 'median', 'cumsum', 'argmax'])}({a}{axis})", lambda: f"np.quantile({a}, {self.pick(['0.5', '0.25', '[0.1, 0.9]', '1'])}{axis})",
            lambda: f"np.partition({a}, 0{axis})", lambda: f"np.lexsort(({line}, {line}))", lambda: f"np.argpartition({a}, 0{axis}).shape", lambda: f"np.setdiff1d({a}, [1, 2])", lambda: f"np.in1d({a}, [0, 1])",
            lambda: f"np.ediff1d({a})", lambda: f"np.gradient({line})", lambda: f"np.interp({n(-3, 9)}, [0, 1, 4], [1, 3, {n(-3, 3)}])", lambda: f"np.trapezoid({line})", lambda: f"np.convolve({line}, {line})", lambda: f"np.polyval({line}, {n(-2, 2)})",
            lambda: f"np.take_along_axis({a}, np.argsort({a}, axis=0, kind='stable'), axis=0)", lambda: f"np.apply_along_axis(lambda r: r.sum(), 0, {a})", lambda: f"np.vectorize(lambda x: x * 2 + 1)({a})", lambda: f"np.unravel_index({n(0, 11)}, (3, 4))", lambda: f"np.ravel_multi_index(({n(0, 2)}, {n(0, 3)}), (3, 4))",
            lambda: f"np.indices(({n(1, 3)}, 2))", lambda: f"np.ix_([0, 1], [{n(0, 2)}])", lambda: f"np.tril_indices({n(1, 3)})", lambda: f"np.diag_indices({n(1, 3)})", lambda: f"np.fill_diagonal({a}, {n(0, 9)})", lambda: f"np.full({self.shape_text()}, {self.literal([n(1, 3)])})",
            lambda: f"np.array_equal({a}, {self.partner(a)})", lambda: f"np.allclose({a}, {a} + 1e-9)", lambda: f"np.isclose({a}, {self.scalar()})", lambda: f"np.can_cast({self.pick(['int', 'float', 'bool'])}, {self.pick(['int', 'float', 'bool'])})", lambda: f"str(np.result_type({a}, {self.scalar()}))", lambda: f"str(np.promote_types({self.pick(['int', 'float', 'bool'])}, {self.pick(['int', 'float', 'bool'])}))",
            lambda: f"np.average({a}, weights={self.literal(self.shape(a), 'float')})", lambda: f"np.cov({line}, {line})[0].shape", lambda: f"np.searchsorted([0, 1, 2.5, 7], {a})", lambda: f"np.piecewise({a}, [{a} < 0, {a} >= 0], [-1, 1])", lambda: f"np.rot90({a}, {n(-2, 4)})", lambda: f"np.resize({a}, {self.shape_text()})",
            lambda: f"np.block([[{a}, {a}]])", lambda: f"np.vander([1, 2, {n(0, 4)}])", lambda: f"np.triu_indices_from({a})", lambda: f"np.hsplit({a}, {self.pick(['2', '[1]'])})", lambda: f"np.trim_zeros({line})", lambda: f"np.cumprod({a}{axis})", lambda: f"np.max({a}, initial={n(0, 5)}{axis})", lambda: f"np.sum({a}, where={a} > 0{axis})",
            lambda: f"np.one_hot({a})" if self.chance(0.1) else f"np.eye(4)[np.array({[n(0, 3), n(0, 3)]})]", lambda: f"np.put({a}, [0], {n(1, 5)})", lambda: f"np.copyto({a}, {self.partner(a)})", lambda: f"np.place({a}, {a} > 0, [{n(1, 3)}])", lambda: f"np.array2string({a}, precision={n(0, 5)}, separator=', ')",
            lambda: f"np.iinfo(int).max", lambda: f"np.finfo(float).eps", lambda: f"np.isscalar({self.pick([a, '3', 'np.float64(1)'])})", lambda: f"np.ndim({a}), np.broadcast_shapes({self.shape(a)}, (1,))", lambda: f"np.add.at({a}, [0, 0], {n(1, 3)})", lambda: f"np.count_nonzero({a}{axis})", lambda: f"np.nonzero({a})", lambda: f"np.compress([True, False], {a}{axis})", lambda: f"np.flip({a}{axis})",
        ]
        expression = self.pick(exact)()
        if any(word in expression for word in ("std", "var", "convolve", "average", "polyval", "vander", "trapezoid", "quantile", "gradient", "interp")):
            return self.shown_rounded(expression)
        return self.assigned(expression)

    def algebra(self):
        """A square matrix that is far from singular, and what is asked of it."""
        n = self.integer(1, 4)
        rows = [[self.integer(-3, 3) + (9 if i == j else 0) for j in range(n)] for i in range(n)]
        m = self.pick([f"np.array({rows})", f"(np.array({rows}) / 2)"])
        v = f"np.array({[self.integer(-9, 9) for _ in range(n)]})"
        return self.shown_rounded(self.pick([
            f"np.linalg.inv({m})", f"np.linalg.solve({m}, {v})", f"np.linalg.det({m})", f"np.linalg.norm({self.pick([m, v, self.array()])}{self.pick(['', ', axis=0', ', 1', ', np.inf', ', axis=-1, keepdims=True'])})", f"np.linalg.matrix_power({m}, {self.integer(-1, 3)})",
            f"np.linalg.matrix_rank({m})", f"np.abs(np.linalg.qr({m})[1])", f"np.linalg.cholesky({m} @ {m}.T)", f"np.linalg.eigvalsh({m} + {m}.T)", f"np.linalg.svd({m})[1]", f"np.linalg.lstsq({m}, {v}, rcond=None)[0]", f"np.linalg.pinv({m})", f"np.trace({m})", f"np.einsum('ij,j->i', {m}, {v})", f"np.einsum('ij->ji', {m})",
            f"np.linalg.inv(np.ones((2, 2)))", f"np.linalg.inv({self.array()})", f"np.linalg.solve({m}, {self.array()})", f"np.linalg.det({self.array()})", f"np.linalg.cond({m})", f"np.linalg.multi_dot([{m}, {m}, {v}])", f"np.tensordot({m}, {m})", f"np.kron({m}, [[1, 0]])",
        ]))

    def looping(self):
        """A loop as lessons have them."""
        a = self.array()
        name = next(self.names)
        return self.guarded(self.pick([
            f"{name} = 0.0\nfor x in {a}:\n    {name} = {name} + x\nshow({name})", f"{name} = [row.sum() for row in {a}]\nshow({name})", f"{name} = np.zeros_like({a})\nfor i in range(len({a})):\n    {name}[i] = {a}[-i] * 2\nshow({name})",
            f"for i, row in enumerate({a}):\n    print(i, row)", f"for x, y in zip({a}, {a}[::-1]):\n    print(x, y)", f"{name} = {{k: {a} * k for k in range(2)}}\nshow({name}[1])", f"{name} = {a}\nfor step in range(3):\n    {name} = {name} * 0.5 + step\nshow({name})",
            f"{name} = [0] * 3\n{name}[0] += {a}.sum()\nshow({name})", f"{name} = np.array([x for x in {a}])\nshow({name})", f"{name} = max({a}.ravel(), key=lambda x: -x)\nshow({name})", f"{name} = sorted({a}.ravel(), reverse=True)\nshow({name}[:3])", f"a, *b = {a}\nshow(a)\nshow(b)",
            f"{name} = np.array([np.sum({a}), np.max({a})])\nshow({name})", f"{name} = {a}.copy()\n{name} *= 2\n{name} -= {a}\nshow({name})", f"while {a}.sum() < 3 and {a}.size:\n    {a} += 1\nshow({a})" if a.isidentifier() and np.ndim(self.value(a)) and self.value(a).dtype == int and abs(self.value(a)).sum() < 1000 else f"show({a})",
        ]))

    def wrong(self):
        a = self.array()
        return self.assigned(self.pick([f"{a} + 'a'", f"{a}.missing", f"{a}()", f"np.zeros(-1)", f"np.zeros((2, -3))", f"{a} + [1, 2, 3, 4, 5, 6, 7]", f"np.array([1, 2], dtype='what')", f"{a}.reshape(2, 3, 4, 5)", f"{a}[{{}}]", f"np.sum({a}, axis='x')", f"np.ones({a})", f"np.concatenate({a})", f"np.concatenate([])", f"np.stack([])", f"np.array([[1, 2], [3]])", f"{a} < 'a'", f"{a}.sum(axis=7)", f"np.linspace(0, 1, -1)", f"np.arange()", f"np.max([])", f"np.argmax([])", f"np.mean([])", f"float(np.array([1, 2]))", f"np.array('text')", f"{a}.shape[9]", f"{a} @ 3", f"for_ in {a}", f"np.eye(-1)", f"np.reshape({a}, (7, 11))", f"np.split(np.arange(5), 2)", f"{a}.dot()", f"{a}.astype('x')", f"np.nothing_here"]))

#!/usr/bin/env python3
"""Random arrays, printed by NumPy and by `neuronbook run` under random options, must look the same.

    python3 printing.py --neuronbook .build/debug/neuronbook [--seed 1] [--count 1000] [--show 5]

NumPy prints in the style that neuron follows, `np.set_printoptions(legacy='1.25')`. Many cases run as
one file, so that start-up does not dominate.
"""

import argparse
import contextlib
import io
import os
import random
import struct
import sys
import tempfile
import warnings

import numpy

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from differential import MARK, Neuron  # noqa: E402

CASES_PER_FILE = 50
# What is shown of a difference's parts.
LENGTH = 2000
USUAL = "precision=8, threshold=1000, edgeitems=3, linewidth=75, suppress=False, nanstr='nan', infstr='inf', sign='-', floatmode='maxprec', formatter=None"
NUMBERS = [0.5, 1.5, 2.5, 0.125, 9.5, 99.5, 0.05, 0.95, 0.99999999999, 9.99999999, 0.000099999999, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 1e23, 9e22, 0.1 + 0.2, 1 / 3, 2.0**53, 2.0**-44]
MODES = ["'fixed'", "'unique'", "'maxprec'", "'maxprec_equal'"]
FORMATTERS = ["{'float': lambda x: '%.2f' % x}", "{'all': repr}", "{'int_kind': lambda x: hex(x), 'bool': lambda x: 'ny'[x]}", "{'float_kind': lambda x: 'a\\nbb' if x > 0 else 'ccc'}", "{'float': lambda x: ''}", "{'all': lambda x: ' ' * int(x * 0 + 3)}", "{'float': None, 'int': str}"]


class Cases:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, choices):
        return self.random.choice(choices)

    def chance(self, share):
        return self.random.random() < share

    # Arrays

    def number(self):
        r = self.random
        return self.pick([
            lambda: self.pick([0.0, -0.0]), lambda: float(r.randint(-1000, 1000)), lambda: r.gauss(0, 1), lambda: r.uniform(0, 1),
            lambda: round(r.uniform(-100, 100), r.randint(0, 4)), lambda: r.gauss(0, 1) * 10.0**r.randint(-8, 12), lambda: 2.0**r.randint(-60, 60),
            lambda: 10.0**r.randint(-30, 30), lambda: self.pick(NUMBERS), lambda: struct.unpack("<d", struct.pack("<Q", r.getrandbits(64)))[0],
        ])()

    def floats(self, count):
        style = self.random.random()
        values = [self.number() if style < 0.5 else self.random.gauss(0, 1) for _ in range(count)]
        if style > 0.8:
            scale = 10.0**self.random.randint(-9, 9)
            values = [value * scale for value in values]
        if self.chance(0.2):
            values = [self.pick([float("nan"), float("inf"), float("-inf")]) if self.chance(0.2) else value for value in values]
        return values

    def integers(self, count):
        size = self.pick([1, 10, 1000, 2**40, 2**62])
        least = 0 if self.chance(0.4) else -size
        return [self.random.randint(least, size) for _ in range(count)]

    def array(self):
        rank = self.pick([0, 1, 1, 1, 2, 2, 2, 3, 3, 4])
        sizes = [0, 1, 1, 2, 3, 4, 5, 7, 12, 30] if rank < 3 else [1, 1, 2, 3, 4, 7]
        shape = [self.pick(sizes) for _ in range(rank)]
        if self.chance(0.05):
            shape = [self.pick([1001, 1500])] if self.chance(0.5) else [self.pick([2, 8, 50]), self.pick([60, 200])]
        count = 1
        for size in shape:
            count *= size
        values = self.pick([self.floats, self.floats, self.floats, self.integers, lambda count: [self.chance(0.5) for _ in range(count)]])(count)
        return f"np.array({self.nested(iter(values), shape)})"

    def nested(self, values, shape):
        if not shape:
            value = next(values)
            return f"np.{value}".replace("np.-", "-np.") if value != value or value in (float("inf"), float("-inf")) else repr(value)
        return "[" + ", ".join(self.nested(values, shape[1:]) for _ in range(shape[0])) + "]"

    # Options

    def option(self, name):
        return f"{name}=" + self.pick({
            "precision": ["8", "3", "2", "0", "1", "4", "12", "16", "17", "20", "30", "-1"], "threshold": ["1000", "5", "10", "0", "1e9", "np.inf", "2**63 - 1"],
            "edgeitems": ["3", "1", "2", "0", "-1", "-2", "10"], "linewidth": ["75", "40", "20", "120", "5", "1", "0", "-3", "30.5", "np.inf"],
            "suppress": ["True", "False", "1"], "nanstr": ["'nan'", "'NA'", "'missing!'", "''"], "infstr": ["'inf'", "'infinity'", "'∞'"],
            "sign": ["'-'", "'+'", "' '"], "floatmode": MODES, "formatter": FORMATTERS, "separator": ["' '", "', '", "','", "' | '", "'\\t '", "'; '", "',\\n'"],
            "prefix": ["'array('", "'x'", "''"], "suffix": ["')'", "'abc'"], "max_line_width": ["40", "20", "100"], "suppress_small": ["True", "False"],
        }[name])

    def options(self, names):
        return ", ".join(self.option(name) for name in self.random.sample(names, self.random.randint(0, min(4, len(names)))))

    SETTINGS = ["precision", "threshold", "edgeitems", "linewidth", "suppress", "nanstr", "infstr", "sign", "floatmode"]
    COUNTS = ["precision", "pad_left", "min_digits"]

    # Cases

    def shown(self):
        r = self.random
        if self.chance(0.1):
            return self.float_text()
        return self.pick([
            "print(a)", "print(a)", "print(repr(a))", "print(repr(a))", "print([a, a], {'k': a}, (a,))", "print(f'{a} {a!r} {a!s}', '%s %r' % ((a), (a)))",
            f"print(np.array2string(a, {self.options(['precision', 'threshold', 'edgeitems', 'max_line_width', 'suppress_small', 'sign', 'floatmode', 'formatter', 'separator', 'prefix', 'suffix'])}))",
            f"print(np.array_repr(a, {self.options(['precision', 'max_line_width', 'suppress_small'])}))", f"print(np.array_str(a, {self.options(['precision', 'max_line_width', 'suppress_small'])}))",
            f"with np.printoptions({self.options(self.SETTINGS + ['formatter'])}):\n        print(a)\n    print(repr(a))", "print(np.get_printoptions())",
            f"np.set_printoptions({self.option('formatter')})\n    print(a)\n    np.set_printoptions()\n    print(a)",
        ])

    def float_text(self):
        names = ["precision", "pad_left", "min_digits"]
        count = lambda: self.pick(["0", "1", "2", "3", "5", "8", "17", "25", "None"])
        given = [f"{name}={count()}" for name in names if self.chance(0.4)]
        given += [f"unique={self.chance(0.5)}"] if self.chance(0.5) else []
        given += [f"trim={self.pick(['k', '.', '0', '-'])!r}"] if self.chance(0.6) else []
        given += [f"sign={self.chance(0.5)}"] if self.chance(0.2) else []
        if self.chance(0.5):
            given += [f"exp_digits={count()}"] if self.chance(0.3) else []
            return f"print(np.format_float_scientific({self.nested(iter([self.number()]), [])}, {', '.join(given)}) + '|')"
        given += [f"fractional={self.chance(0.5)}"] if self.chance(0.5) else []
        given += [f"pad_right={count()}"] if self.chance(0.3) else []
        return f"print(np.format_float_positional({self.nested(iter([self.number()]), [])}, {', '.join(given)}) + '|')"

    def case(self):
        lines = [f"np.set_printoptions({USUAL})", f"a = {self.array()}", "try:"]
        if self.chance(0.7):
            lines.append(f"    np.set_printoptions({self.options(self.SETTINGS)})")
        lines += ["    " + self.shown() for _ in range(2)]
        return "\n".join(lines + ["except Exception as error:", "    print(type(error).__name__, error)"]) + "\n"


def printed_by_numpy(text):
    printed = io.StringIO()
    numpy.set_printoptions(legacy="1.25")
    with contextlib.redirect_stdout(printed), warnings.catch_warnings(), numpy.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        exec(compile(text, "program.py", "exec"), {"np": numpy})
    return printed.getvalue()


def program(cases):
    return "import numpy as np\n" + "".join(f"print({MARK + str(number)!r})\n{case}" for number, case in enumerate(cases))


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--neuronbook", required=True)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--show", type=int, default=5, help="differences to print")
    options = options.parse_args()
    maker = Cases(options.seed)
    cases = [maker.case() for _ in range(options.count)]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        neuron = Neuron(options.neuronbook, folder)
        for start in range(0, len(cases), CASES_PER_FILE):
            group = cases[start:start + CASES_PER_FILE]
            expected = printed_by_numpy(program(group)).split(MARK)[1:]
            printed = neuron.run(program(group)).split(MARK)[1:]
            printed += ["nothing\n"] * (len(expected) - len(printed))
            for case, wanted, got in zip(group, expected, printed):
                if wanted == got:
                    continue
                failed += 1
                if failed <= options.show:
                    print(f"===== difference {failed}\n{case[:LENGTH]}--- NumPy\n{wanted[:LENGTH]}--- neuron\n{got[:LENGTH]}")
    print(f"{len(cases) - failed} passed, {failed} failed")
    sys.exit(1 if failed or not cases else 0)


if __name__ == "__main__":
    main()

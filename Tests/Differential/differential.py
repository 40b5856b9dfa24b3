#!/usr/bin/env python3
"""Random programs, run by CPython and by `neuronbook run`, must print the same.

    python3 differential.py --neuronbook .build/debug/neuronbook [--seed 1] [--count 1000] [--show 20]

Programs terminate by construction. Many run as one file, so that start-up does not dominate; one that
ends in an exception ends its file. A difference is shrunk to a small program. What neuron declines by
name ("… is not part of neuron") is counted apart: it is no difference, for nothing wrong was said.
"""

import argparse
import ast
import builtins
import collections
import contextlib
import io
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import warnings

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from generator import Generator  # noqa: E402

MARK = "----- "
PROGRAMS_PER_FILE = 40
SHRINKING_RUNS = 250
DECLINED = ("differs from run to run", "is not part of neuron", "Python leaves open", "has no complex numbers", "-limit: ")
# A report shows control characters by their pictures.
CONTROLS = {0x2400 + code: code for code in range(0x20)}
# No program prints one, but a part of one may, and neuron has none.
ADDRESS = " object at 0x"
# A program that is being shrunk may lose what ends its loops.
SECONDS = 10
BYTES = 4 << 30


class OutOfBounds(BaseException):
    """A program took too long, or too much memory."""


def stop(*_):
    raise OutOfBounds


def run_in_python(text):
    """What CPython prints, the last line of its report included."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        code = compile(text, "program.py", "exec")
        signal.alarm(SECONDS)
        try:
            exec(code, {"__name__": "__main__"})
        except MemoryError:
            raise OutOfBounds from None
        except Exception as error:
            message = str(error)
            name = type(error).__name__
            # A diagnostic's headline is one line; of a longer message the first is compared.
            print((f"{name}: {message}" if message else name).split("\n")[0])
            return printed.getvalue(), True
        finally:
            signal.alarm(0)
    return printed.getvalue(), False


class Neuron:
    """The program under test."""

    def __init__(self, path, folder):
        self.path = path
        self.file = os.path.join(folder, "program.py")

    def run(self, text):
        """What is printed, then each diagnostic's own line where it is an exception's."""
        with open(self.file, "w", encoding="utf-8") as file:
            file.write(text)
        result = subprocess.run(
            [self.path, "run", self.file], capture_output=True, timeout=120,
            env={**os.environ, "NO_COLOR": "1"})
        printed = result.stdout.decode("utf-8", "replace")
        if result.returncode not in (0, 1, 2):
            return printed + f"crashed with code {result.returncode}\n"
        return printed + headline(result.stderr.decode("utf-8", "replace"))


def headline(report):
    """What the first line `error[ID]: MESSAGE` says: the message, with the rule where it is no exception's."""
    # What would move the cursor is shown by a picture of it.
    for line in report.replace("\u2409", "\t").splitlines():
        found = re.match(r"\w+\[([\w-]+)\]: (.*)", line)
        if found and found[1] == "uncaught-exception":
            return found[2].translate(CONTROLS) + "\n"
        if found:
            return f"{found[1]}: {found[2]}\n"
    return report and report.splitlines()[0] + "\n"


def differs(text, neuron):
    """What the two print where it is not the same, and `None` where it is or is declined."""
    try:
        expected, _ = run_in_python(text)
    except (SyntaxError, RecursionError, OutOfBounds):
        return None
    if ADDRESS in expected:
        return None
    printed = neuron.run(text)
    if printed == expected or reason_to_decline(printed):
        return None
    return expected, printed


def reason_to_decline(printed):
    """The line that says what neuron declines; `None` where it declines nothing."""
    lines = [line for line in printed.splitlines() if any(words in line for words in DECLINED)]
    return lines[-1] if lines else None


# Shrinking


def smaller(tree):
    """Every tree that lacks a statement of `tree`, or has a part of an expression for the whole."""
    nodes = list(ast.walk(tree))
    for index, node in enumerate(nodes):
        for field, value in ast.iter_fields(node):
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                for place in range(len(value)):
                    yield index, field, place, None
                    if isinstance(value[place], (ast.If, ast.For, ast.While, ast.Try, ast.With)):
                        yield index, field, place, "body"
            elif isinstance(value, ast.expr):
                for part in range(len(list(ast.iter_child_nodes(value)))):
                    yield index, field, None, part
            elif isinstance(value, list) and len(value) > 1 and isinstance(value[0], (ast.expr, ast.ExceptHandler)):
                for place in range(len(value)):
                    yield index, field, place, None


def apply(text, change):
    index, field, place, part = change
    tree = ast.parse(text)
    node = list(ast.walk(tree))[index]
    value = getattr(node, field)
    if place is None:
        child = list(ast.iter_child_nodes(value))[part]
        if not isinstance(child, ast.expr):
            return None
        setattr(node, field, child)
    elif part == "body":
        value[place:place + 1] = value[place].body
    else:
        del value[place]
        if not value and field == "body":
            value.append(ast.Pass())
    try:
        return ast.unparse(ast.fix_missing_locations(tree))
    except Exception:
        return None


def shrink(text, neuron):
    runs = 0
    changed = True
    while changed and runs < SHRINKING_RUNS:
        changed = False
        for change in list(smaller(ast.parse(text))):
            try:
                candidate = apply(text, change)
            except (IndexError, AttributeError, TypeError):
                continue
            if candidate is None or len(candidate) >= len(text):
                continue
            runs += 1
            if runs > SHRINKING_RUNS:
                break
            if differs(candidate, neuron):
                text = candidate
                changed = True
                break
    return text


# The run


def batches(programs):
    """Programs in groups of which only the last may end in an exception."""
    group = []
    for program in programs:
        group.append(program)
        if program[2] or len(group) == PROGRAMS_PER_FILE:
            yield group
            group = []
    if group:
        yield group


def check(group, neuron):
    """The programs of a group that do not print what CPython printed."""
    text = "".join(f"print({MARK + str(number)!r})\n{program}" for number, (program, _, _) in enumerate(group))
    parts = neuron.run(text).split(MARK)
    found = {}
    for part in parts[1:]:
        number, _, printed = part.partition("\n")
        found[int(number)] = printed
    return [
        program for number, (program, expected, _) in enumerate(group)
        if found.get(number) != expected
    ]


def count_syntax(text, counts):
    for node in ast.walk(ast.parse(text)):
        counts[type(node).__name__] += 1
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and hasattr(builtins, node.func.id):
                counts[node.func.id + "()"] += 1
            elif isinstance(node.func, ast.Attribute):
                counts["." + node.func.attr + "()"] += 1


def well_formed(seed):
    """A program that compiles: a walrus may have come where Python has none."""
    for attempt in range(100):
        text = Generator(f"{seed}/{attempt}").program()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                compile(text, "program.py", "exec")
                return text
            except SyntaxError:
                pass
    sys.exit(f"no program from {seed} compiles")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--neuronbook", required=True)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--show", type=int, default=20, help="differences to shrink and print")
    options = options.parse_args()
    if sys.version_info[:2] != (3, 11):
        sys.exit(f"CPython 3.11 is the judge, this is {sys.version.split()[0]}")
    signal.signal(signal.SIGALRM, stop)
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, resource.getrlimit(resource.RLIMIT_AS)[1]))
    counts = collections.Counter()
    programs = []
    for number in range(options.count):
        text = well_formed(f"{options.seed}/{number}")
        try:
            programs.append((text, *run_in_python(text)))
        except OutOfBounds:
            continue
        count_syntax(text, counts)
    failed = 0
    reasons = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        neuron = Neuron(options.neuronbook, folder)
        for group in batches(programs):
            for text in check(group, neuron):
                if not differs(text, neuron):
                    reasons[reason_to_decline(neuron.run(text)) or "ran after an exception of another"] += 1
                    continue
                failed += 1
                if failed > options.show:
                    continue
                small = shrink(text, neuron)
                expected, printed = differs(small, neuron)
                print(f"===== difference {failed}\n{small}\n--- CPython\n{expected}--- neuron\n{printed}")
    print("syntax:", ", ".join(f"{name} {count}" for name, count in sorted(counts.items())))
    causes = collections.Counter(
        program[1].splitlines()[-1].partition(":")[0] for program in programs if program[2])
    print("exceptions:", ", ".join(f"{name} {count}" for name, count in causes.most_common()))
    raised = sum(1 for program in programs if program[2])
    print(f"{raised} programs end in an exception, {sum(reasons.values())} were declined by name or ran after one:")
    for reason, count in reasons.most_common():
        print(f"    {count} {reason}")
    print(f"{options.count - len(programs)} were left out, since CPython has not the time or memory for them")
    print(f"{len(programs) - failed} passed, {failed} failed")
    sys.exit(1 if failed or not programs else 0)


if __name__ == "__main__":
    main()

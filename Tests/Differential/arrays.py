#!/usr/bin/env python3
"""Random programs over arrays, run by CPython with NumPy and by `neuronbook run`, must print the same.

    python3 arrays.py --neuronbook .build/debug/neuronbook [--seed 1] [--count 1000] [--show 10]

A difference is shrunk by leaving out statements. What neuron declines by name ("… is not part of
neuron") and functions that it has not are counted apart: nothing wrong was said.
"""

import argparse
import collections
import contextlib
import io
import os
import pickle
import re
import sys
import tempfile
import warnings

import numpy as np

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "NeuronRuntimeTests", "Conformance"))
from array_generator import PRELUDE, ArrayPrograms  # noqa: E402
from differential import MARK, Neuron, reason_to_decline  # noqa: E402
from rewrite import environment  # noqa: E402

PROGRAMS_PER_FILE = 40
# Of a difference's parts.
LENGTH = 1500
MISSING = re.compile(r"(module 'numpy[\w.]*' has no attribute '\w+'|'numpy.\w+' object has no attribute '\w+')")


def in_child(function, *arguments):
    """What a function gives in a process of its own, since NumPy may crash; `None` if it does."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(function(*arguments), pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    return pickle.loads(data) if os.waitpid(child, 0)[1] == 0 else None


def made(seed, numbers):
    """Programs and what NumPy prints of them as one."""
    programs = [ArrayPrograms(f"{seed}/{number}").program() for number in numbers]
    return programs, printed_by_numpy(joined(programs))


def joined(programs):
    return PRELUDE + "".join(f"print({MARK + str(number)!r})\n{''.join(program)}" for number, program in enumerate(programs))


def printed_by_numpy(text):
    printed = io.StringIO()
    np.set_printoptions(legacy="1.25")
    with contextlib.redirect_stdout(printed), warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        exec(compile(text, "program.py", "exec"), {})
    return printed.getvalue()


def apart(expected, printed):
    """Why a difference is none: what was declined, or is not there; `None` where it counts."""
    missing = [name for name in MISSING.findall(printed) if name not in expected]
    return missing[0] if missing else reason_to_decline(printed)


class Judge:
    def __init__(self, neuron):
        self.neuron = neuron

    def difference(self, statements):
        text = PRELUDE + "".join(statements)
        expected = in_child(printed_by_numpy, text)
        if expected is None:
            return None
        printed = self.neuron.run(text)
        return None if expected == printed or apart(expected, printed) else (expected, printed)

    def shrink(self, statements):
        # The last first: what nothing uses any more can go then.
        for place in reversed(range(len(statements))):
            fewer = statements[:place] + statements[place + 1:]
            if self.difference(fewer):
                statements = fewer
        return statements


def kind(expected, printed):
    """What the first lines that differ have in common with other differences: all but numbers and names."""
    for wanted, got in zip(expected.splitlines() + [""], printed.splitlines() + [""]):
        if wanted != got:
            return re.sub(r"[\d., \-]+", "0", wanted)[:60], re.sub(r"[\d., \-]+", "0", got)[:60]
    return "", ""


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--neuronbook", required=True)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--show", type=int, default=10, help="kinds of differences of which to shrink and print one")
    options = options.parse_args()
    if "NPY_DISABLE_CPU_FEATURES" not in os.environ and "NPY_DISABLE_CPU_FEATURES" in environment():
        os.execve(sys.executable, [sys.executable, *sys.argv], environment())
    np.set_printoptions(legacy="1.25")
    failed = 0
    reasons = collections.Counter()
    kinds = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(Neuron(options.neuronbook, folder))
        for start in range(0, options.count, PROGRAMS_PER_FILE):
            numbers = range(start, min(start + PROGRAMS_PER_FILE, options.count))
            group, expected = in_child(made, options.seed, numbers) or ([], "")
            if not group:
                reasons["NumPy crashed"] += len(numbers)
                continue
            expected = expected.split(MARK)[1:]
            printed = judge.neuron.run(joined(group)).split(MARK)[1:]
            printed += [""] * (len(expected) - len(printed))
            for program, wanted, got in zip(group, expected, printed):
                if wanted == got:
                    continue
                reason = apart(wanted, got)
                if reason:
                    reasons[reason] += 1
                    continue
                failed += 1
                kinds[kind(wanted, got)] += 1
                if kinds[kind(wanted, got)] > 1 or len(kinds) > options.show:
                    continue
                small = judge.shrink(program)
                wanted, got = judge.difference(small) or (wanted, got)
                print(f"===== difference {len(kinds)}\n{''.join(small)[:LENGTH]}--- NumPy\n{wanted[:LENGTH]}--- neuron\n{got[:LENGTH]}")
    for (wanted, got), count in kinds.most_common():
        print(f"{count} times {wanted!r} but {got!r}")
    print(f"{sum(reasons.values())} were declined by name, or use what is not there:")
    for reason, count in reasons.most_common():
        print(f"    {count} {reason}")
    print(f"{options.count - failed - sum(reasons.values())} passed, {failed} failed")
    sys.exit(1 if failed or not options.count else 0)


if __name__ == "__main__":
    main()

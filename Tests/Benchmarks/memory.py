#!/usr/bin/env python3
"""Checks that garbage takes no memory for long: a loop ten times as long has the same peak.

    python3 Tests/Benchmarks/memory.py --neuronbook .build/release/neuronbook

Prints both peaks; the exit code is 1 when the second is more than a tenth above the first.
"""
import argparse
import os
import sys
import tempfile
from pathlib import Path

DEFAULT = Path(__file__).resolve().parents[2] / ".build" / "release" / "neuronbook"

PROGRAM = """
class Point:
    def __init__(self, x):
        self.x = x
        self.other = self


def numbers(n):
    for i in range(n):
        yield [i]


def work(n):
    total = 0
    for i in range(n):
        items = [i, i + 1, (i, str(i))]
        table = {i: items, "k": [0] * (i % 50)}
        text = "x" * (i % 700) + str(i)
        point = Point(lambda: items)
        unique = {i, text}
        big = 3 ** (60 + i % 40)
        total += len(table) + len(text) + len(point.x()) + len(unique) + big % 7
        total += sum(x for [x] in numbers(2))
    return total


print(work(ROUNDS))
"""


def peak(neuronbook, rounds):
    """The peak of memory, in the units of the system, of a run with so many rounds of garbage."""
    with tempfile.NamedTemporaryFile("w", suffix=".py", delete=False) as file:
        file.write(PROGRAM.replace("ROUNDS", str(rounds)))
    try:
        process = os.posix_spawn(neuronbook, [neuronbook, "run", file.name], os.environ)
        _, status, usage = os.wait4(process, 0)
    finally:
        os.unlink(file.name)
    if status != 0:
        sys.exit(f"{neuronbook} could not run the program")
    return usage.ru_maxrss


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--neuronbook", default=str(DEFAULT), metavar="PATH")
    options = parser.parse_args()
    short = peak(options.neuronbook, 50_000)
    long = peak(options.neuronbook, 500_000)
    print(f"peak memory: {short} for 50,000 rounds of garbage, {long} for 500,000")
    return 0 if long <= short * 1.1 else 1


if __name__ == "__main__":
    sys.exit(main())

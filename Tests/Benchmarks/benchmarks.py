#!/usr/bin/env python3
"""Times the programs of this folder, run by `neuronbook run` and by CPython.

    python3.11 Tests/Benchmarks/benchmarks.py                       # every program
    python3.11 Tests/Benchmarks/benchmarks.py fib neuron            # those whose names contain a word
    python3.11 Tests/Benchmarks/benchmarks.py --json > times.json

The two take turns, so that a busy moment of the machine hits both; what counts is the shortest wall
time of each, start-up included. The interpreter that runs this script is the one compared with.
A program whose output differs from CPython's, or that fails, makes the exit code 1; slowness never does.
"""
import argparse
import json
import math
import platform
import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
DEFAULT = FOLDER.parents[1] / ".build" / "release" / "neuronbook"


def processor():
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    if sys.platform == "darwin":
        name = subprocess.run(["sysctl", "-n", "machdep.cpu.brand_string"], capture_output=True, text=True)
        return name.stdout.strip()
    return platform.processor() or platform.machine()


def version_of(neuronbook):
    answer = subprocess.run([neuronbook, "--version"], capture_output=True, text=True)
    return answer.stdout.strip() or "unknown"


def run(command):
    """The seconds that a command took, what it printed, and what it complained about."""
    start = time.perf_counter()
    result = subprocess.run(command, capture_output=True)
    seconds = time.perf_counter() - start
    problem = None
    if result.returncode != 0:
        lines = (result.stderr or result.stdout).decode(errors="replace").strip().splitlines()
        problem = lines[0] if lines else f"exit code {result.returncode}"
    return seconds, result.stdout, problem


def measure(program, neuronbook, rounds):
    """One row: the shortest times of both, and whether they printed the same."""
    ours, theirs = [], []
    row = {"program": program.stem, "problem": None}
    for _ in range(rounds):
        seconds, expected, problem = run([sys.executable, program])
        if problem:
            return row | {"problem": f"CPython: {problem}"}
        theirs.append(seconds)
        seconds, printed, problem = run([neuronbook, "run", program])
        if problem:
            return row | {"problem": problem}
        if printed != expected:
            return row | {"problem": "printed something else than CPython"}
        ours.append(seconds)
    row["neuronbook"] = min(ours)
    row["cpython"] = min(theirs)
    row["ratio"] = min(theirs) / min(ours)
    return row


def show(row):
    if row["problem"]:
        print(f"{row['program']:18} {row['problem']}")
    else:
        print(f"{row['program']:18} {row['cpython']:8.3f} s {row['neuronbook']:8.3f} s {row['ratio']:7.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("words", nargs="*", help="run only programs whose names contain one of these")
    parser.add_argument("--neuronbook", default=str(DEFAULT), metavar="PATH", help="default: .build/release/neuronbook")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each program (default 3)")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    options = parser.parse_args()

    programs = sorted((FOLDER / "programs").glob("*.py"))
    if options.words:
        programs = [p for p in programs if any(word in p.stem for word in options.words)]
    about = {
        "processor": processor(),
        "cpython": platform.python_version(),
        "neuronbook": version_of(options.neuronbook),
        "rounds": options.rounds,
    }
    if not options.json:
        print(f"{about['processor']}; CPython {about['cpython']}; neuronbook {about['neuronbook']}")
        print(f"{'program':18} {'CPython':>10} {'neuronbook':>10} {'ratio':>7}")
    rows = []
    for program in programs:
        rows.append(measure(program, options.neuronbook, options.rounds))
        if not options.json:
            show(rows[-1])
            sys.stdout.flush()
    ratios = [row["ratio"] for row in rows if not row["problem"]]
    mean = math.exp(sum(map(math.log, ratios)) / len(ratios)) if ratios else None
    if options.json:
        print(json.dumps(about | {"rows": rows, "geometric_mean": mean}, indent=2))
    elif mean:
        print(f"geometric mean of {len(ratios)}: {mean:.2f}, smallest {min(ratios):.2f}")
    return 1 if any(row["problem"] for row in rows) or not rows else 0


if __name__ == "__main__":
    sys.exit(main())

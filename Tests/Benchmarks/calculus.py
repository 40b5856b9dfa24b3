#!/usr/bin/env python3
"""Times derivatives and arrays beside the libraries that people use for them.

    python3.11 Tests/Benchmarks/calculus.py --neuronbook PATH          # every row
    python3.11 Tests/Benchmarks/calculus.py --threads 1 mlp            # rows whose names contain a word

The interpreter that runs this script needs NumPy, autograd and micrograd; JAX and PyTorch take part
where they are installed. A time is that of one step: the shortest run of many steps less the shortest
run of few, so that starting and importing do not count. All rows run in turns, and every result must
agree with the first peer's; one that does not, or that fails, makes the exit code 1; slowness never does.
"""
import argparse
import importlib.util
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import DEFAULT, processor, version_of

FOLDER = Path(__file__).resolve().parent / "calculus"
TOLERANCE = 1e-9

# Row, our program, the peers' programs, and how many steps tell one from another.
ROWS = [
    ("neuron_gradient", "neuron_gradient.neuron.py",
     [(peer, f"neuron_gradient.{peer}.py") for peer in ("micrograd", "autograd", "jax", "torch")],
     {"": 5_000, "neuron": 300_000, "jax": 100_000}),
    ("mlp_by_hand", "mlp_by_hand.py", [("numpy", "mlp_by_hand.py")], {"": 200}),
    ("mlp_by_grad", "mlp_by_grad.neuron.py",
     [(peer, f"mlp_by_grad.{peer}.py") for peer in ("autograd", "jax", "torch")], {"": 200}),
    ("digits", "digits.py", [("numpy", "digits.py")], {"": 200}),
]

# A gradient beside the function that it is of: row, gradient, function, steps.
COSTS = [
    ("neuron", "neuron_gradient.neuron.py", "neuron_loss.py", 300_000),
    ("mlp", "mlp_by_grad.neuron.py", "mlp_loss.py", 200),
]

NEEDED = ["numpy", "autograd", "micrograd"]


def is_there(module):
    return importlib.util.find_spec(module) is not None


class Timer:
    """Runs programs with a number of steps put in, on a number of threads."""

    def __init__(self, neuronbook, threads):
        self.neuronbook = neuronbook
        names = ["OMP", "OPENBLAS", "MKL", "VECLIB", "NUMEXPR"]
        self.environment = os.environ | {f"{name}_NUM_THREADS": str(threads) for name in names}
        self.environment["XLA_FLAGS"] = (
            f"--xla_cpu_multi_thread_eigen={'false' if threads == 1 else 'true'}")
        self.folder = tempfile.TemporaryDirectory()

    def run(self, program, steps, is_ours):
        text = (FOLDER / program).read_text().replace("STEPS", str(steps))
        path = Path(self.folder.name) / program
        path.write_text(text)
        command = [self.neuronbook, "run", path] if is_ours else [sys.executable, path]
        start = time.perf_counter()
        result = subprocess.run(
            command, capture_output=True, text=True, env=self.environment, check=False)
        seconds = time.perf_counter() - start
        if result.returncode != 0:
            lines = (result.stderr or result.stdout).strip().splitlines()
            raise RuntimeError(f"{program}: {lines[-1] if lines else result.returncode}")
        return seconds, [float(word) for word in result.stdout.split()]

    def step(self, program, steps, is_ours, rounds):
        """The seconds of one step, and what came out of all of them."""
        few = max(1, steps // 10)
        long = [self.run(program, steps, is_ours) for _ in range(rounds)]
        short = [self.run(program, few, is_ours) for _ in range(rounds)]
        seconds = min(run[0] for run in long) - min(run[0] for run in short)
        return max(seconds, 1e-9) / (steps - few), long[0][1]

    def result(self, program, steps, is_ours):
        return self.run(program, steps, is_ours)[1]


def agree(ours, theirs):
    return len(ours) == len(theirs) and all(
        abs(a - b) <= TOLERANCE * max(1, abs(b)) for a, b in zip(ours, theirs))


def microseconds(seconds):
    return f"{seconds * 1e6:12.2f} µs"


def compare(timer, row, rounds):
    """Prints a row for each peer; whether all went well."""
    name, program, peers, steps = row
    ours, _ = timer.step(program, steps.get("neuron", steps[""]), True, rounds)
    printed = timer.result(program, steps[""], True)
    fine = True
    for peer, peer_program in peers:
        if not is_there(peer):
            print(f"{name:16} {peer:10} not installed")
            continue
        theirs, expected = timer.step(peer_program, steps.get(peer, steps[""]), False, rounds)
        if peer in steps:
            expected = timer.result(peer_program, steps[""], False)
        same = agree(printed, expected)
        fine = fine and same
        print(
            f"{name:16} {peer:10} {microseconds(theirs)} {microseconds(ours)} {theirs / ours:8.2f}"
            f"  {'agrees' if same else f'DIFFERS: {printed} and {expected}'}", flush=True)
    return fine


def compare_costs(timer, words, rounds):
    for name, gradient, function, steps in COSTS:
        if words and not any(word in f"cost {name}" for word in words):
            continue
        whole, _ = timer.step(gradient, steps, True, rounds)
        alone, _ = timer.step(function, steps, True, rounds)
        print(
            f"cost of {name:8} {'':10} {microseconds(alone)} {microseconds(whole)} {whole / alone:8.2f}"
            "  times the function", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("words", nargs="*", help="only rows whose names contain one of these")
    parser.add_argument("--neuronbook", default=str(DEFAULT), metavar="PATH")
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="of the peers (default: the cores)")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    missing = [module for module in NEEDED if not is_there(module)]
    if missing:
        sys.exit(f"install {', '.join(missing)} for the interpreter that runs this script")
    import numpy

    print(
        f"{processor()}; CPython {platform.python_version()}; NumPy {numpy.__version__}; "
        f"{options.threads} threads; neuronbook {version_of(options.neuronbook)}, 1 thread")
    print(f"{'row':16} {'peer':10} {'peer, a step':>15} {'ours, a step':>15} {'ratio':>8}")
    timer = Timer(options.neuronbook, options.threads)
    fine = True
    for row in ROWS:
        if not options.words or any(word in row[0] for word in options.words):
            fine = compare(timer, row, options.rounds) and fine
    compare_costs(timer, options.words, options.rounds)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())

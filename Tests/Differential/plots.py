#!/usr/bin/env python3
"""Runs the programs in `plots/` here and in CPython with matplotlib, which must print the same.

They print what a program can ask of a figure: limits, bins, values given back, and the errors. How a
figure looks is not compared.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys

options = argparse.ArgumentParser(description=__doc__)
options.add_argument("--neuronbook", required=True)
arguments = options.parse_args()

# NumPy's numbers print as they do in lessons.
legacy = """import sys, numpy
numpy.set_printoptions(legacy="1.25")
exec(compile(open(sys.argv[1]).read(), sys.argv[1], "exec"))"""

failed = 0
programs = sorted((pathlib.Path(__file__).parent / "plots").glob("*.py"))
for program in programs:
    judge = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", legacy, program], capture_output=True, text=True,
        env={**os.environ, "MPLBACKEND": "Agg", "LC_ALL": "C"})
    if judge.returncode != 0:
        sys.exit(f"{program.name} fails in CPython:\n{judge.stderr}")
    ours = subprocess.run(
        [arguments.neuronbook, "run", program], capture_output=True, text=True)
    # Figures that are left open are shown at the end, which matplotlib does elsewhere.
    printed = re.split(r"^figure ", ours.stdout, maxsplit=1, flags=re.MULTILINE)[0] + ours.stderr
    if printed != judge.stdout:
        failed += 1
        print(f"--- {program.name}")
        for want, got in zip(judge.stdout.splitlines(), printed.splitlines()):
            if want != got:
                print(f"matplotlib: {want}\nneuronbook: {got}")
        print(f"{len(judge.stdout.splitlines())} and {len(printed.splitlines())} lines")
print(f"{len(programs)} programs that plot: {failed} differ")
sys.exit(failed > 0)

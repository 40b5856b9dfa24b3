#!/usr/bin/env python3
"""Kills neuronbook before each call by which it changes files, and fails each as a full disk does.

    python3 Tests/Safety/interruption.py --neuronbook .build-test/release/neuronbook

Every command that writes is run again and again on the same files: killed before its first write,
sync, rename, …, before its second, until it ends by itself. After each kill every file must be as
it was before or as it is after a whole run, and the next run must come to the same end as one that
nothing interrupted, with nothing left over. The same with calls that fail with "no space left on
device", where the program must besides say so and exit with 2. How it gets to the calls is told in
interruption.c. Needs Linux and a C compiler.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHIM = HERE / "interruption.c"

LESSON = """---
title: Interrupted
---

# Interrupted

A formula, $x^2$.

```neuron
x = {number}
print('x is', x)
x * 2
```

{output}End.
"""

STALE = LESSON.format(number=3, output="```output\nx is 2\n4\n```\n\n")
FRESH = LESSON.format(number=3, output="```output\nx is 3\n6\n```\n\n")
# What rendering may write over.
OLD = "old\n<!-- Made by neuronbook from a.md: change that, not this. -->\n"
MISSING = LESSON.format(number=3, output="")

NOTEBOOK = """{
 "cells": [
  {"cell_type": "markdown", "metadata": {}, "source": ["# Interrupted"]},
  {"cell_type": "code", "execution_count": 1, "metadata": {}, "source": ["print(1)"],
   "outputs": [{"output_type": "stream", "name": "stdout", "text": ["1\\n"]},
    {"output_type": "display_data", "metadata": {}, "data": {"image/png": "iVBORw0KGgo="}}]}
 ],
 "metadata": {}, "nbformat": 4, "nbformat_minor": 4
}
"""

# What is run where: a name, the files before, the arguments. `{...}` folders are below the scratch
# folder, which is the current one.
SCENES = [
    ("accept", {"in/a.md": STALE, "in/b.md": MISSING, "in/c.md": FRESH},
     ["verify", "--accept", "-j", "1", "in"]),
    ("render into an empty folder", {"in/a.md": FRESH, "in/deep/b.md": FRESH},
     ["render", "-j", "1", "-o", "out", "in"]),
    ("render over old pages",
     {"in/a.md": FRESH, "out/a.html": OLD, "out/a.md": OLD, "out/index.html": "old\n"},
     ["render", "-j", "1", "-o", "out", "in"]),
    ("import", {"in/a.ipynb": NOTEBOOK}, ["import", "in/a.ipynb", "-o", "out"]),
    ("export", {"in/a.md": FRESH}, ["export", "in/a.md", "-o", "out/a.ipynb"]),
    ("export over an old notebook", {"in/a.md": FRESH, "out/a.ipynb": "old\n"},
     ["export", "in/a.md", "-o", "out/a.ipynb", "--force"]),
    ("reports", {"in/a.md": FRESH, "in/report.xml": "old\n"},
     ["verify", "-j", "1", "--report", "junit=in/report.xml", "in"]),
]


class Failure(Exception):
    pass


class Scene:
    """One command on its files, in a fresh folder each time."""

    def __init__(self, name, files, arguments, neuronbook, shim, scratch):
        self.name, self.files, self.arguments = name, files, arguments
        self.neuronbook, self.shim, self.folder = neuronbook, shim, scratch / "scene"

    def set_up(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        for name, text in self.files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def tree(self):
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in self.folder.rglob("*") if path.is_file()
        }

    def run(self, **interruption):
        environment = dict(os.environ, XDG_CACHE_HOME=str(self.folder / "cache"), NO_COLOR="1")
        if interruption:
            environment["LD_PRELOAD"] = str(self.shim)
            environment.update({f"INTERRUPT_{key.upper()}": str(value)
                                for key, value in interruption.items()})
        return subprocess.run([self.neuronbook, *self.arguments], cwd=self.folder,
                              env=environment, capture_output=True, timeout=60)

    def check_whole(self, before, after, when):
        """Every file as before or as after; what is in the making bears its own kind of name."""
        found = self.tree()
        for name, content in found.items():
            if name.endswith(".neuronbook") and Path(name).name.startswith("."):
                continue
            if content not in (before.get(name), after.get(name)):
                raise Failure(f"{when}, {name} is neither the old nor the new one")
        for name in before:
            if name not in found:
                raise Failure(f"{when}, {name} is gone")

    def check_completion(self, after, when):
        """The next run gets where one that nothing interrupted gets."""
        self.run()
        found = self.tree()
        for name in sorted(found.keys() | after.keys()):
            if found.get(name) != after.get(name):
                state = "is left over" if name not in after else "is not as it should be"
                raise Failure(f"{when}, after the next run {name} {state}")

    def calls(self):
        """The calls of a run that nothing interrupts, and what it makes."""
        self.set_up()
        before = self.tree()
        log = self.folder.parent / "calls.log"
        log.unlink(missing_ok=True)
        result = self.run(log=log)
        if result.returncode != 0:
            raise Failure(f"it does not run: {result.stderr.decode()}")
        return before, self.tree(), log.read_text().splitlines()

    def check(self):
        before, after, calls = self.calls()
        check_order(calls, str(self.folder.resolve()))
        kills = 0
        while True:
            kills += 1
            self.set_up()
            result = self.run(kill=kills)
            when = f"killed before call {kills} ({(calls + ['?'] * kills)[kills - 1]})"
            self.check_whole(before, after, when)
            if result.returncode != -9:
                break
            self.check_completion(after, when)
        for failing in range(1, len(calls) + 1):
            self.set_up()
            result = self.run(fail=failing)
            when = f"without space from call {failing} ({calls[failing - 1]})"
            self.check_whole(before, after, when)
            self.check_report(result, calls[failing - 1:], when)
            leftovers = [name for name in self.tree() if name.endswith(".neuronbook")]
            if leftovers:
                raise Failure(f"{when}, {leftovers[0]} is left over")
            self.check_completion(after, when)
        return kills - 1, len(calls)

    def check_report(self, result, calls, when):
        """What could not be written is said, but for the cache, which costs nothing but time."""
        wanted = [call for call in calls
                  if "/cache" not in call and call.split()[0] in ("create", "rename", "mkdir")]
        if result.returncode < 0:
            raise Failure(f"{when}, it crashed: signal {-result.returncode}")
        if wanted and (result.returncode != 2 or b"No space left on device" not in result.stderr):
            raise Failure(f"{when}, exit code {result.returncode}: {result.stderr.decode()}")


def check_order(calls, folder):
    """Lessons are synced before they take their name, and their folder after."""
    for index, call in enumerate(calls):
        kind, _, path = call.partition(" ")
        if kind != "rename" or not path.startswith(folder + "/in/"):
            continue
        earlier = calls[index - 1].partition(" ")
        if earlier[0] != "sync" or Path(earlier[2]).parent != Path(path).parent:
            raise Failure(f"{path} is renamed before it is synced")
        if index + 1 >= len(calls) or calls[index + 1] != f"sync {Path(path).parent}":
            raise Failure(f"the folder of {path} is not synced after the rename")


def commands(neuronbook):
    """The commands that this neuronbook has."""
    text = subprocess.run([neuronbook, "--help"], capture_output=True, text=True).stdout
    return {line.split()[0] for line in text.splitlines() if line.startswith("  ") and line.split()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--neuronbook", required=True)
    parser.add_argument("--only", default="", help="scenes whose name holds this")
    options = parser.parse_args()
    compiler = shutil.which("clang") or shutil.which("cc")
    if sys.platform != "linux" or not compiler:
        print("interruptions are only made on Linux, with a C compiler")
        return 0
    neuronbook = str(Path(options.neuronbook).resolve())
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        shim = scratch / "interruption.so"
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", shim, SHIM, "-ldl"], check=True)
        for name, files, arguments in SCENES:
            if options.only not in name or arguments[0] not in commands(neuronbook):
                continue
            try:
                scene = Scene(name, files, arguments, neuronbook, shim, scratch)
                kills, calls = scene.check()
                print(f"{name}: whole after {kills} kills and {calls} failures")
            except Failure as failure:
                failed += 1
                print(f"{name}: {failure}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

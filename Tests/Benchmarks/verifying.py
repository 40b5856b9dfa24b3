#!/usr/bin/env python3
"""Measures how long many lessons take to verify, with nothing kept from earlier runs.

    python3 Tests/Benchmarks/verifying.py --neuronbook .build-test/release/neuronbook

Writes lessons of some 7 kB and 14 cells, each with a constant of its own in code, formulas and
outputs, and verifies 10 and then all of them with an empty cache. Prints the best time of some runs,
lessons a second and both peaks of memory. The exit code is 1 when a lesson does not verify, or the peak
of all is far above that of ten.
"""
import argparse
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

DEFAULT = Path(__file__).resolve().parents[2] / ".build-test" / "release" / "neuronbook"
TEMPLATE = Path(__file__).resolve().parent / "verifying" / "lesson.md"

# How far the peak at all lessons may be above the peak at ten.
MEMORY_GROWTH = 1.25


def write_lessons(folder, count):
    """Lessons that differ in one constant, in folders of a hundred."""
    template = TEMPLATE.read_text()
    for index in range(count):
        path = folder / f"{index // 100:02}" / f"lesson-{index:04}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template.replace("0.3141", f"0.{3000 + index}"))


def run(neuronbook, arguments, cache):
    """Seconds, peak memory in the units of the system, exit code."""
    environment = dict(os.environ, XDG_CACHE_HOME=str(cache))
    null = os.open(os.devnull, os.O_WRONLY)
    start = time.perf_counter()
    process = os.posix_spawn(
        neuronbook, [neuronbook, *arguments], environment,
        file_actions=[(os.POSIX_SPAWN_DUP2, null, 1)])
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    os.close(null)
    return seconds, usage.ru_maxrss, os.waitstatus_to_exitcode(status)


def best(neuronbook, folder, jobs, runs, scratch):
    """The best time and the largest peak of some runs, each with an empty cache."""
    results = []
    for _ in range(runs):
        cache = Path(tempfile.mkdtemp(dir=scratch))
        results.append(run(neuronbook, ["verify", "--strict", "-j", jobs, str(folder)], cache))
        shutil.rmtree(cache)
    if any(code != 0 for _, _, code in results):
        sys.exit("a lesson of the benchmark does not verify")
    return min(result[0] for result in results), max(result[1] for result in results)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--neuronbook", default=str(DEFAULT), metavar="PATH")
    parser.add_argument("--count", type=int, default=1000, help="lessons (default: 1000)")
    parser.add_argument("--runs", type=int, default=5, help="the best of so many (default: 5)")
    parser.add_argument("-j", "--jobs", default="2", help="threads (default: 2)")
    parser.add_argument("--keep", metavar="FOLDER", help="write the lessons there, and keep them")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        few, all_ = scratch / "few", Path(options.keep) if options.keep else scratch / "all"
        write_lessons(few, 10)
        write_lessons(all_, options.count)
        for folder in few, all_:
            accepted = run(options.neuronbook, ["verify", "--accept", str(folder)], scratch)
            if accepted[2] != 0:
                sys.exit("a lesson of the benchmark does not run")
        files = sorted(all_.rglob("*.md"))
        size = sum(path.stat().st_size for path in files) / len(files)
        few_seconds, few_peak = best(options.neuronbook, few, options.jobs, options.runs, scratch)
        seconds, peak = best(options.neuronbook, all_, options.jobs, options.runs, scratch)
    print(f"10 lessons: {few_seconds:.3f} s, peak memory {few_peak:,}")
    print(f"{len(files):,} lessons of {size / 1000:.1f} kB: {seconds:.2f} s, "
          f"{len(files) / seconds:.0f} a second, peak memory {peak:,}")
    return 1 if peak > few_peak * MEMORY_GROWTH else 0


if __name__ == "__main__":
    sys.exit(main())

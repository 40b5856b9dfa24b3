#!/usr/bin/env python3
"""Writes what CPython prints for each program here to the `.expected` file beside it.

    python3 rewrite.py            write every expectation anew
    python3 rewrite.py --check    write nothing; fail when an expectation differs

Needs CPython 3.11 and, for the programs that import it, NumPy 2. A program that ends in an uncaught
exception has the last line of Python's report as the last line of its expectation. Programs that import
scikit-learn keep their expectation where it is not installed; version 1.9 wrote them.
"""

import importlib.util
import os
import platform
import subprocess
import sys

FOLDER = os.path.dirname(os.path.abspath(__file__))
PROGRAM_SECONDS = 20


def run_program(path):
    """Runs one program in this process, as `python3 path` would."""
    # The folder `numpy` of programs beside this script is not the module.
    sys.path.remove(FOLDER)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if "numpy" in text or "sklearn" in text:
        import numpy

        numpy.set_printoptions(legacy="1.25")
        numpy.seterr(all="ignore")
    try:
        exec(compile(text, path, "exec"), {"__name__": "__main__"})
    except Exception as error:
        message = str(error)
        name = type(error).__name__
        print(f"{name}: {message}" if message else name)


def environment():
    """What CPython runs with: nothing of the processor may show in the figures.

    NumPy's kernels for wide registers are switched off, OpenBLAS takes those of a plain processor.
    """
    probe = (
        "from numpy._core._multiarray_umath import __cpu_dispatch__ as names, __cpu_features__ as has\n"
        "print(*[name for name in names if has[name]])")
    found = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True)
    pinned = {"PYTHONIOENCODING": "utf-8", "PYTHONHASHSEED": "0"}
    if found.returncode == 0 and found.stdout.strip():
        pinned["NPY_DISABLE_CPU_FEATURES"] = found.stdout.strip()
    if platform.machine() == "x86_64":
        pinned["OPENBLAS_CORETYPE"] = "Nehalem"
    return os.environ | pinned | {"OPENBLAS_NUM_THREADS": "1"}


def printed_by_python(path, environment):
    result = subprocess.run(
        [sys.executable, "-W", "ignore", os.path.abspath(__file__), "--run", path],
        capture_output=True, timeout=PROGRAM_SECONDS, env=environment)
    if result.returncode != 0:
        sys.exit(f"{path}: CPython could not run it:\n{result.stderr.decode()}")
    return result.stdout


def can_run(path):
    with open(path, encoding="utf-8") as file:
        needs_sklearn = "sklearn" in file.read()
    return not needs_sklearn or importlib.util.find_spec("sklearn") is not None


def programs():
    found = []
    for folder, _, names in os.walk(FOLDER):
        found += [os.path.join(folder, name) for name in names if name.endswith(".py")]
    return sorted(path for path in found if path != os.path.abspath(__file__))


def expectation(path):
    return path[: -len(".py")] + ".expected"


def stored(path):
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        return file.read()


def main():
    if sys.version_info[:2] != (3, 11):
        sys.exit(f"CPython 3.11 is the judge, this is {sys.version.split()[0]}")
    if sys.argv[1:2] == ["--run"]:
        return run_program(sys.argv[2])
    is_check = sys.argv[1:] == ["--check"]
    if sys.argv[1:] and not is_check:
        sys.exit(__doc__)
    paths = programs()
    changed = []
    kept_unseen = [path for path in paths if not can_run(path)]
    pinned = environment()
    for path in paths:
        if path in kept_unseen:
            continue
        printed = printed_by_python(path, pinned)
        if printed != stored(expectation(path)):
            changed.append(os.path.relpath(path, FOLDER))
            if not is_check:
                with open(expectation(path), "wb") as file:
                    file.write(printed)
    kept = {expectation(path) for path in paths}
    for folder, _, names in os.walk(FOLDER):
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name.endswith(".expected") and path not in kept:
                changed.append(os.path.relpath(path, FOLDER))
                if not is_check:
                    os.remove(path)
    for path in changed:
        print("differs:" if is_check else "written:", path)
    if kept_unseen:
        print(f"{len(kept_unseen)} programs kept: scikit-learn is not installed")
    print(f"{len(paths)} programs, {len(changed)} {'differ' if is_check else 'written'}")
    if not paths or (is_check and changed):
        sys.exit(1)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Renders lessons under all that must not matter, and compares the pages byte by byte.

    Tests/Rendering/determinism.py --neuronbook PROGRAM LESSONS...

Each folder of lessons is rendered twice in one place, then in another folder with another name, with one
thread and with two, with and without typeset formulas kept from before, in other locales and time zones,
with another umask; and all of that again for pages that are one file each. The exit code is 1 where a file differs or is missing.
"""

import argparse
import itertools
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PLACES = ["here", "elsewhere/deeper/with a space"]
CIRCUMSTANCES = [
    {"jobs": 1, "LC_ALL": "C", "TZ": "UTC", "cache": "one"},
    {"jobs": 2, "LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Kolkata", "cache": "one"},
    {"jobs": 2, "LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns", "cache": "two", "umask": 0o077},
    {"jobs": 1, "LC_ALL": "ar_EG.UTF-8", "TZ": "Pacific/Kiritimati", "cache": "two"},
]
FORMS = [[], ["--self-contained"]]


def render(program, lessons, form, place, circumstances, scratch):
    """The files that rendering a copy of `lessons` writes, by their paths."""
    folder = scratch / place
    if not (folder / "lessons").exists():
        shutil.copytree(lessons, folder / "lessons")
    output = folder / "pages"
    environment = {
        **os.environ, "LC_ALL": circumstances["LC_ALL"], "TZ": circumstances["TZ"],
        "XDG_CACHE_HOME": str(scratch / f"cache-{circumstances['cache']}"),
    }
    run = subprocess.run(
        [program, "render", "lessons", "-o", "pages", "-j", str(circumstances["jobs"]), *form],
        cwd=folder, env=environment, umask=circumstances.get("umask", 0o022),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300)
    if run.returncode > 1:
        sys.exit(f"{lessons}: {run.stdout}")
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*")) if path.is_file()
    }


def differences(expected, found):
    for path in sorted(expected.keys() | found.keys()):
        if path not in found:
            yield f"{path} is missing"
        elif path not in expected:
            yield f"{path} is new"
        elif expected[path] != found[path]:
            pairs = zip(expected[path], found[path])
            place = next((i for i, (a, b) in enumerate(pairs) if a != b), "its end")
            yield f"{path} differs from byte {place} on"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--neuronbook", required=True, type=pathlib.Path)
    parser.add_argument("lessons", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    program = options.neuronbook.resolve()
    failed = compared = 0
    for lessons, form in itertools.product(options.lessons, FORMS):
        expected = None
        with tempfile.TemporaryDirectory(prefix="determinism-") as scratch:
            for place in PLACES:
                for circumstances in CIRCUMSTANCES:
                    found = render(
                        program, lessons, form, place, circumstances, pathlib.Path(scratch))
                    shutil.rmtree(pathlib.Path(scratch) / place / "pages")
                    if not found:
                        sys.exit(f"{lessons}: nothing was rendered")
                    expected = expected or found
                    compared += len(found)
                    for difference in differences(expected, found):
                        failed += 1
                        print(f"{lessons} {form} ({place}, {circumstances}): {difference}")
    print(f"{compared} files compared, {failed} of them differ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

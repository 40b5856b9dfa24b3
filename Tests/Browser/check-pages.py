#!/usr/bin/env python3
"""Opens every page of an output folder in Chromium and measures it.

    Tests/Browser/check-pages.py Output [--screenshots FOLDER] [--chromium PROGRAM]

Each page is loaded from a file and over HTTP, light and dark, wide and narrow; `measure.js` looks at
it from inside. The last line counts the checks; the exit code is 1 when one failed, 2 when there was
nothing to check or no browser. Only Python's standard library is needed.
"""

import argparse
import functools
import http.server
import itertools
import pathlib
import shutil
import sys
import threading
import urllib.parse

from chromium import Browser, BrowserProblem

SCHEMES = ["light", "dark"]
WIDTHS = [1280, 360]
MEASURE = (pathlib.Path(__file__).parent / "measure.js").read_text(encoding="utf-8")


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def serve(folder):
    """The address of a server of `folder` that lives as long as this program."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def broken_links(page, folder, links):
    """Links of a page to files below `folder` that are not there."""
    for link in links:
        target = (page.parent / link).resolve()
        if target.is_relative_to(folder) and not target.exists():
            yield f"link to {link}, which is not there"


class Tally:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def add(self, where, name, problems):
        problems = list(problems)
        if not problems:
            self.passed += 1
            return
        self.failed += 1
        for problem in problems[:8]:
            print(f"{where}: {name}: {problem}")
        if len(problems) > 8:
            print(f"{where}: {name}: and {len(problems) - 8} more")


def check(browser, page, folder, base, scheme, width, tally):
    relative = page.relative_to(folder).as_posix()
    where = f"{relative} ({base.split(':')[0]}, {scheme}, {width} px)"
    browser.emulate(width=width, scheme=scheme)
    messages = browser.load(base + relative)
    found = browser.evaluate(MEASURE)
    tally.add(where, "console and network", messages)
    links = found.pop("links")
    tally.add(where, "links", broken_links(page, folder, links))
    for name, problems in sorted(found.items()):
        tally.add(where, name, problems)


def photograph(browser, page, folder, target):
    name = "-".join(page.relative_to(folder).with_suffix("").parts)
    for scheme, width in itertools.product(SCHEMES, WIDTHS):
        browser.emulate(width=width, scheme=scheme)
        browser.load(page.as_uri())
        (target / f"{name}-{scheme}-{width}.png").write_bytes(browser.screenshot(width))
    (target / f"{name}-print.pdf").write_bytes(browser.print())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--screenshots", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("--chromium", metavar="PROGRAM")
    options = parser.parse_args()

    folder = options.folder.resolve()
    pages = sorted(folder.rglob("*.html"))
    program = options.chromium or shutil.which("chromium") or shutil.which("google-chrome")
    if not pages or not program:
        print("no Chromium was found" if pages else f"no page was found in {folder}")
        print("0 passed, 0 failed")
        return 2

    tally = Tally()
    try:
        with Browser(program) as browser:
            # The folder above is served too: pages show images of lessons that lie beside them.
            server = serve(folder.parent) + urllib.parse.quote(folder.name) + "/"
            bases = [folder.as_uri() + "/", server]
            for page, base, scheme, width in itertools.product(pages, bases, SCHEMES, WIDTHS):
                check(browser, page, folder, base, scheme, width, tally)
            if options.screenshots:
                options.screenshots.mkdir(parents=True, exist_ok=True)
                for page in pages:
                    photograph(browser, page, folder, options.screenshots)
    except BrowserProblem as problem:
        print(f"the browser: {problem}")
        tally.failed += 1
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())

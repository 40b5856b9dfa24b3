#!/usr/bin/env python3
"""Opens every page below the given folders in Chromium and measures it.

    Tests/Browser/check-pages.py FOLDER... [--axe FILE] [--screenshots FOLDER] [--chromium PROGRAM]

Each page is loaded from a file and over HTTP, light and dark, wide and narrow, without script, and as it
is printed; `measure.js` looks at it from inside, and axe-core by its own rules. The last line counts the
checks; the exit code is 1 when one failed, 2 when there was nothing to check it with.
"""

import argparse
import functools
import http.server
import importlib.util
import itertools
import pathlib
import shutil
import sys
import threading
import urllib.parse

from chromium import Browser, BrowserProblem

SCHEMES = ["light", "dark"]
WIDTHS = [1600, 1280, 768, 360]
# A4 without the margins of 18 mm that pages have on it.
PAPER_WIDTH = 657
MEASURE = (pathlib.Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
# What a page shows before any script has run; its buttons are the script's own.
FIRST_CONTENT = """
document.querySelectorAll("button").forEach((button) => button.remove());
document.querySelector("main").innerText.trim()
"""
AXE_RUN = """
axe.run(document, {resultTypes: ["violations"], runOnly: [
  "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"
]}).then((result) => result.violations.flatMap((violation) => violation.nodes.map(
  (node) => `${violation.id}: ${violation.help}: ${node.html.slice(0, 100)}`)))
"""


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def serve(folder):
    """The address of a server of `folder` that lives as long as this program."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def installed_axe():
    """The file of axe-core that the Python package brings; None when there is none."""
    package = importlib.util.find_spec("axe_playwright_python")
    return package and pathlib.Path(package.origin).parent / "axe.min.js"


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


class Checks:
    """The checks of the pages below one folder."""

    def __init__(self, browser, folder, axe, tally):
        self.browser = browser
        self.folder = folder
        self.axe = axe
        self.tally = tally
        # The folder above is served too: pages show images of lessons that lie beside them.
        server = serve(folder.parent) + urllib.parse.quote(folder.name) + "/"
        self.bases = [folder.as_uri() + "/", server]

    def run(self, page):
        for scheme, width in itertools.product(SCHEMES, WIDTHS):
            self.measure(page, self.bases[0], f"file, {scheme}, {width} px", width, scheme)
        for scheme, width in [("light", 1280), ("dark", 360)]:
            self.measure(page, self.bases[1], f"http, {scheme}, {width} px", width, scheme)
        self.measure(page, self.bases[0], "print", PAPER_WIDTH, "dark", media="print")
        self.look_without_script(page)
        for scheme, width in itertools.product(SCHEMES, [1280, 360]):
            self.judge_by_axe(page, scheme, width)

    def load(self, page, base, *emulation, **more):
        self.browser.emulate(*emulation, **more)
        return self.browser.load(base + urllib.parse.quote(page.relative_to(self.folder).as_posix()))

    def measure(self, page, base, circumstances, width, scheme, **more):
        where = f"{page.relative_to(self.folder)} ({circumstances})"
        messages = self.load(page, base, width, scheme, **more)
        found = self.browser.evaluate(MEASURE)
        self.tally.add(where, "console and network", messages)
        self.tally.add(where, "links", broken_links(page, self.folder, found.pop("links")))
        for name, problems in sorted(found.items()):
            self.tally.add(where, name, problems)

    def look_without_script(self, page):
        texts = []
        for script in [True, False]:
            self.load(page, self.bases[0], 1280, "light", script=script)
            texts.append(self.browser.evaluate(FIRST_CONTENT))
        missing = [line for line in texts[0].splitlines() if line not in texts[1]]
        problems = ["nothing is shown"] if not texts[1] else [f"only by script: {m}" for m in missing]
        self.tally.add(page.relative_to(self.folder), "without script", problems)

    def judge_by_axe(self, page, scheme, width):
        self.load(page, self.bases[0], width, scheme)
        self.browser.evaluate(self.axe + "; null")
        where = f"{page.relative_to(self.folder)} ({scheme}, {width} px)"
        self.tally.add(where, "axe", self.browser.evaluate(AXE_RUN))

    def photograph(self, page, target):
        name = "-".join(page.relative_to(self.folder).with_suffix("").parts)
        for scheme, width in itertools.product(SCHEMES, [1600, 360]):
            self.load(page, self.bases[0], width, scheme)
            (target / f"{name}-{scheme}-{width}.png").write_bytes(self.browser.screenshot(width))
        (target / f"{name}-print.pdf").write_bytes(self.browser.print())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=pathlib.Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--axe", type=pathlib.Path, metavar="FILE", default=installed_axe())
    parser.add_argument("--screenshots", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("--chromium", metavar="PROGRAM")
    options = parser.parse_args()

    program = options.chromium or shutil.which("chromium") or shutil.which("google-chrome")
    folders = [folder.resolve() for folder in options.folders]
    pages = {folder: sorted(folder.rglob("*.html")) for folder in folders}
    lacking = [f"no page was found in {folder}" for folder in folders if not pages[folder]]
    if not program:
        lacking.append("no Chromium was found")
    if not options.axe or not options.axe.exists():
        lacking.append("no axe-core was found: pip install axe-playwright-python")
    if lacking:
        print("\n".join(lacking))
        print("0 passed, 0 failed")
        return 2

    tally = Tally()
    try:
        with Browser(program) as browser:
            for folder in folders:
                checks = Checks(browser, folder, options.axe.read_text(encoding="utf-8"), tally)
                for page in pages[folder]:
                    checks.run(page)
                    if options.screenshots:
                        options.screenshots.mkdir(parents=True, exist_ok=True)
                        checks.photograph(page, options.screenshots)
    except BrowserProblem as problem:
        print(f"the browser: {problem}")
        tally.failed += 1
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())

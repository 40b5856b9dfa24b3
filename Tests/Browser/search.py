#!/usr/bin/env python3
"""Searches a site in Chromium as a reader would, from a file and over HTTP.

    Tests/Browser/search.py --neuronbook PROGRAM [--chromium PROGRAM]

The lessons in `search` are rendered; then queries are typed on their pages. The last line counts the
checks; the exit code is 1 when one failed, 2 when there is no browser.
"""

import argparse
import importlib
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from chromium import Browser

pages = importlib.import_module("check-pages")

LESSONS = pathlib.Path(__file__).parent / "search"

# What is typed, and the first places that are found: title or heading, and where it leads.
QUERIES = [
    ("chain", ["The chain rule chain.html", "The learning rate & its size descent.html#the-learning-rate--its-size"]),
    ("CHAIN ru", ["The chain rule chain.html"]),
    ("upstream", ["Upstream chain.html#upstream", "Upstream chain.html#upstream-1"]),
    ("upstream loss", ["Upstream chain.html#upstream", "Upstream chain.html#upstream-1"]),
    ("dl_dsigma", ["Upstream chain.html#upstream"]),
    ("dsigm", ["Upstream chain.html#upstream"]),
    ("omega", ["Upstream chain.html#upstream-1"]),
    ("frac", []),
    ("sigmoid", ["The learning rate & its size descent.html#the-learning-rate--its-size"]),
    ("uberanpassung", ["Überanpassung descent.html#%C3%BCberanpassung"]),
    ("ÜBER", ["Überanpassung descent.html#%C3%BCberanpassung"]),
    ("cafe", ["Überanpassung descent.html#%C3%BCberanpassung"]),
    ("学", ["Überanpassung descent.html#%C3%BCberanpassung"]),
    ("overfit", ["Validation folds/an%20odd%20name.html"]),
    ("validation five", ["Folds folds/an%20odd%20name.html#folds"]),
    ("unfinished", []),
    ("<zz>", []),
    ("zzz", []),
]

RESULTS = """
[...document.querySelectorAll(".found:not([hidden]) a")].map((link) =>
  link.querySelector("b").textContent + " " + link.href)
"""
STATUS = "document.querySelector('.found:not([hidden]) [role=status]')?.textContent ?? ''"
FOCUS = "document.activeElement.matches('[data-search] input') ? 'box' : document.activeElement.href ?? ''"
SCRIPTS = "[...document.scripts].map((script) => script.src.split('/').pop())"


class Reader:
    """Who sits before one page."""

    def __init__(self, browser, base):
        self.browser = browser
        self.base = base

    def open(self, page, width=1280, **more):
        self.browser.emulate(width, "light", **more)
        return self.browser.load(self.base + page)

    def press(self, key, text=""):
        for kind in ["keyDown", "keyUp"]:
            self.browser.ask("Input.dispatchKeyEvent", {
                "type": kind, "key": key, "text": text if kind == "keyDown" else "",
                "windowsVirtualKeyCode": {"Enter": 13, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38}.get(key, 0)})

    def type(self, query):
        self.browser.evaluate("document.querySelector('[data-search] input').select()")
        self.browser.ask("Input.insertText", {"text": query})

    def sees(self, script, wanted):
        """What the page answers, asked again until it is what is wanted or a while has passed."""
        for _ in range(40):
            answer = self.browser.evaluate(script)
            if answer == wanted:
                break
            time.sleep(0.05)
        return answer

    def finds(self, query):
        """The places below the box, relative to the site."""
        self.type(query)
        for _ in range(40):
            if self.browser.evaluate(STATUS):
                break
            time.sleep(0.05)
        return [result.replace(self.base, "") for result in self.browser.evaluate(RESULTS)]


class Checks:
    def __init__(self, browser, base, tally):
        self.reader = Reader(browser, base)
        self.where = base.split(":")[0]
        self.tally = tally

    def expect(self, name, answer, wanted):
        problems = [] if answer == wanted else [f"{answer} instead of {wanted}"]
        self.tally.add(self.where, name, problems)

    def run(self):
        self.type_queries("index.html")
        self.type_queries("folds/an%20odd%20name.html")
        self.use_keys()
        self.look_at_width(360)
        self.look_without_script()

    def type_queries(self, page):
        self.expect("console", self.reader.open(page), [])
        self.expect("index before use", "search-index.js" in self.reader.browser.evaluate(SCRIPTS), False)
        self.reader.press("/", "/")
        self.expect("focus by /", self.reader.sees(FOCUS, "box"), "box")
        for query, wanted in QUERIES:
            found = self.reader.finds(query)
            self.expect(f"{page}: {query}", found[:len(wanted)] if wanted else found, wanted)
        self.expect("nothing found", self.reader.sees(STATUS, "Nothing found"), "Nothing found")
        self.expect("one index", self.reader.browser.evaluate(SCRIPTS).count("search-index.js"), 1)

    def use_keys(self):
        reader = self.reader
        reader.open("descent.html")
        reader.press("/", "/")
        first, second = [result.split()[-1] for result in reader.finds("upstream")][:2]
        for key, wanted in [
            ("ArrowDown", reader.base + first), ("ArrowDown", reader.base + second),
            ("ArrowUp", reader.base + first), ("ArrowUp", "box"),
        ]:
            reader.press(key)
            self.expect(f"focus by {key}", reader.sees(FOCUS, wanted), wanted)
        reader.press("Escape")
        self.expect("closed by Escape", reader.browser.evaluate(RESULTS), [])
        reader.finds("dsigma")
        reader.press("Enter", "\r")
        wanted = reader.base + "chain.html#upstream"
        self.expect("opened by Enter", reader.sees("location.href", wanted), wanted)

    def look_at_width(self, width):
        self.reader.open("chain.html", width=width)
        self.reader.browser.evaluate("document.querySelector('[data-search] input').focus()")
        self.reader.finds("chain")
        box = self.reader.browser.evaluate("""
          (({left, right}) => [left >= 0, right <= document.documentElement.clientWidth,
            document.documentElement.scrollWidth
              <= document.documentElement.clientWidth])(
            document.querySelector(".found").getBoundingClientRect())""")
        self.expect(f"fits into {width} px", box, [True, True, True])

    def look_without_script(self):
        self.reader.open("index.html", script=False)
        seen = self.reader.browser.evaluate("document.querySelector('[data-search]').offsetHeight")
        self.expect("without script", seen, 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--neuronbook", required=True)
    parser.add_argument("--chromium", metavar="PROGRAM")
    options = parser.parse_args()
    program = options.chromium or shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        print("no Chromium was found")
        return 2

    tally = pages.Tally()
    with tempfile.TemporaryDirectory() as folder, Browser(program) as browser:
        site = pathlib.Path(folder).resolve()
        subprocess.run(
            [options.neuronbook, "render", str(LESSONS), "-o", str(site)],
            check=True, stdout=subprocess.DEVNULL)
        for base in [site.as_uri() + "/", pages.serve(site)]:
            Checks(browser, base, tally).run()
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())

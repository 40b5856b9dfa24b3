#!/usr/bin/env python3
"""Looks in Chromium whether pages of a theme have it, and whether pages that are one file each need no other.

    Tests/Browser/themes.py --neuronbook PROGRAM [--chromium PROGRAM]

The lessons in `own-theme` are rendered in both ways, and both are opened from a file and over HTTP, alone
and in a frame of another page. The last line counts the checks; the exit code is 1 when one failed, 2
when there is no browser.
"""

import argparse
import importlib
import pathlib
import shutil
import subprocess
import sys
import tempfile

from chromium import Browser

pages = importlib.import_module("check-pages")

LESSONS = pathlib.Path(__file__).parent / "own-theme"
PAGES = ["index.html", "fonts.html", "deep/pictures.html"]

# What a theme gives, as the browser has it.
LOOK = """
(() => {
  const style = getComputedStyle(document.documentElement);
  const header = document.querySelector("header.site");
  return {
    measure: style.getPropertyValue("--measure").trim(),
    logo: header.querySelector("img").naturalWidth,
    paper: getComputedStyle(header).backgroundImage !== "none",
    pictures: [...document.images].filter((image) => !image.naturalWidth).length,
  };
})()
"""
WANTED = {"measure": "36rem", "logo": 30, "paper": True, "pictures": 0}

HOST = """<!DOCTYPE html>
<meta charset="utf-8"><title>Another site</title>
<iframe src="{}" title="A lesson" style="width: 100%; height: 30rem; border: 0"></iframe>
"""


def requests(browser, address):
    """What a page asks for besides itself, and what it complains about."""
    complaints = browser.load(address)
    asked = [event["params"]["request"]["url"] for event in browser.seen
             if event.get("method") == "Network.requestWillBeSent"]
    return [url for url in asked if url != address and not url.startswith("data:")], complaints


def fonts(browser):
    """The fonts of each formula of the page, by the name in the font's file, with their counts of glyphs."""
    for domain in ["DOM", "CSS"]:
        browser.ask(f"{domain}.enable")
    root = browser.ask("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    found = browser.ask("DOM.querySelectorAll", {"nodeId": root, "selector": ".katex-html"})["nodeIds"]
    return [sorted((font["postScriptName"], font["isCustomFont"], font["glyphCount"])
                   for font in browser.ask("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"])
            for node in found]


class Checks:
    def __init__(self, browser, tally, where):
        self.browser = browser
        self.tally = tally
        self.where = where

    def expect(self, name, answer, wanted):
        self.tally.add(self.where, name, [] if answer == wanted else [f"{answer} instead of {wanted}"])

    def look(self, base, isAlone):
        """Gives the fonts of the formulas."""
        for page in PAGES:
            others, complaints = requests(self.browser, base + page)
            self.expect(f"{page}: console and network", complaints, [])
            self.expect(f"{page}: theme", self.browser.evaluate(LOOK), WANTED)
            if isAlone:
                self.expect(f"{page}: other files", others, [])
        self.browser.load(base + "fonts.html")
        found = fonts(self.browser)
        self.expect("formulas", len(found) > 20, True)
        self.expect("fonts of their own", [name for formula in found for name, own, _ in formula if not own], [])
        return found

    def search(self, base):
        self.browser.load(base + "index.html")
        self.browser.evaluate("document.querySelector('[data-search] input').focus()")
        self.browser.ask("Input.insertText", {"text": "every"})
        found = self.browser.evaluate("""
          new Promise((resolve) => setTimeout(() => resolve(
            [...document.querySelectorAll(".found a")].map((link) => link.href)), 300))""")
        self.expect("search", found, [base + "fonts.html"])

    def frame(self, host, page):
        """Shows a page in a page of another folder."""
        _, complaints = requests(self.browser, host)
        self.expect("console of the host", complaints, [])
        frames = self.browser.ask("Page.getFrameTree")["frameTree"].get("childFrames", [])
        self.expect("frame", [frame["frame"]["url"] for frame in frames], [page])
        world = self.browser.ask("Page.createIsolatedWorld", {"frameId": frames[0]["frame"]["id"]})
        answer = self.browser.ask("Runtime.evaluate", {
            "contextId": world["executionContextId"], "returnByValue": True,
            "expression": "[document.querySelector('h1').textContent, innerHeight > 400, "
                          "getComputedStyle(document.documentElement).getPropertyValue('--measure').trim()]"})
        self.expect("what the frame shows", answer["result"]["value"], ["Every font of formulas", True, "36rem"])


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
        top = pathlib.Path(folder).resolve()
        # Pages with files beside them look for those of the lessons too.
        shutil.copytree(LESSONS, top / "lessons")
        for name, flags in [("linked", []), ("alone", ["--self-contained"])]:
            subprocess.run(
                [options.neuronbook, "render", str(top / "lessons"), "-o", str(top / name), *flags],
                check=True, stdout=subprocess.DEVNULL)
        kinds = {path.suffix for path in (top / "alone").rglob("*") if path.is_file()}
        tally.add("self-contained", "kinds of files", sorted(kinds - {".html", ".md"}))
        for base in [top.as_uri() + "/", pages.serve(top)]:
            scheme = base.split(":")[0]
            browser.emulate(width=1280, scheme="light")
            linked = Checks(browser, tally, f"{scheme}, files beside").look(base + "linked/", False)
            checks = Checks(browser, tally, f"{scheme}, self-contained")
            checks.expect("fonts as with files beside", checks.look(base + "alone/", True), linked)
            checks.search(base + "alone/")
            (top / "host").mkdir(exist_ok=True)
            for name in ["linked", "alone"]:
                page = f"{base}{name}/fonts.html"
                (top / "host" / f"{name}.html").write_text(HOST.format(page), encoding="utf-8")
                Checks(browser, tally, f"{scheme}, {name}").frame(f"{base}host/{name}.html", page)
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())

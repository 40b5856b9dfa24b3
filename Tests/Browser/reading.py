#!/usr/bin/env python3
"""Reads a page in Chromium as people do: in their colours, copying code, by its contents and notes.

    Tests/Browser/reading.py --neuronbook PROGRAM [--chromium PROGRAM]

The lessons in `lessons` are rendered and looked at from a file. The last line counts the checks; the exit
code is 1 when one failed, 2 when there is no browser.
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

LESSONS = pathlib.Path(__file__).parent / "lessons"

PAPER = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(255, 254, 251)", "rgb(23, 24, 27)"
SWITCH = "document.querySelector('button.scheme')"
CURRENT = "document.querySelector('.contents [aria-current]')?.textContent ?? ''"
SAID = "document.querySelector('[role=status].unseen').textContent"
IS_LIST_SEEN = "document.querySelector('.contents ol').checkVisibility({contentVisibilityAuto: true})"
# For each note, how far it lies from its first reference, and from the note above it.
NOTES = """
(() => {
  let above = -Infinity;
  return [...document.querySelectorAll(".footnotes > ol > li")].slice(0, 40).map((note) => {
    const box = note.getBoundingClientRect();
    const line = document.getElementById(note.id + "-ref").getBoundingClientRect();
    const gap = box.top - above;
    above = box.bottom;
    return {right: box.left - line.right, down: box.top - line.top, gap, top: box.top};
  });
})()
"""
# A page in a frame that may store nothing.
SANDBOX = """
new Promise((resolve) => {
  const frame = document.createElement("iframe");
  frame.sandbox = "allow-scripts";
  frame.onload = () => setTimeout(() => resolve(null), 200);
  frame.src = location.href;
  document.body.replaceChildren(frame);
})
"""


class Reading:
    """What is tried on one page after the other, and what came of it."""

    def __init__(self, browser, folder, tally):
        self.browser = browser
        self.folder = folder
        self.tally = tally

    def open(self, page, width=1280, scheme="light", **more):
        self.browser.emulate(width, scheme, **more)
        self.expect(f"{page} opens", self.browser.load((self.folder / page).as_uri()), [])

    def expect(self, what, found, wanted=True):
        self.tally.add("reading", what, [] if found == wanted else [f"{found!r}, not {wanted!r}"])

    def see(self, what, script, wanted=True):
        self.expect(what, self.browser.evaluate(script), wanted)

    def choose_colours(self):
        page = "every-kind-of-block.html"
        for system, paper in [("light", LIGHT), ("dark", DARK)]:
            self.open(page, scheme=system)
            self.see(f"as the system says, {system}", PAPER, paper)
        for name, paper in [("Light", LIGHT), ("Dark", DARK)]:
            self.browser.evaluate(SWITCH + ".click()")
            self.see(f"the switch to {name}", PAPER, paper)
            self.see(f"the name of {name}", SWITCH + ".ariaLabel", f"Colours: {name}")
            self.see(f"what is said of {name}", SAID, f"Colours: {name}")
        self.open("second.html", scheme="light")
        self.see("another page remembers", PAPER, DARK)
        self.open("second.html", scheme="dark", media="print")
        self.see("paper is white", PAPER, "rgb(255, 255, 255)")
        self.open("second.html", scheme="light")
        self.browser.evaluate(SWITCH + ".click()")
        self.see("back to the system's", PAPER, LIGHT)
        self.browser.evaluate(SANDBOX)
        events = [event for event in self.browser.events if event.get("method") == "Runtime.exceptionThrown"]
        self.expect("nothing is thrown where nothing can be stored", events, [])

    def copy(self):
        self.open("every-kind-of-block.html")
        self.browser.evaluate(
            "navigator.clipboard.writeText = async (text) => { window.copied = text; }; null")
        self.browser.evaluate("document.querySelector('.in .copy').click()")
        self.see("the code of the first cell", "window.copied.split('\\n')[0]", "import numpy as np")
        self.see("what is said of it", SAID, "Copied")
        self.see("the button's name", "document.querySelector('.in .copy').ariaLabel", "Copy the code of Cell 1")
        missing = "[...document.querySelectorAll('.in, .code')].filter((box) => !box.querySelector('button')).length"
        self.see("each box of code has a button", missing, 0)

    def follow(self):
        page = "every-kind-of-block.html"
        self.open(page)
        self.see("the contents beside the text", IS_LIST_SEEN)
        for heading in ["lists-and-quotes", "tables-and-notes"]:
            self.browser.evaluate(
                f"document.getElementById('{heading}').scrollIntoView();"
                "new Promise((resolve) => setTimeout(resolve, 200))")
            self.see(f"the mark at {heading}", CURRENT, heading.capitalize().replace("-", " "))
        self.open(page)
        self.browser.evaluate(
            "scrollTo(0, document.getElementById('tables-and-notes').offsetTop + 600);"
            "new Promise((resolve) => setTimeout(resolve, 200))")
        self.see("the mark after a jump over headings", f"({CURRENT}).slice(0, 16)", "A deeper heading")
        self.open(page, width=360)
        self.see("the contents folded on a phone", IS_LIST_SEEN, False)
        self.open(page, script=False)
        self.see("the contents without script", IS_LIST_SEEN)

    def stand_beside(self):
        for page in ["blocks-within-blocks.html", "more-notes-than-most.html"]:
            for width in [1280, 1600]:
                self.open(page, width=width)
                notes = self.browser.evaluate(NOTES)
                where = f"{page}, {width} px"
                self.expect(f"{where}: in the margin", all(n["right"] > 0 for n in notes))
                self.expect(f"{where}: beside the line or below another note", all(
                    n["down"] > -8 and (abs(n["down"]) < 8 or n["gap"] < 24) for n in notes))
                self.expect(f"{where}: apart", all(n["gap"] > 4 for n in notes[1:]))
            self.open(page, width=768)
            notes = self.browser.evaluate(NOTES)
            end = self.browser.evaluate("document.querySelector('.footnotes').getBoundingClientRect().top")
            self.expect(f"{page}: at the end on a small screen", all(n["top"] >= end for n in notes))

    def print(self):
        self.open("blocks-within-blocks.html", width=680, media="print")
        folded = "[...document.querySelectorAll('details > :not(summary)')].filter((e) => !e.closest('nav'))"
        self.see("what is folded is printed", folded + ".every((e) => e.getBoundingClientRect().height > 0)")
        address = "getComputedStyle(document.querySelector('a[href$=elsewhere]'), '::after').content"
        self.see("addresses are printed", address, '" (https://example.com/elsewhere)"')
        shown = "[...document.querySelectorAll('nav, button, .skip')].filter((e) => e.checkVisibility()).length"
        self.see("nothing to press is printed", shown, 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--neuronbook", type=pathlib.Path, required=True, metavar="PROGRAM")
    parser.add_argument("--chromium", metavar="PROGRAM")
    options = parser.parse_args()
    program = options.chromium or shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        print("no Chromium was found")
        return 2

    tally = pages.Tally()
    with tempfile.TemporaryDirectory(prefix="reading-") as folder:
        folder = pathlib.Path(folder)
        shutil.copytree(LESSONS, folder / "sources")
        subprocess.run(
            [options.neuronbook.resolve(), "render", "sources", "-o", "pages"],
            cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with Browser(program) as browser:
            reading = Reading(browser, folder / "pages", tally)
            reading.choose_colours()
            reading.copy()
            reading.follow()
            reading.stand_beside()
            reading.print()
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())

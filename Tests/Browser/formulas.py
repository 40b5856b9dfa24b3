#!/usr/bin/env python3
"""Sets formulas by neuronbook and by KaTeX itself, and compares what a browser shows, pixel by pixel.

    python3 Tests/Browser/formulas.py --neuronbook .build-test/release/neuronbook

The formulas are those of the lessons in Notebooks and of formulas.txt, which uses what KaTeX can do.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
from chromium import Browser  # noqa: E402

HERE = pathlib.Path(__file__).parent
KATEX = [os.environ.get("NEURONBOOK_KATEX"), "/usr/share/javascript/katex",
         "/opt/homebrew/lib/node_modules/katex/dist", "/usr/local/lib/node_modules/katex/dist"]
# The least share of KaTeX's bytes that is saved over the formulas of the lessons. Others are full of
# outlines, of braces and arrows, which stay as they are.
SAVED = 0.55
STYLE = """<style>body { margin: 8px; font: 18px/1.5 serif; width: 760px }
.f { border: 1px solid #ddd; margin: 4px 0; overflow: hidden; color: #123 }</style>"""


def formulas():
    """Pairs of TeX and whether it is displayed, each once, and how many of them are the lessons'."""
    found = {}
    for lesson in sorted((HERE / "../../Notebooks").resolve().glob("**/*.md")):
        text = re.sub(r"```.*?```", "", lesson.read_text(), flags=re.S)
        for display, inline in re.findall(r"\$\$(.+?)\$\$|\$([^$\n]+?)\$", text, flags=re.S):
            tex = " ".join((display or inline).split())
            if "\\label" not in tex and "ref{" not in tex:
                found[tex, bool(display)] = None
    lessons = len(found)
    for tex in (HERE / "formulas.txt").read_text().splitlines():
        found[tex, True] = None
        if not re.search(r"\\tag|\\begin{(align\*?|gather\*?|equation|CD)}", tex):
            found[tex, False] = None
    return list(found), lessons


def ours(neuronbook, wanted, folder):
    """The HTML that neuronbook gives each formula, and the address of its style sheet."""
    lesson = "---\ntitle: Formulas\n---\n\n" + "".join(
        f"Before {'$$' if display else '$'}{tex}{'$$' if display else '$'} after.\n\n"
        for tex, display in wanted)
    (folder / "formulas.md").write_text(lesson)
    subprocess.run([neuronbook, "render", folder / "formulas.md", "-o", folder / "out"],
                   check=True, stdout=subprocess.DEVNULL)
    page = (folder / "out/formulas.html").read_text()
    return (re.findall(r"<p>Before (.*?) after\.</p>", page, flags=re.S),
            (folder / "out/assets/katex/katex.css").as_uri())


def page(sheet, parts):
    body = "".join(f"<div class=f>Before {part} after.</div>\n" for part in parts)
    return f"<!DOCTYPE html><meta charset=utf-8><link rel=stylesheet href='{sheet}'>{STYLE}{body}"


class Pages:
    """Two pages that are to look the same."""

    def __init__(self, browser, addresses):
        self.browser = browser
        self.addresses = addresses

    def differing(self, scale):
        """The indices of formulas that do not look the same."""
        whole = [self.shots(address, scale, None) for address in self.addresses]
        if whole[0] == whole[1]:
            return []
        parts = [self.shots(address, scale, ".f") for address in self.addresses]
        return [i for i, (a, b) in enumerate(zip(*parts)) if a != b]

    def shots(self, address, scale, selector):
        self.browser.ask("Emulation.setDeviceMetricsOverride", {
            "width": 800, "height": 900, "deviceScaleFactor": scale, "mobile": False})
        complaints = self.browser.load(address)
        if complaints:
            sys.exit("\n".join(complaints))
        boxes = json.loads(self.browser.evaluate(
            f"JSON.stringify([...document.querySelectorAll({json.dumps(selector or 'html')})].map((e) => {{"
            "const box = e.getBoundingClientRect();"
            "return { x: box.left, y: box.top + scrollY, width: box.width, height: box.height };}))"))
        return [self.browser.ask("Page.captureScreenshot", {
            "captureBeyondViewport": True, "clip": box | {"scale": 1}})["data"] for box in boxes]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--neuronbook", required=True)
    parser.add_argument("--chromium", default=shutil.which("chromium") or "chromium")
    arguments = parser.parse_args()
    katex = next(pathlib.Path(p) for p in KATEX if p and os.path.exists(p + "/katex.min.js"))
    wanted, lessons = formulas()
    with tempfile.TemporaryDirectory() as name, Browser(arguments.chromium) as browser:
        folder = pathlib.Path(name)
        compact, sheet = ours(arguments.neuronbook, wanted, folder)
        assert len(compact) == len(wanted), f"{len(compact)} of {len(wanted)} formulas were set"
        browser.load("about:blank")
        browser.evaluate((katex / "katex.min.js").read_text() + ";null")
        own = browser.evaluate(
            f"{json.dumps(wanted)}.map(([tex, displayMode]) => katex.renderToString(tex, "
            "{ displayMode, strict: false, maxSize: 50 }))")
        (folder / "ours.html").write_text(page(sheet, compact))
        (folder / "own.html").write_text(page((katex / "katex.min.css").as_uri(), own))
        pages = Pages(browser, [(folder / f"{n}.html").as_uri() for n in ("own", "ours")])
        faults = [f"at {scale}x not as KaTeX sets it: {wanted[i][0]}"
                  for scale in (1, 2) for i in pages.differing(scale)]
        before, after = (
            sum(len(part.encode()) for part in parts[:lessons]) for parts in (own, compact))
        if after > (1 - SAVED) * before:
            faults.append(f"{after} bytes where KaTeX writes {before}")
        print(f"{len(wanted)} formulas, {after} bytes in lessons instead of {before}: "
              + (f"{len(faults)} faults" if faults else "each pixel as KaTeX sets it"))
        print("\n".join(faults), end="\n" if faults else "")
        sys.exit(bool(faults))


if __name__ == "__main__":
    main()

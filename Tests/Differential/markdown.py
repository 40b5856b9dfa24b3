#!/usr/bin/env python3
"""Random Markdown with tables and footnotes, read by GitHub's cmark and by `neuronbook render`, must give the same page.

    python3 markdown.py --neuronbook .build/debug/neuronbook [--seed 1] [--count 1000] [--show 5]

Texts have no formulas, cells and HTML, which the two read differently on purpose. The pages are compared as tags and
words: what only one of them writes (anchors, boxes, links back) is left out. Many texts are lessons of one folder, so
that start-up does not dominate.
"""

import argparse
import html.parser
import os
import random
import re
import subprocess
import sys
import tempfile

from cmarkgfm.cmark import Options, markdown_to_html_with_extensions

LESSONS_PER_RUN = 250
# A page without a heading at its top, on which no note is left out.
START = "start [^1] [^2] [^a] [^b] [^c] [^d] [^e]\n\n"
# Containers' marks and what may stand in their place on a further line.
FRONTS = ["", "", "", "", "", "> ", ">", "- ", "+ ", "* ", "1. ", "2. ", "  ", "   ", "    ", "    ", "     ", "\t", "> > ", "> - ", "- > ", "-\t", "      "]
LINES = [
    "", "", "", "a", "text *em* b", "---", "===", "--", "-", "+", "# h", "## h | i", "```", "~~~ x", "***", "| - |",
    "| a | b |", "| a | b |", "a | b", "| a | b", "a | b |", "|a|", "| a |", "|", "||", "| |", "| | |", "|a||b|", "a | b | c", "| `x | y` | z |", "| `x \\| y` | z |",
    "a \\| b", "| a \\", "*a | b*", "**x** | _y_", "| [l](http://u 't') | ![i](http://s) |", "[ref] | x", "a # | # b #", "| # | ## |", "x | y #", "1 | 2", "\\|", "| é | ü |",
    "|---|---|", "| --- | :-: |", "--- | ---", ":--|--:", "|:-:|", "| - | - |", "|-|", "---|", "|---", ":-", "-:", ":-:", "|--|--|--|", "| -- | - - |", ":|:", "- | -", "|:--:|:--|", "| a |\n| - |\n\n| b | c |\n| - | - |",
    "[^1]: note", "[^2]: n | m", "[^1]:", "[^A]: *x*", "[^b]:   code", "[^b]: > q", "[^c]: - i", "[^c]: # h", "[^1]: a | b", "[^d]: |-|-|", " [^2]: y", "   [^2]: z", "[^e]:x",
    "see [^1] and [^a]", "[^2]", "x[^b]", "| [^c] | [^1] |", "**b.**[^d]", "_e_[^e]", "[^1\\]", "`[^1]`", "[^1](http://u)", "[[^2]](http://u)", "[^1][^2]", "[^none]", "[^1]: [^2]: x",
    "[ref]: http://url\n", "[ref]", "    [^g]: code", "a  ", "b\\", "1. x", "2. y", "> q",
]


class Texts:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def text(self):
        while True:
            text = self.any_text()
            labels = [label.lower() for label in re.findall(r"\[\^(\w+)\]:", text)]
            if len(labels) == len(set(labels)):
                return text

    def any_text(self):
        lines, front = [], ""
        for _ in range(self.random.randint(1, 12)):
            choice = self.random.random()
            if choice < 0.25:
                front = self.random.choice(FRONTS)
            elif choice < 0.4:
                # What a further line in the containers of the one before may begin with.
                front = re.sub(r"[-+*]|\d\.", lambda mark: " " * len(mark[0]), front)
            line = self.random.choice(LINES)
            # An empty note makes GitHub's cmark set the list around it apart.
            lines.append(line if line.endswith("]:") else front + line)
        return START + "\n".join(lines) + "\n"


class Page(html.parser.HTMLParser):
    """The tags and words of a page, what only one side writes left out."""

    VOID = {"br", "hr", "img", "meta", "link"}

    def __init__(self, text, is_article):
        super().__init__(convert_charrefs=True)
        self.parts, self.skipped, self.quiet = [], [], []
        # How many items of lists are open. GitHub's cmark sets lists apart when notes stand in them.
        self.items = 0
        self.is_inside = not is_article
        self.is_article = is_article
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if self.is_article and tag == "article":
            self.is_inside = True
            return
        if not self.is_inside:
            return
        if self.skipped:
            if tag not in self.VOID:
                self.skipped.append(tag)
            return
        kind = attributes.get("class") or ""
        if tag == "header" and kind == "title" or tag == "div" and kind == "out failure" or tag == "nav" or tag == "a" and (kind in ("anchor", "back", "footnote-backref")):
            self.skipped.append(tag)
            return
        if tag == "a" and (attributes.get("role") == "doc-noteref" or "data-footnote-ref" in attributes):
            self.parts.append("NOTE")
            self.skipped.append(tag)
            return
        if tag == "sup" and "id" in attributes:
            self.parts.append("NOTE")
            self.skipped.append(tag)
            return
        if tag in ("tbody", "sup") or tag == "div" and kind.split(" ")[0] in ("table", "code"):
            return
        self.items += tag == "li"
        if tag == "p" and self.items:
            self.parts.append("\n")
            return
        named = {key: attributes[key] for key in ("href", "src", "alt", "title", "start") if attributes.get(key)}
        if tag in ("td", "th"):
            align = attributes.get("align") or (kind if kind in ("left", "center", "right") else None)
            named = {"align": align} if align else {}
        self.parts.append("<" + tag + "".join(f" {key}={value!r}" for key, value in sorted(named.items())) + ">")

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        if self.is_article and tag == "article":
            self.is_inside = False
        if not self.is_inside:
            return
        if self.skipped:
            self.skipped.pop()
        elif tag == "p" and self.items:
            self.parts.append("\n")
        elif tag not in ("tbody", "sup", "div", *self.VOID):
            self.items -= tag == "li"
            self.parts.append(f"</{tag}>")

    def handle_data(self, data):
        if self.is_inside and not self.skipped:
            # GitHub's cmark loses backslashes in the paragraph above a table.
            self.parts.append(data.replace("\\|", "|"))

    @property
    def text(self):
        text = "".join(self.parts)
        # Paragraphs that had only links back.
        text = re.sub(r"<p>\s*</p>", "", text)
        text = re.sub(r"\s+", " ", text)
        text = re.sub(r"\s*(</?(?:p|table|thead|tr|td|th|ul|ol|li|h\d|pre|blockquote|section|hr)\b[^>]*>)\s*", r"\n\1\n", text)
        return re.sub(r"\n+", "\n", text).strip()


def expected(text):
    options = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE
    return Page(markdown_to_html_with_extensions(text, options, ["table"]), False).text


def rendered(program, texts, folder):
    lessons, pages = os.path.join(folder, "lessons"), os.path.join(folder, "pages")
    os.makedirs(lessons)
    for index, text in enumerate(texts):
        with open(os.path.join(lessons, f"{index:05}.md"), "w", newline="") as file:
            file.write("---\ntitle: T\n---\n\n" + text)
    command = [program, "render", lessons, "-o", pages, "--keep-going"]
    run = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=600)
    if run.returncode < 0:
        sys.exit(f"neuronbook was ended by signal {-run.returncode}: {run.stderr.decode()[-2000:]}")
    for index in range(len(texts)):
        with open(os.path.join(pages, f"{index:05}.html")) as file:
            yield Page(file.read(), True).text


def differences(arguments):
    texts = Texts(arguments.seed)
    for start in range(0, arguments.count, LESSONS_PER_RUN):
        batch = [texts.text() for _ in range(min(LESSONS_PER_RUN, arguments.count - start))]
        with tempfile.TemporaryDirectory() as folder:
            for text, ours in zip(batch, rendered(arguments.neuronbook, batch, folder)):
                theirs = expected(text)
                if "".join(ours.split()) != "".join(theirs.split()):
                    yield text, theirs, ours


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--neuronbook", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--show", type=int, default=5)
    arguments = parser.parse_args()
    found = list(differences(arguments))
    for text, theirs, ours in sorted(found, key=lambda case: len(case[0]))[: arguments.show]:
        print(f"--- text\n{text}--- GitHub's cmark\n{theirs}\n--- neuronbook\n{ours}\n")
    print(f"{arguments.count} texts, {len(found)} differ")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

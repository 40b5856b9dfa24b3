"""Lessons through `neuronbook export` and back, with nbformat as the judge.

Every lesson of the repository, some odd ones and random ones become notebooks. Each must be valid
nbformat 4.5, be written as Jupyter would save it, stay as it is when exported again, and give the
lesson's very bytes when imported.
"""

import argparse
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

import nbformat

ODD = {
    "Carriage_Returns 1.0": "---\r\ntitle: A\r\n---\r\nText\r\n```neuron\r\n1\r\n```\r\n\r\n",
    "byte-order-mark": "\ufeff---\ntitle: A\n---\n~~~~neuron\nprint(1)\n2\n~~~~\n",
    "mixed-endings": "A\r\n\n```neuron\n1\r\n```\n\n```output\n1\n```\n\r",
    "shortened": "```neuron\n2 / 3\n```\n\n```output\n0.667\n```\n",
    "elided": "```neuron\nfor i in range(9):\n    print(i)\n'a'\n```\n\n```output\n0\n...\n'a'\n```\n",
    "stale": "```neuron\n1\n```\n\n```output\n2\n```\n",
    "raised": "```neuron\n#| error: true\nprint('a', end='')\n1 / 0\n```\n\n"
    "```output\na\nZeroDivisionError: division by zero\n```\n",
    "raised-in-a-function": "```neuron\ndef f():\n    raise ValueError('a: b')\n```\n\n"
    "```neuron\n#| error: true\nf()\n```\n",
    "hidden": "```neuron\n#| include: false\nx = 1\n```\n\n```neuron\n#| eval: false\ny\n```\n",
    "nested": "- A\n\n  ```neuron\n  1\n  ```\n\n> ```neuron\n> 2\n> ```\n\n```neuron\n3\n```\n",
    "controls": "```neuron\nprint('\\x1b[1m\\b\\f\\r\\x00\\x85\\u2028')\n'\\x7f'\n```\n\fText\x7f\n",
    "backticks": "````neuron\nprint('```')\n````\n\n`````output\n```\n`````\n",
    "failing": "---\ntitle: A\n---\n\n```neuron\nx = y\n```\n\n```neuron\n1 +\n```\n\nText\n",
    "unclosed": "Text\n\n```neuron\n1\n",
    "blank-ends": "\n\n```neuron\n1\n```\n\n\n\n",
    "formulas": "\\(x\\) and \\[y\\] and $z$\n\n```neuron\n1\n```\n",
    "values": "```neuron\nx = 2\n```\n\n`{neuron} x / 3:.3f` and `{neuron} x`\n\n| a |\n|---|\n"
    "| `{neuron} 'b|c'` |\n",
    "figures": "```neuron\nimport matplotlib.pyplot as plt\nprint(1)\nplt.plot([1, 2], [3, 4])\n"
    "plt.show()\nprint(2)\nplt.plot([1], [2])\n```\n",
    "picture": "![A square](square.png)\n\n```neuron\n1\n```\n",
}

PIECES = [
    "Text with `code`, $x$ and *stress*.",
    "# A heading",
    "- one\n- two",
    "> A quote",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "A note[^1].\n\n[^1]: Below.",
    "[a][b]\n\n[b]: https://example.org",
    "    indented",
    '<p><img src="a.png" alt="x"> <a\n href=\'b.csv\'>b</a></p>',
    "```python\nshown()\n```",
    "<details>\n\nHidden\n\n</details>",
    "\\[ x^2 \\]",
    "A value: `{neuron} 1 / 3:.2f`",
    "---",
    "\u00e9 e\u0301 \U0001f9e0 \u2028",
    "```neuron\nx = 1\n```",
    "```neuron\n1 / 3\n```\n\n```output\n0.333\n```",
    "```neuron\nprint('a')\n```\n```output\na\n```",
    "  ~~~neuron\n  #| label: a-label\n  print(1)\n  2\n  ~~~",
    "```neuron\n#| error: true\n[][0]\n```\n\n```output\nIndexError: list index out of range\n```",
    "```neuron\n#| echo: false\n#| eval: false\nx\n```",
    "```neuron\n\n```",
]
SEPARATORS = ["\n\n", "\n\n", "\n\n", "\n", "\n\n\n", "\n \n\t\n"]


def random_lesson(chance):
    text = "---\ntitle: Random\n---" if chance.random() < 0.5 else "Random\n\n```neuron\n1\n```"
    for _ in range(chance.randrange(1, 9)):
        text += chance.choice(SEPARATORS) + chance.choice(PIECES)
    text += chance.choice(["\n", "\n", "", "\n\n", "  \n"])
    if chance.random() < 0.2:
        text = text.replace("\n", "\r\n")
    return text


def write_lessons(folder, count, seed):
    chance = random.Random(seed)
    texts = {name: text.encode() for name, text in ODD.items()}
    texts.update({f"random-{i}": random_lesson(chance).encode() for i in range(count)})
    for source in ["Notebooks", "Tests/Browser/lessons"]:
        for path in pathlib.Path(source).glob("*.md"):
            texts[path.stem] = path.read_bytes()
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.md").write_bytes(text)
    return sorted(texts)


class Judge:
    def __init__(self, neuronbook, work):
        self.neuronbook = neuronbook
        self.work = work
        self.problems = []

    def run(self, *arguments):
        """What the program prints; errors in lessons are not its failure."""
        run = subprocess.run(
            [self.neuronbook, *arguments], capture_output=True, text=True, timeout=300
        )
        if run.returncode not in (0, 1):
            sys.exit(f"neuronbook {arguments[0]} ended with {run.returncode}:\n{run.stderr}")
        return run.stdout

    def expect(self, holds, name, what):
        if not holds:
            self.problems.append(f"{name}: {what}")

    def check_notebook(self, name):
        path = self.work / "exported" / f"{name}.ipynb"
        text = path.read_bytes().decode()
        notebook = nbformat.read(str(path), as_version=4)
        try:
            nbformat.validate(notebook)
        except nbformat.ValidationError as error:
            self.expect(False, name, f"not valid: {error}")
        self.expect(notebook.nbformat_minor == 5, name, "not nbformat 4.5")
        saved = nbformat.writes(notebook) + "\n"
        self.expect(saved == text, name, "Jupyter would save other bytes")
        moved = all('src="a.png"' not in cell.source for cell in notebook.cells)
        self.expect(moved, name, "an image in HTML does not lead on from the notebook's folder")
        counts = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"]
        counts = [count for count in counts if count is not None]
        self.expect(counts == list(range(1, len(counts) + 1)), name, f"counts are {counts}")

    def check(self, names):
        lessons, exported = str(self.work / "lessons"), str(self.work / "exported")
        self.run("export", lessons, "-o", exported, "--keep-going")
        for name in names:
            self.check_notebook(name)
        again = self.run("export", lessons, "-o", exported, "--keep-going")
        self.expect("(0 files changed)" in again, "again", again)
        notebooks = [f"{exported}/{name}.ipynb" for name in names]
        self.run("import", *notebooks, "-o", str(self.work / "imported"))
        for name in names:
            before = (self.work / "lessons" / f"{name}.md").read_bytes()
            after = (self.work / "imported" / f"{name}.md").read_bytes()
            self.expect(before == after, name, f"comes back as\n{after}\nand was\n{before}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--neuronbook", required=True)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    work = pathlib.Path(tempfile.mkdtemp())
    try:
        judge = Judge(str(pathlib.Path(arguments.neuronbook).resolve()), work)
        names = write_lessons(work / "lessons", arguments.count, arguments.seed)
        judge.check(names)
    finally:
        shutil.rmtree(work)
    for problem in judge.problems[:20]:
        print(problem, file=sys.stderr)
    print(f"{len(names)} lessons exported and imported, {len(judge.problems)} problems")
    sys.exit(1 if judge.problems else 0)


main()

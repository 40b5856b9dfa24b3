#!/usr/bin/env python3
"""Lets neuronbook accept outputs in odd files, and looks at every byte.

    python3 Tests/Safety/accepting.py --neuronbook .build-test/release/neuronbook [--count N] [--seed S]

Each file of the corpus has the bytes that must come out beside it. Random lessons follow, put together
from pieces, of which it is known what may change: between the pieces, below a cell, stands nothing or
one output block, and the pieces are there to the last byte. All are accepted and rendered twice, the
second time without effect, and `--dry-run` prints a diff that `patch` makes the same file with.
"""
import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CELL = "```neuron\nprint('a')\n```\n"
OUTPUT = "\n```output\na\n```\n"

# A name, the file before, the file after; `None` means unchanged. CR, LF as written.
CORPUS = [
    ("missing", CELL, CELL + OUTPUT),
    ("missing, text right below", CELL + "text\n", CELL + OUTPUT + "text\n"),
    ("present", CELL + OUTPUT, None),
    ("stale", CELL + "\n```output\nb\n```\n\nend\n", CELL + OUTPUT + "\nend\n"),
    ("no last line ending", CELL[:-1], CELL + OUTPUT[:-1]),
    ("no last line ending, stale", CELL + "\n```output\nb\n```", CELL + OUTPUT[:-1]),
    ("CRLF", CELL.replace("\n", "\r\n"), (CELL + OUTPUT).replace("\n", "\r\n")),
    ("CRLF, stale", (CELL + "\n```output\nb\nc\n```\n").replace("\n", "\r\n"),
     (CELL + OUTPUT).replace("\n", "\r\n")),
    ("CRLF, no last line ending", CELL.replace("\n", "\r\n")[:-2],
     (CELL + OUTPUT).replace("\n", "\r\n")[:-2]),
    ("CR alone", ("text\n\n" + CELL + "\n```output\nb\n```\nend").replace("\n", "\r"),
     ("text\n\n" + CELL + OUTPUT + "end").replace("\n", "\r")),
    ("mixed endings", "one\r\ntwo\n" + CELL + "\r\n```output\nb\r\n```\r\nthree\rfour",
     "one\r\ntwo\n" + CELL + "\r\n```output\na\n```\r\nthree\rfour"),
    ("byte order mark", "\ufeff" + CELL, "\ufeff" + CELL + OUTPUT),
    ("byte order mark and front matter", "\ufeff---\ntitle: T\n---\n" + CELL,
     "\ufeff---\ntitle: T\n---\n" + CELL + OUTPUT),
    ("tildes", "~~~neuron\nprint('a')\n~~~\n\n~~~output\nb\n~~~\n",
     "~~~neuron\nprint('a')\n~~~\n\n~~~output\na\n~~~\n"),
    ("long fences", "``````neuron\nprint('a')\n```````\n\n`````output\nb\n`````\n",
     "``````neuron\nprint('a')\n```````\n\n`````output\na\n`````\n"),
    ("fence in the output", "```neuron\nprint('```')\n```\n",
     "```neuron\nprint('```')\n```\n\n````output\n```\n````\n"),
    ("fence in the output, below a short fence", "```neuron\nprint('x\\n`````')\n```\n\n```output\nb\n```\n",
     "```neuron\nprint('x\\n`````')\n```\n\n``````output\nx\n`````\n``````\n"),
    ("tilde fence in the output", "~~~neuron\nprint('~~~')\n~~~\n\n~~~ output\nb\n~~~\n",
     "~~~neuron\nprint('~~~')\n~~~\n\n~~~~ output\n~~~\n~~~~\n"),
    ("words after output", CELL + "\n``` output of the cell  \nb\n```  \n",
     CELL + "\n``` output of the cell  \na\n```  \n"),
    ("words after neuron", "```neuron of all\nprint('a')\n```   \nend\n",
     "```neuron of all\nprint('a')\n```   \n" + OUTPUT + "end\n"),
    ("no blank line between", CELL + "```output\nb\n```\n", CELL + "```output\na\n```\n"),
    ("many blank lines between", CELL + "\n\n \n\n```output\nb\n```\n",
     CELL + "\n\n \n\n```output\na\n```\n"),
    ("empty block", CELL + "\n```output\n```\n", CELL + OUTPUT),
    ("nothing printed", "```neuron\nx = 1\n```\n\n```output\nb\n```\n\nend\n",
     "```neuron\nx = 1\n```\n\nend\n"),
    ("nothing printed, a link's definition between",
     "```neuron\nx = 1\n```\n[l]: /u\n```output\nb\n```\n[l]\n",
     "```neuron\nx = 1\n```\n[l]: /u\n```output\n```\n[l]\n"),
    ("a link's definition between", CELL + "[l]: /u\n\n```output\nb\n```\n[l]\n",
     CELL + "[l]: /u\n\n```output\na\n```\n[l]\n"),
    ("an empty line", "```neuron\nprint()\n```\n", "```neuron\nprint()\n```\n\n```output\n\n```\n"),
    ("white space", "```neuron\nprint('  x\\t \\n\\n y')\n```\n",
     "```neuron\nprint('  x\\t \\n\\n y')\n```\n\n```output\n  x\t \n\n y\n```\n"),
    ("white space at the end of lines agrees", "```neuron\nprint('x  ')\n```\n\n```output\nx\t\n```\n",
     None),
    ("no line ending printed, and a value", "```neuron\nprint('x', end='')\n1\n```\n",
     "```neuron\nprint('x', end='')\n1\n```\n\n```output\nx\n1\n```\n"),
    ("indented fence", "  ```neuron\n  print('a')\n  ```\n\n   ```output\n   b\n  ```\n",
     "  ```neuron\n  print('a')\n  ```\n\n   ```output\n   a\n  ```\n"),
    ("indented fence, missing", "   ```neuron\n   print('a')\n   ```\n",
     "   ```neuron\n   print('a')\n   ```\n   ```output\n   a\n   ```\n"),
    ("quote", "> ```neuron\n> print('a')\n> ```\n", "> ```neuron\n> print('a')\n> ```\n>\n> ```output\n> a\n> ```\n"),
    ("quote without spaces", ">```neuron\n>print('a')\n>```\n>\n>```output\n>b\n>```\n",
     ">```neuron\n>print('a')\n>```\n>\n>```output\n> a\n>```\n"),
    ("quote in a quote", "> > ```neuron\n> > print('a')\n> > ```\n> > ```output\n> > b\n> > ```\n",
     "> > ```neuron\n> > print('a')\n> > ```\n> > ```output\n> > a\n> > ```\n"),
    ("list", "- text\n\n  ```neuron\n  print('a')\n  ```\n\n- next\n",
     "- text\n\n  ```neuron\n  print('a')\n  ```\n  ```output\n  a\n  ```\n\n- next\n"),
    ("list, cell at once", "10. ```neuron\n    print('a')\n    ```\n",
     "10. ```neuron\n    print('a')\n    ```\n    ```output\n    a\n    ```\n"),
    ("quote in a list", "- > ```neuron\n  > print('a')\n  > ```\n",
     "- > ```neuron\n  > print('a')\n  > ```\n  >\n  > ```output\n  > a\n  > ```\n"),
    ("list in a quote", "> - ```neuron\n>   print('a')\n>   ```\n>   ```output\n>   b\n>   ```\n",
     "> - ```neuron\n>   print('a')\n>   ```\n>   ```output\n>   a\n>   ```\n"),
    ("tab in a list", "-\t```neuron\n\tprint('a')\n\t```\n\n\t```output\n\tb\n\t```\n",
     "-\t```neuron\n\tprint('a')\n\t```\n\n\t```output\n\ta\n\t```\n"),
    ("comment before", "<!-- c -->\n" + CELL, "<!-- c -->\n" + CELL + OUTPUT),
    ("comment between", CELL + "<!-- c -->\n\n```output\nb\n```\n",
     CELL + OUTPUT + "<!-- c -->\n\n```output\nb\n```\n"),
    ("unclosed cell", "```neuron\nprint('a')\n", None),
    ("unclosed output", CELL + "\n```output\nb\n", None),
    ("two outputs", CELL + "\n```output\nb\n```\n\n```output\nb\n```\n",
     CELL + OUTPUT + "\n```output\nb\n```\n"),
    ("output without a cell", "```output\nb\n```\n\n" + CELL, "```output\nb\n```\n\n" + CELL + OUTPUT),
    ("not run", "```neuron\n#| eval: false\nprint('a')\n```\n\n```output\nb\n```\n", None),
    ("not shown", "```neuron\n#| output: false\nprint('a')\n```\n", None),
    ("not shown, stored", "```neuron\n#| output: false\nprint('a')\n```\n\n```output\nb\n```\n",
     "```neuron\n#| output: false\nprint('a')\n```\n\n```output\na\n```\n"),
    ("fails", "```neuron\nprint('a')\n1 / 0\n```\n\n```output\nb\n```\n", None),
    ("is to fail", "```neuron\n#| error: true\nprint('a')\n1 / 0\n```\n",
     "```neuron\n#| error: true\nprint('a')\n1 / 0\n```\n\n```output\na\nZeroDivisionError: division by zero\n```\n"),
    ("is to fail, in several lines", "```neuron\n#| error: true\nraise ValueError('a\\nb')\n```\n",
     "```neuron\n#| error: true\nraise ValueError('a\\nb')\n```\n\n```output\nValueError: a\n```\n"),
    ("is to fail, and runs", "```neuron\n#| error: true\nprint('a')\n```\n\n```output\nb\n```\n", None),
    ("wrong derivative",
     "```neuron\ndef f(x):\n    return x**2\n\ndef df_dx(x):\n    return x\n\ncheck_derivative(df_dx, of=f)\n```\n\n"
     "```output\nb\n```\n", None),
    ("after a cell that fails", "```neuron\n1 / 0\n```\n\n" + CELL, "```neuron\n1 / 0\n```\n\n" + CELL + OUTPUT),
    ("in the tolerance", "```neuron\nprint(0.1 + 0.2, 2 / 3)\n```\n\n```output\n0.3 0.667\n```\n", None),
    ("one of two in the tolerance", "```neuron\nprint(2 / 3)\nprint(1)\n```\n\n```output\n0.667\n2\n```\n",
     "```neuron\nprint(2 / 3)\nprint(1)\n```\n\n```output\n0.6666666666666666\n1\n```\n"),
    ("bytes", "```neuron\n#| tolerance: exact\nprint(2 / 3)\n```\n\n```output\n0.667\n```\n",
     "```neuron\n#| tolerance: exact\nprint(2 / 3)\n```\n\n```output\n0.6666666666666666\n```\n"),
    ("any lines", "```neuron\nfor i in range(9): print(i)\n```\n\n```output\n0\n...\n8\n```\n", None),
    ("any lines, stale below", "```neuron\nfor i in range(9): print(i)\nprint('x')\n```\n\n```output\n0\n...\n8\ny\n```\n",
     "```neuron\nfor i in range(9): print(i)\nprint('x')\n```\n\n```output\n0\n...\n8\nx\n```\n"),
    ("any lines, nothing matches", "```neuron\nprint('x')\n```\n\n```output\n0\n...\n8\n```\n",
     "```neuron\nprint('x')\n```\n\n```output\nx\n```\n"),
    ("prints an ellipsis", "```neuron\nprint('...')\nprint(1)\n```\n\n```output\n...\n2\n```\n",
     "```neuron\nprint('...')\nprint(1)\n```\n\n```output\n...\n1\n```\n"),
    ("not ASCII", "Größe 🎲\n\n```neuron\nδ = '𝜕J é́ 漢'\nprint(δ)\n```\nπ\n",
     "Größe 🎲\n\n```neuron\nδ = '𝜕J é́ 漢'\nprint(δ)\n```\n\n```output\n𝜕J é́ 漢\n```\nπ\n"),
    ("composed otherwise", "```neuron\nprint('e\\u0301')\n```\n\n```output\n\u00e9\n```\n",
     "```neuron\nprint('e\\u0301')\n```\n\n```output\ne\u0301\n```\n"),
    ("Markdown in the output", "```neuron\nprint('> q\\n- l\\n<b>\\n# h')\n```\n",
     "```neuron\nprint('> q\\n- l\\n<b>\\n# h')\n```\n\n```output\n> q\n- l\n<b>\n# h\n```\n"),
    ("NUL printed", "```neuron\nprint('a\\0b')\n```\n", "```neuron\nprint('a\\0b')\n```\n\n```output\na\ufffdb\n```\n"),
    ("carriage return printed", "```neuron\nprint('a\\rb')\n```\n",
     "```neuron\nprint('a\\rb')\n```\n\n```output\na\nb\n```\n"),
    ("a form feed and its kin", "a\x0cb\x0b\x85\u2028c\n\n" + CELL, "a\x0cb\x0b\x85\u2028c\n\n" + CELL + OUTPUT),
    ("several", (CELL + "\n") * 3 + "x = $1$\n" + CELL, (CELL + OUTPUT + "\n") * 3 + "x = $1$\n" + CELL + OUTPUT),
]

ENDINGS = ["\n", "\n", "\r\n", "\r"]
CONTAINERS = ["", "", "> ", ">", "  ", "> > ", "- ", "1. ", "> - ", "- > "]
TEXTS = ["", "text", "# Heading", "| a | b |", "$x_1$", "[l]: /u", "<!-- c -->", "~~~\nx\n~~~", "<div>\n", "a  \nb",
         "***", "    code", "[^1]: note", "![i](i.png)", "\t", "\u00a0", "\\", "&amp;", "---"]
PRINTED = ["a", "0.5", " ", "  ", "\\t", "\\n", "\\n\\n", "```", "~~~~", "> ", "- ", "...", "\\r", "\\0", "é", "\\\\",
           "$x$", "<!-- ", "1. ", "# ", "|", "[l]: /u", "</div>"]


def continued(container):
    """What the further lines of a container begin with."""
    return re.sub(r"[-1.]", " ", container)


def random_lesson(generator):
    """The pieces of a lesson that must stay, with a place for an output after each but the last; and
    its text."""
    ending = generator.choice(ENDINGS)
    pieces, text, piece = [], "", ""
    for _ in range(generator.randint(1, 4)):
        container = generator.choice(CONTAINERS)
        rest = continued(container)
        fence = generator.choice(["```", "~~~", "`````"])
        printed = "".join(generator.choice(PRINTED) for _ in range(generator.randint(0, 6)))
        for _ in range(generator.randint(0, 2)):
            piece += generator.choice(TEXTS).replace("\n", ending) + ending
        piece += ending + "".join([
            container, fence, "neuron", ending, rest, f"print('{printed}', end='')", ending, rest, fence,
            generator.choice(["", " ", "  "])])
        pieces.append(piece)
        text += piece
        if generator.random() < 0.5:
            mark = generator.choice(["```", "~~~", "``````"])
            lines = [generator.choice(["old", "...", "", "0.5"]) for _ in range(generator.randint(0, 3))]
            text += ending + "".join(
                rest + line + ending for line in [mark + "output", *lines]) + rest + mark
        piece = ending + ending
    piece += generator.choice(["", "end", "end" + ending])
    return [*pieces, piece], text + piece


def slots(pieces):
    """What a file must look like that keeps these pieces."""
    slot = (r"((?:[\r\n >\t]*(?P<f{0}>[`~]{{3,}})output[^\r\n]*(?:\r\n|\r|\n)"
            r"(?:[^\r\n]*(?:\r\n|\r|\n))*?[ >\t]*(?P=f{0}))?)")
    parts = []
    for index, piece in enumerate(pieces[:-1]):
        parts += [re.escape(piece), slot.format(index)]
    return re.compile("".join([*parts, re.escape(pieces[-1])]), re.DOTALL)


class Accepting:
    def __init__(self, neuronbook, scratch):
        self.neuronbook, self.folder = neuronbook, scratch / "lessons"
        self.failures = 0

    def fail(self, name, what, *shown):
        self.failures += 1
        print(f"{name}: {what}", *(repr(text) for text in shown), sep="\n    ")

    def run(self, *arguments):
        return subprocess.run([self.neuronbook, "verify", *arguments, str(self.folder)],
                              capture_output=True, timeout=300)

    def check(self, lessons, judge):
        """Accepts lessons, of which `judge` says by name and bytes what is wrong, if anything."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        paths = {name: self.folder / f"{index:05}.md" for index, name in enumerate(lessons)}
        for name, text in lessons.items():
            paths[name].write_bytes(text.encode())
        preview = self.run("--accept", "--dry-run").stdout
        for name, text in lessons.items():
            if paths[name].read_bytes() != text.encode():
                self.fail(name, "the dry run changed it")
        patched = self.patched(preview)
        if (code := self.run("--accept").returncode) not in (0, 1):
            self.fail("all", f"exit code {code}")
        accepted = {name: path.read_bytes() for name, path in paths.items()}
        for name, content in accepted.items():
            if problem := judge(name, content.decode()):
                self.fail(name, problem, content.decode(), lessons[name])
            if patched.get(paths[name].name) != content:
                self.fail(name, "the dry run's diff gives another file", patched.get(paths[name].name), content)
        self.run("--accept")
        for name, path in paths.items():
            if path.read_bytes() != accepted[name]:
                self.fail(name, "accepted again it changed", accepted[name], path.read_bytes())
        report = self.run().stderr.decode()
        for name, path in paths.items():
            if re.search(rf"\[output-(?:differs|not-stored)\][^\n]*\n *--> [^\n]*/{path.name}:", report):
                if not lessons[name].endswith(("```neuron\nprint('a')\n", "b\n")):
                    self.fail(name, "accepted it does not verify")

        self.check_rendering()

    def check_rendering(self):
        pages = self.folder.parent / "pages"
        shutil.rmtree(pages, ignore_errors=True)
        states = []
        for _ in range(2):
            subprocess.run([self.neuronbook, "render", "--keep-going", "-o", str(pages), str(self.folder)],
                           capture_output=True, timeout=300)
            states.append({path: (path.read_bytes(), path.stat().st_mtime_ns)
                           for path in pages.rglob("*") if path.is_file()})
        for path in sorted(states[0].keys() | states[1].keys()):
            if states[0].get(path) != states[1].get(path):
                self.fail(path.name, "rendered again it changed")
        if len(states[0]) < 2 * len(list(self.folder.iterdir())):
            self.fail("all", "not all lessons have pages")

    def patched(self, diff):
        """The files as `patch` makes them of a diff; none where there is no `patch`."""
        folder = self.folder.parent / "patched"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        diff = diff[:diff.rfind(b"checked ")]
        result = subprocess.run(["patch", "--binary", "--silent", "-p0", "-d", "/"], capture_output=True,
                                input=diff.replace(bytes(self.folder), bytes(folder)))
        if result.returncode != 0:
            self.fail("all", "patch does not take the diff", result.stdout.decode())
        return {path.name: path.read_bytes() for path in folder.iterdir()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--neuronbook", required=True)
    parser.add_argument("--count", type=int, default=1000, help="random lessons (default: 1000)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        accepting = Accepting(options.neuronbook, Path(scratch))
        expected = {name: before if after is None else after for name, before, after in CORPUS}
        accepting.check(
            {name: before for name, before, _ in CORPUS},
            lambda name, content: None if content == expected[name] else "not as expected")
        generator = random.Random(options.seed)
        pieces, lessons = {}, {}
        for number in range(options.count):
            pieces[f"random {number}"], lessons[f"random {number}"] = random_lesson(generator)
        accepting.check(
            lessons,
            lambda name, content: None if slots(pieces[name]).fullmatch(content) else "more than outputs changed")
    print(f"{len(CORPUS)} odd lessons and {options.count} random ones accepted, {accepting.failures} failures")
    return 1 if accepting.failures else 0


if __name__ == "__main__":
    sys.exit(main())

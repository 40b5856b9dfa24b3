#!/usr/bin/env python3
"""Gives neuronbook lessons that are hostile or broken, in files and folders that are.

    python3 Tests/Fuzz/bad-lessons.py --neuronbook .build-test/release/neuronbook [--only WORDS]

Each is verified, accepted (twice) and rendered (twice) within bounds of time and address space. The exit
codes and the ids of all that is reported must be those written beside it. A lesson that is not accepted
must be as it was, and one that is must be so after the first time; pages must not change the second time;
nothing may be left over. What is very large runs once.
"""
import argparse
import hashlib
import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# Of the processor; a machine that does much else may take longer by the clock.
SECONDS = 30
ADDRESS_SPACE = 4 << 30
NOBODY = 65534

CELL = "```neuron\nprint('a')\n```\n"
GOOD = "# Good\n\n" + CELL + "\n```output\na\n```\n"
TITLE = "---\ntitle: T\n---\n"


def nested(mark, depth, text):
    """A text within so many containers."""
    return "".join(f"{mark * depth}{line}\n" for line in text.splitlines())


def nested_list(depth):
    return TITLE + "".join(" " * (2 * level) + "- x\n" for level in range(depth))


# A name, the text, the exit codes of verify, accept and render, and the ids of what each reports.
# One set stands for all three. Where a text is accepted, verify afterwards gives what accept did.
TEXTS = [
    ("nothing to mind", GOOD, 0, set()),
    ("ten thousand cells", "# T\n\n" + "".join(f"```neuron\nprint({i})\n```\n\n" for i in range(10_000)),
     (0, 0, 0), ({"output-not-stored"}, set(), set())),
    ("ten thousand cells with outputs",
     "# T\n\n" + "".join(f"```neuron\nprint({i})\n```\n\n```output\n{i}\n```\n\n" for i in range(10_000)), 0, set()),
    ("ten thousand cells that fail", "# T\n\n" + "```neuron\nq\n```\n\n" * 10_000, 1, {"undefined-name"}),
    ("100 MB of prose", TITLE + "All work and no play makes a dull text. Most of it is prose.\n\n" * 1_700_000, 0, set()),
    ("100 MB of lines without text", TITLE + "\n" * 100_000_000, 0, set()),
    ("100 MB of code that is not run", TITLE + "```text\n" + "x = 1\n" * 17_000_000 + "```\n", 0, set()),
    ("300 MB", TITLE + "x" * 300_000_000, 2, {"file-too-large"}),
    ("a line of a million characters", TITLE + "x" * 1_000_000 + "\n", 0, set()),
    ("a line of a million words", TITLE + "x " * 1_000_000 + "\n", 0, set()),
    ("a million characters in a cell", "```neuron\nx = '" + "y" * 1_000_000 + "'\nlen(x)\n```\n",
     (0, 0, 0), ({"output-not-stored"}, set(), set())),
    ("a million characters stored", "```neuron\n'y' * 1000000\n```\n\n```output\n'" + "y" * 1_000_000 + "'\n```\n", 0, set()),
    ("a million characters stored, one wrong",
     "```neuron\n'y' * 1000000\n```\n\n```output\n'" + "y" * 999_999 + "z'\n```\n",
     (1, 0, 0), ({"output-differs"}, set(), set())),
    ("a million lines printed", "```neuron\nfor i in range(1000000): print(1)\n```\n",
     (0, 0, 0), ({"output-not-stored"}, set(), set())),
    ("a million lines where any may stand",
     "```neuron\nfor i in range(1000000): print(1)\n```\n\n```output\n1\n...\n2\n...\n1\n```\n",
     (1, 0, 0), ({"output-differs"}, set(), set())),
    ("too much printed", "```neuron\nwhile True: print('x' * 1000)\n```\n", 2, {"output-limit"}),
    ("a heading of a million characters", "# " + "x" * 1_000_000 + "\n\n" + GOOD, 0, set()),
    ("a title of a million characters", f"---\ntitle: {'x' * 1_000_000}\n---\n" + GOOD, 1, {"front-matter-syntax"}),
    ("quotes 10,000 deep", TITLE + nested("> ", 10_000, GOOD), 2, {"document-too-complex"}),
    ("quotes 90 deep", nested("> ", 90, GOOD), 0, set()),
    ("list marks 10,000 deep", TITLE + nested("- ", 10_000, "x"), 2, {"document-too-complex"}),
    ("lists 10,000 deep", nested_list(10_000), 2, {"document-too-complex"}),
    ("brackets 100,000 deep", TITLE + "[" * 100_000 + "x" + "]" * 100_000 + "\n", 0, set()),
    ("emphasis 100,000 deep", TITLE + "*a " * 100_000 + "\n", 0, set()),
    ("stars 100,000", TITLE + "a**" * 100_000 + "\n", 0, set()),
    ("backticks of every length", TITLE + "".join("`" * (i % 2000 + 1) + "a" for i in range(3000)) + "\n", 0, set()),
    ("images 40,000", TITLE + "![[]()" * 40_000 + "\n", 2, {"document-too-complex"}),
    ("link definitions 100,000", TITLE + "".join(f"[a{i}]: /u\n" for i in range(100_000)), 0, set()),
    ("dollars 100,000", TITLE + "$ " * 100_000 + "\n", None, None),
    ("pipes a million", TITLE + "|" * 1_000_000 + "\n" + "|-" * 500_000 + "\n", None, None),
    ("tags 100,000", TITLE + "<div>" * 100_000 + "\n", None, None),
    ("open tags 100,000", TITLE + "<a " * 100_000 + "\n", None, None),
    ("NUL in prose", TITLE + "a\0b\n\n" + GOOD, 0, set()),
    ("NUL in code", "```neuron\nx = 1\0\n```\n", 1, {"syntax-error"}),
    ("NUL in a text in code", "```neuron\nprint('a\0b')\n```\n", None, None),
    ("NUL in an output", CELL + "\n```output\na\0\n```\n", (1, 0, 0), ({"output-differs"}, set(), set())),
    ("byte order mark", "\ufeff" + GOOD, 0, set()),
    ("byte order mark inside", "# T\n\n\ufeff\n" + GOOD, 0, set()),
    ("CRLF", GOOD.replace("\n", "\r\n"), 0, set()),
    ("CR", GOOD.replace("\n", "\r"), 0, set()),
    ("mixed endings", "# T\r\r\n" + GOOD + "x\ry\r\nz\n", 0, set()),
    ("writing direction turned in prose", TITLE + "a \u202eb\u202c c\n", 0, {"bidirectional-control"}),
    ("writing direction turned in code",
     "```neuron\nprint('a')  # \u202e)'b'(tnirp\n```\n\n```output\na\n```\n", 0, {"bidirectional-control"}),
    ("writing direction turned outside a text", "```neuron\nx = \u202e1\n```\n", 1, {"syntax-error", "bidirectional-control"}),
    ("YAML of shared nodes",
     "---\na: &a [x,x]\n" + "".join(f"{b}: &{b} [*{a},*{a},*{a},*{a}]\n" for a, b in zip("abcdefghijklmnop", "bcdefghijklmnopq"))
     + "title: *q\n---\n" + GOOD, 1, {"front-matter-syntax"}),
    ("YAML of lists in lists", "---\ntitle: " + "[" * 10_000 + "]" * 10_000 + "\n---\n" + GOOD, 1, {"front-matter-syntax"}),
    ("YAML that is none", "---\ntitle: [\n---\n" + GOOD, 1, {"front-matter-syntax"}),
    ("YAML of 10,000 keys", "---\n" + "".join(f"k{i}: 1\n" for i in range(5_000)) + "---\n" + GOOD, 1, {"unknown-key"}),
    ("an unclosed front matter", "---\ntitle: T\n\n" + GOOD, None, None),
    ("an output without a cell", GOOD + "\n```output\nx\n```\n", 1, {"second-output"}),
    ("an output before any cell", "```output\nx\n```\n\n" + GOOD, 1, {"output-without-cell"}),
    ("two outputs", CELL + "\n```output\na\n```\n\ntext\n\n```output\nx\n```\n", 1, {"output-without-cell"}),
    ("a cell in a list", "- x\n\n  ```neuron\n  print('a')\n  ```\n\n  ```output\n  a\n  ```\n", 0, set()),
    ("a cell in a quote", nested("> ", 1, GOOD), 0, set()),
    ("an unclosed cell", "```neuron\nprint('a')\n", 1, {"unclosed-fence", "output-not-stored"}),
    ("an unclosed output", CELL + "\n```output\na\n", 1, {"unclosed-fence"}),
    ("an empty file", "", 2, {"not-a-lesson"}),
    ("nothing but a title", TITLE, 0, set()),
]


class Run:
    """What a command ended with, and what it reported."""

    def __init__(self, arguments, cwd, *, user=None, file_size=None, address_space=ADDRESS_SPACE):
        def bounded():
            if address_space is not None:
                resource.setrlimit(resource.RLIMIT_AS, (address_space, address_space))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
            if file_size is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))
            if user is not None and os.getuid() == 0:
                os.setgroups([])
                os.setgid(user)
                os.setuid(user)

        environment = dict(os.environ, XDG_CACHE_HOME=str(cwd / "cache"), NO_COLOR="1", HOME=str(cwd))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        try:
            result = subprocess.run(arguments, cwd=cwd, env=environment, capture_output=True,
                                    timeout=20 * SECONDS, preexec_fn=bounded)
            self.code, self.text = result.returncode, result.stderr.decode("utf-8", "replace")
        except subprocess.TimeoutExpired:
            self.code, self.text = f"no end within {20 * SECONDS} s", ""
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        self.ids = set(re.findall(r"^(?:error|warning)\[([\w-]+)\]", self.text, re.MULTILINE))


class Checking:
    def __init__(self, neuronbook, scratch, only):
        self.neuronbook, self.scratch, self.only = neuronbook, scratch, only
        self.count, self.failures, self.slowest = 0, 0, (0.0, "")

    def fail(self, name, what):
        self.failures += 1
        print(f"{name}: {what}")

    def fresh(self):
        """An empty folder that everyone may write in."""
        folder = self.scratch / "case"
        if folder.exists():
            for path in folder.rglob("*"):
                if path.is_dir() and not path.is_symlink():
                    path.chmod(0o755)
            shutil.rmtree(folder)
        folder.mkdir()
        folder.chmod(0o777)
        return folder

    def run(self, name, folder, *arguments, **bounds):
        run = Run([self.neuronbook, *arguments], folder, **bounds)
        self.slowest = max(self.slowest, (run.seconds, name))
        if not isinstance(run.code, int) or run.code not in (0, 1, 2):
            self.fail(name, f"{' '.join(arguments)}: {run.code}: {run.text[-300:]}")
        return run

    def expect(self, name, what, run, code, ids):
        if code is not None and run.code != code:
            self.fail(name, f"{what}: exit code {run.code}, not {code}: {run.text[:400]}")
        if ids is not None and run.ids != ids:
            self.fail(name, f"{what}: it reports {sorted(run.ids)}, not {sorted(ids)}: {run.text[:400]}")

    def wants(self, name):
        self.count += 1
        return self.only in name

    def check_text(self, name, text, codes, ids):
        codes = codes if isinstance(codes, tuple) else (codes,) * 3
        ids = ids if isinstance(ids, tuple) else (ids,) * 3
        folder = self.fresh()
        lesson = folder / "in" / "lesson.md"
        lesson.parent.mkdir()
        content = text.encode()
        lesson.write_bytes(content)
        verified = self.run(name, folder, "verify", "in/lesson.md")
        self.expect(name, "verify", verified, codes[0], ids[0])
        if lesson.read_bytes() != content:
            self.fail(name, "verify changed it")
        accepted = self.run(name, folder, "verify", "--accept", "in/lesson.md")
        self.expect(name, "accept", accepted, codes[1], ids[1])
        after = lesson.read_bytes()
        if codes[0] == codes[1] and ids[0] == ids[1] and codes[0] is not None and after != content:
            self.fail(name, "accept changed it")
        if len(content) < 10_000_000:
            again = self.run(name, folder, "verify", "--accept", "in/lesson.md")
            if lesson.read_bytes() != after or again.code != accepted.code:
                self.fail(name, "accepting again gives something else")
        self.check_rendering(name, folder, codes[2], ids[2])
        self.check_leftovers(name, folder)

    def check_rendering(self, name, folder, code, ids):
        rendered = self.run(name, folder, "render", "-o", "out", "in/lesson.md")
        if ids is not None:
            ids = ids - {"output-not-stored", "output-differs"}
        self.expect(name, "render", rendered, code, ids)
        pages = tree(folder / "out")
        if rendered.code == 0 and "lesson.html" not in pages:
            self.fail(name, "there is no page")
        if (folder / "in" / "lesson.md").stat().st_size < 10_000_000:
            self.run(name, folder, "render", "-o", "out", "in/lesson.md")
        if tree(folder / "out") != pages:
            self.fail(name, "rendering again gives another page")

    def check_leftovers(self, name, folder):
        for path in folder.rglob("*.neuronbook"):
            self.fail(name, f"{path.name} is left over")

    # Files and folders.

    def check_files(self):
        for case in sorted(dir(self)):
            if case.startswith("file_") and self.wants(case[5:].replace("_", " ")):
                folder = self.fresh()
                (folder / "in").mkdir()
                (folder / "in").chmod(0o777)
                name = case[5:].replace("_", " ")
                getattr(self, case)(name, folder, folder / "in")
                self.check_leftovers(name, folder)

    def file_symbolic_links_in_a_circle(self, name, folder, lessons):
        (lessons / "a.md").write_text(GOOD)
        (lessons / "up").symlink_to("..")
        (lessons / "here").symlink_to(".")
        (lessons / "x").symlink_to("y")
        (lessons / "y").symlink_to("x")
        commands = ["verify"], ["verify", "--accept"], ["render", "-o", "out"]
        for command in commands:
            self.expect(name, command[0], self.run(name, folder, *command, "in"), 0, set())
        # One with the name of a lesson might be one that is missed.
        (lessons / "self.md").symlink_to("self.md")
        for command in commands:
            for path in "in", "in/self.md":
                run = self.run(name, folder, *command, path)
                self.expect(name, command[0], run, 2, {"unreadable-file"})

    def file_a_symbolic_link_to_a_lesson(self, name, folder, lessons):
        (folder / "elsewhere").mkdir()
        target = folder / "elsewhere" / "lesson.md"
        target.write_text("# T\n\n" + CELL)
        target.chmod(0o640)
        (lessons / "link.md").symlink_to("../elsewhere/lesson.md")
        self.expect(name, "accept", self.run(name, folder, "verify", "--accept", "in"), 0, set())
        if not (lessons / "link.md").is_symlink():
            self.fail(name, "the link is replaced")
        if "```output" not in target.read_text() or target.stat().st_mode & 0o777 != 0o640:
            self.fail(name, "the lesson is not as it should be")

    def file_two_names_of_one_lesson(self, name, folder, lessons):
        (lessons / "a.md").write_text("# T\n\n" + CELL)
        (lessons / "b.md").symlink_to("a.md")
        os.link(lessons / "a.md", lessons / "c.md")
        for _ in range(2):
            self.expect(name, "accept", self.run(name, folder, "verify", "--accept", "-j", "4", "in"), 0, set())
        if (lessons / "a.md").read_text() != "# T\n\n" + CELL + "\n```output\na\n```\n":
            self.fail(name, "not accepted")

    def file_an_unreadable_lesson(self, name, folder, lessons):
        (lessons / "a.md").write_text(GOOD)
        (lessons / "b.md").write_text(GOOD)
        (lessons / "b.md").chmod(0)
        for command in ["verify"], ["verify", "--accept"], ["render", "-o", "out"]:
            run = self.run(name, folder, *command, "in", user=NOBODY)
            self.expect(name, command[0], run, 2, {"unreadable-file"})
        if not (folder / "out" / "a.html").exists():
            self.fail(name, "the other lesson has no page")

    def file_an_unreadable_folder(self, name, folder, lessons):
        (lessons / "a.md").write_text(GOOD)
        (lessons / "closed").mkdir()
        (lessons / "closed").chmod(0)
        self.expect(name, "verify", self.run(name, folder, "verify", "in", user=NOBODY), 2, {"unreadable-file"})

    def file_a_read_only_lesson(self, name, folder, lessons):
        lesson = lessons / "a.md"
        lesson.write_text("# T\n\n" + CELL)
        lesson.chmod(0o444)
        run = self.run(name, folder, "verify", "--accept", "in", user=NOBODY)
        self.expect(name, "accept", run, 2, {"unwritable-file", "output-not-stored"})
        if lesson.read_text() != "# T\n\n" + CELL:
            self.fail(name, "it was changed")

    def file_a_read_only_folder(self, name, folder, lessons):
        lesson = lessons / "a.md"
        lesson.write_text("# T\n\n" + CELL)
        lesson.chmod(0o666)
        lessons.chmod(0o555)
        run = self.run(name, folder, "verify", "--accept", "in", user=NOBODY)
        self.expect(name, "accept", run, 2, {"unwritable-file", "output-not-stored"})
        if lesson.read_text() != "# T\n\n" + CELL:
            self.fail(name, "it was changed")
        (folder / "out").mkdir()
        (folder / "out").chmod(0o555)
        run = self.run(name, folder, "render", "-o", "out", "in", user=NOBODY)
        self.expect(name, "render", run, 2, {"unwritable-file"})

    def file_no_cache_to_write_to(self, name, folder, lessons):
        (lessons / "a.md").write_text(GOOD + "\n$x^2$\n")
        (folder / "cache").write_text("in the way")
        self.expect(name, "verify", self.run(name, folder, "verify", "in", address_space=None), 0, set())

    def file_no_addresses_for_formulas(self, name, folder, lessons):
        (lessons / "a.md").write_text(GOOD + "\n$x^2$\n")
        for command in ["verify"], ["render", "-o", "out"]:
            self.expect(name, command[0], self.run(name, folder, *command, "in"), 0, {"math-unavailable"})

    def file_a_limit_of_file_size(self, name, folder, lessons):
        lesson = lessons / "a.md"
        text = "# T\n\n" + "x" * 5000 + "\n\n" + CELL
        lesson.write_text(text)
        run = self.run(name, folder, "verify", "--accept", "in", file_size=4096)
        self.expect(name, "accept", run, 2, {"unwritable-file", "output-not-stored"})
        if lesson.read_text() != text:
            self.fail(name, "it was changed")
        run = self.run(name, folder, "render", "-o", "out", "in", file_size=4096)
        self.expect(name, "render", run, 2, {"unwritable-file"})

    def file_what_is_no_file(self, name, folder, lessons):
        (lessons / "a.md").write_text(GOOD)
        (lessons / "folder.md").mkdir()
        (lessons / "zero.md").symlink_to("/dev/zero")
        (lessons / "nowhere.md").symlink_to("nothing")
        os.mkfifo(lessons / "pipe.md")
        with socket.socket(socket.AF_UNIX) as server:
            here = os.getcwd()
            os.chdir(lessons)
            server.bind("socket.md")
            os.chdir(here)
            run = self.run(name, folder, "verify", "in")
        self.expect(name, "verify", run, 2, {"unreadable-file"})

    def file_names_of_every_kind(self, name, folder, lessons):
        for file in ["a b.md", "ü.md", "a\nb.md", "-j.md", "'\".md", "$HOME.md", "a%20b.md", "<b>.md", "x" * 240 + ".md",
                     "\u202ea.md", "a..md", "#.md", "?.md", "*.md", "a\\b.md"]:
            (lessons / file).write_text("# T\n\n" + CELL)
        self.expect(name, "accept", self.run(name, folder, "verify", "--accept", "in"), None, None)
        for path in lessons.iterdir():
            if path.name.startswith("x"):
                continue
            if "```output" not in path.read_text():
                self.fail(name, f"{path.name!r} is not accepted")
        self.expect(name, "render", self.run(name, folder, "render", "-o", "out", "in"), None, None)

    def file_a_name_that_is_not_UTF8(self, name, folder, lessons):
        (lessons / "a.md").write_text(GOOD)
        with open(bytes(lessons) + b"/\xff.md", "w") as file:
            file.write("# T\n\n" + CELL)
        run = self.run(name, folder, "verify", "--accept", "in")
        if run.code not in (0, 2) or run.code == 2 and run.ids != {"unreadable-file"}:
            self.fail(name, f"exit code {run.code}: {run.text[:300]}")

    def file_another_encoding(self, name, folder, lessons):
        (lessons / "a.md").write_bytes(GOOD.encode("utf-16"))
        (lessons / "b.md").write_bytes(b"# T\n\n" + CELL.encode() + b"\xe9\n")
        (lessons / "c.md").write_bytes(b"# T\n\n" + CELL.encode() + b"\xed\xa0\x80\n")
        before = tree(lessons)
        for command in ["verify"], ["verify", "--accept"], ["render", "-o", "out"]:
            self.expect(name, command[0], self.run(name, folder, *command, "in"), 2, {"not-utf-8"})
        if tree(lessons) != before:
            self.fail(name, "it was changed")

    def file_a_change_meanwhile(self, name, folder, lessons):
        """The lesson is saved by someone else while its cell runs."""
        lesson = lessons / "a.md"
        text = "# T\n\n```neuron\nx = 0\nfor i in range(100000000):\n    x += i\nx\n```\n"
        lesson.write_text(text)
        environment = dict(os.environ, XDG_CACHE_HOME=str(folder / "cache"))
        for change in (lambda: lesson.write_text(text + "saved\n"), lambda: lesson.unlink()):
            process = subprocess.Popen(
                [self.neuronbook, "verify", "--accept", "in/a.md"], cwd=folder, env=environment,
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            time.sleep(0.5)
            change()
            expected = lesson.read_text() if lesson.exists() else None
            errors = process.communicate(timeout=20 * SECONDS)[1].decode()
            if process.returncode != 2 or "changed-file" not in errors:
                self.fail(name, f"exit code {process.returncode}: {errors}")
            if (lesson.read_text() if lesson.exists() else None) != expected:
                self.fail(name, "the change is lost")

    def file_thousands_of_folders(self, name, folder, lessons):
        path = lessons
        for _ in range(200):
            path = path / "deeper"
            path.mkdir()
        (path / "a.md").write_text(GOOD)
        self.expect(name, "verify", self.run(name, folder, "verify", "in"), 0, set())


def tree(folder):
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).digest()
            for path in folder.rglob("*") if path.is_file()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--neuronbook", required=True)
    parser.add_argument("--only", default="", help="those whose name holds this")
    options = parser.parse_args()
    # Writing beyond a limit of file size must be an error and no signal.
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    with tempfile.TemporaryDirectory() as scratch:
        os.chmod(scratch, 0o755)
        checking = Checking(str(Path(options.neuronbook).resolve()), Path(scratch), options.only)
        for name, text, codes, ids in TEXTS:
            if checking.wants(name):
                checking.check_text(name, text, codes, ids)
        checking.check_files()
        checking.fresh()
    seconds, slowest = checking.slowest
    print(f"{checking.count} bad lessons, {checking.failures} failures, the slowest took {seconds:.1f} s ({slowest})")
    return 1 if checking.failures else 0


if __name__ == "__main__":
    sys.exit(main())

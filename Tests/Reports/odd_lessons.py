"""A small set of lessons, most of them faulty, whose names and texts are hard to put into a report."""

import os

FENCE = "```"


def cell(code, stored=None):
    text = f"{FENCE}neuron\n{code}\n{FENCE}\n"
    return text if stored is None else f"{text}\n{FENCE}output\n{stored}\n{FENCE}\n"


PLAIN = "# Plain\n\n`{neuron} 6 * 7:.1f`\n\n" + cell("#| label: six\nprint(6 * 7)", "42") + "\n" + cell("#| eval: false\nprint(1)")

# A chain of calls, and a later cell that stops because of it.
CALLS = (
    "# Über 100 % & <más>\n\n"
    + cell("def f(x):\n    return x / 0\n\ndef g(x):\n    return f(x)\n\nq = g('é😀')")
    + "\n> "
    + cell("print(q)").replace("\n", "\n> ").rstrip("> ")
)

# What a log, an XML parser or a template would obey.
HOSTILE = (
    "# Hostile\n\n"
    + cell("raise ValueError('a]]>\\x1b[31m\\x00\\n::error::b\\n##[group]c {0} [d](1) \\u202e%0A&amp;<e>')")
)

STALE = "# Stale\n\n" + cell("#| lable: x\nprint('😀 é', 2.5)", "😀 é 2.6") + "\n" + cell("1 + 1")

ENDLESS = "# Endless\n\n" + cell("while True: pass") + "\n" + cell("print(2)", "2")

LESSONS = {
    "plain.md": PLAIN.encode(),
    "ordner mit leerzeichen/ünï%41 & 'q' \"d\".md": CALLS.replace("\n", "\r\n").encode(),
    "a,b:c;#?.md": HOSTILE.encode(),
    "tab\tand\x01.md": b"\xef\xbb\xbf" + STALE.encode(),
    "日本/😀.md": ENDLESS.encode(),
    "not-text.md": b"# x\n\n```neuron\n\xff\n```\n",
    "README.md": b"# No lesson\n",
}


def write(folder):
    for name, text in LESSONS.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(text)

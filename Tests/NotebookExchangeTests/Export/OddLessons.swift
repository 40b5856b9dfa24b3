/// Lessons that are written as few people write them, each with what is odd about it.
let oddLessons: [(name: String, text: String)] = [
  ("nothing but a title", "---\ntitle: A\n---\n"),
  ("no last line ending", "```neuron\n1\n```\n\n```output\n1\n```"),
  ("front matter without a blank line", "---\ntitle: A\n---\nText\n```neuron\n1\n```\n"),
  ("front matter that ends in dots", "--- \ntitle: A\n...\t\n\n\n# A\n\n\n\n"),
  ("a byte order mark", "\u{FEFF}---\ntitle: A\n---\n\nText\n"),
  ("a byte order mark before a cell", "\u{FEFF}```neuron\n1\n```\n"),
  ("blank lines first", "\n \n\t\n```neuron\n1\n```\n"),
  ("carriage returns", "---\r\ntitle: A\r\n---\r\n\r\nText\r\n\r\n```neuron\r\n1\r\n```\r\n"),
  ("old carriage returns", "Text\r\r```neuron\rx = 1\rx\r```\r\r```output\r1\r```\r"),
  ("mixed line endings", "Text\r\n\nmore\r\n```neuron\n1\r\n2\n```\r\n\n```output\n1\n```\n"),
  ("tildes", "~~~neuron\n1\n~~~\n\n~~~~output\n1\n~~~~~\n"),
  ("a long fence", "`````neuron\n1\n`````\n\n````output\n1\n````\n"),
  ("fences of different lengths", "```neuron\n1\n```````  \n"),
  ("more than a name after the fence", "```neuron extra words\n1\n```\n```   output  x\n1\n```\n"),
  (
    "indented fences",
    "  ```neuron\n  x = 1\n    y = 2\n z = 3\n   ```\n\n   ```output\n   1\n```\n"
  ),
  ("tabs in an indented fence", "  ```neuron\n\tx = 1\n  #| a\n  ```\n"),
  (
    "options",
    "```neuron\n#| label: loss\n#| echo: false\n#|error: true\nx = 1\n#| no option\n```\n"
  ),
  ("options in an indented fence", " ```neuron\n #| label: loss\n#| echo: false\nx = 1\n ```\n"),
  ("only options", "```neuron\n#| label: loss\n```\n"),
  ("an empty cell", "```neuron\n```\n"),
  ("a cell of a blank line", "```neuron\n\n```\n"),
  ("a cell that ends in blank lines", "```neuron\nx = 1\n\n\n```\n"),
  ("backticks in a cell", "````neuron\n'```'\n````\n\n```output\n'``'\n```\n"),
  (
    "cells without a line between",
    "```neuron\n1\n```\n```output\n1\n```\n```neuron\n2\n```\nText\n"
  ),
  ("cells far apart", "```neuron\n1\n```\n\n\n\n```output\n1\n```\n \n\n\n```neuron\n2\n```\n\n\n"),
  ("a cell below a heading of one line", "# A\n```neuron\n1\n```\nB\n===\n```neuron\n2\n```\n"),
  ("a cell in a list", "- one\n\n  ```neuron\n  1\n  ```\n\n  ```output\n  1\n  ```\n- two\n"),
  (
    "a cell in a quote",
    "> ```neuron\n> 1\n> ```\n>\n> ```output\n> 1\n> ```\n\n```neuron\n2\n```\n"
  ),
  ("a cell after a list", "- one\n```neuron\n1\n```\n- two\n"),
  ("an output without a cell", "Text\n\n```output\n1\n```\n\n```neuron\n1\n```\n"),
  ("two outputs", "```neuron\n1\n```\n```output\n1\n```\n```output\n2\n```\n"),
  ("an unclosed cell", "```neuron\n1\n"),
  ("an unclosed output", "```neuron\n1\n```\n\n```output\n1\n\n2\n"),
  ("an empty output", "```neuron\n1\n```\n\n```output\n```\n"),
  ("an output that elides", "```neuron\n1\n```\n\n```output\n...\n1\n```\n"),
  ("an output with spaces at its end", "```neuron\n1\n```\n\n```output\n1  \n\n```\n"),
  ("other code", "```python\n1\n```\n\n    indented\n\n```neuron\n1\n```\n\n    indented\n"),
  ("an indented block before a cell", "Text\n\n    code\n```neuron\n1\n```\n"),
  ("formulas", "$x$ \\(y\\) \\[z\\] $$ a $$\n\n\\begin{align}a\\end{align}\n\n```neuron\n1\n```\n"),
  ("raw HTML before a cell", "<div>\n\n```neuron\n1\n```\n\n</div>\n"),
  ("an HTML comment around a cell", "<!--\n```neuron\n1\n```\n-->\n```neuron\n2\n```\n"),
  ("references", "[a][b]\n\n```neuron\n1\n```\n\n[b]: https://example.org \"c\"\n"),
  ("rules instead of front matter", "***\n\n```neuron\n1\n```\n\n---\n\nText\n\n---\n"),
  ("a rule first", "---\n\nText\n\n```neuron\n1\n```\n"),
  ("NUL", "a\0b\n\n```neuron\n'\0'\n```\n\n```output\n\0\n```\n"),
  (
    "separators of other alphabets", "a\u{2028}b\u{85}c\n\n```neuron\n'\u{2029}\u{0B}\u{0C}'\n```\n"
  ),
  (
    "accents in two forms",
    "e\u{301} \u{E9}\n\n```neuron\n'e\u{301}'\n```\n\n```output\n'\u{E9}'\n```\n"
  ),
  (
    "labels that are no names",
    "```neuron\n#| label: die Größe\n1\n```\n```neuron\n#| label: ''\n2\n```\n"
  ),
  ("a label twice", "```neuron\n#| label: a\n1\n```\n```neuron\n#| label: a\n2\n```\n"),
  ("a label of another cell's name", "Text\n\n```neuron\n#| label: text-1\n1\n```\n"),
  (
    "inline values",
    "`{neuron} 1` ``{neuron} f(`)`` `{neuron}`\n\n> `{neuron}\n> 2`\n\n- `{neuron} 3`\n"
  ),
  (
    "tables and notes",
    "| `{neuron} 1` | \\(x\\) |\n|--|--|\n| $a$ | b |\n\na[^1]\n\n[^1]: `{neuron} 2`\n"
  ),
  ("spaces after text", "Text  \n\n```neuron\n1\n```\nText \t "),
  (
    "a definition before an output",
    "[a]\n\n```neuron\n1\n```\n\n[a]: b\n\n```output\n1\n```\n"
  ),
]

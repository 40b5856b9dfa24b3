#!/usr/bin/env python3
"""Measures how long many lessons take to render: cold, and with their formulas typeset before.

    python3 Tests/Benchmarks/rendering.py --neuronbook .build-test/release/neuronbook

Writes distinct lessons, each with some twenty formulas that no other has, cells, outputs and a plot, and
renders them into an empty folder with an empty cache, then with the cache that this left, then once more
over the pages. Prints the best time of some runs and the split by stages that `--timings` gives.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DEFAULT = Path(__file__).resolve().parents[2] / ".build-test" / "release" / "neuronbook"

FORMULAS = [
    r"$z_{@} = w_{@}x + b_{@}$",
    r"$\sigma(z_{@}) = \frac{1}{1 + e^{-z_{@}}}$",
    r"$\frac{\partial J_{@}}{\partial w}$",
    r"$\eta_{@} = 0.@$",
    r"$(w_{@}, b_{@})$",
    r"$x_{@}^2 + y_{@}^2$",
    r"$\hat{y}_{@}$",
    r"$\sigma'(z_{@}) = \sigma(z_{@})(1 - \sigma(z_{@}))$",
    r"$\theta_{@} \in \mathbb{R}^{@}$",
    r"$\lVert w_{@} \rVert$",
    r"$\lim_{h \to 0} \frac{f(@ + h) - f(@)}{h}$",
    r"$a_{@} \cdot b$",
    r"$$J_{@}(w, b) = \sum_{i=1}^{@} (y_i - \sigma(z(w, b)))^2$$",
    r"$$\frac{\partial J_{@}}{\partial w} = \frac{\partial J_{@}}{\partial \sigma} \cdot "
    r"\frac{\partial \sigma}{\partial z} \cdot \frac{\partial z}{\partial w}$$",
    r"$$\frac{\partial J_{@}}{\partial b} = 2(\sigma(z) - y) \cdot \sigma(z)(1 - \sigma(z)) \cdot 1$$",
    r"$$W_{@} = \begin{pmatrix} w_{11} & w_{12} \\ w_{21} & @ \end{pmatrix}$$",
    r"$$\nabla J_{@} = \left(\frac{\partial J}{\partial w}, \frac{\partial J}{\partial b}\right)$$",
    r"$$w_{@} \leftarrow w - \eta \frac{\partial J}{\partial w}$$",
    r"$$\text{ReLU}_{@}(x) = \begin{cases} x & x > @ \\ 0 & \text{else} \end{cases}$$",
    r"$$\sqrt{\frac{1}{@}\sum_{i} (x_i - \bar{x}_{@})^2}$$",
]

SENTENCE = (
    "The weight of example @ acts on the cost only through the functions around it, so that its "
    "derivative is a product of what each of them does on the way, from the outside in: {}. "
)

CELLS = """
```neuron
import numpy as np
import matplotlib.pyplot as plt

def sigmoid(t):
    return 1 / (1 + np.exp(-t))

def z(x, w, b):
    return w * x + b

def l(x, w, b, y):
    return (y - sigmoid(z(x, w, b))) ** 2

backprop(l, x=2, w=0.@, b=.3, y=0)
```

```neuron
#| fig-alt: The loss over the steps
w, losses = 0.@, []
for step in range(50):
    losses.append(l(2, w, .3, 0))
    w -= 0.1 * grad(l, wrt="w")(2, w, .3, 0)
plt.plot(losses)
plt.show()
```

```neuron
np.linspace(0, @, 12).reshape(3, 4)
```
"""


def lesson(number):
    text = f"---\ntitle: Lesson {number}\norder: {number}\n---\n\n# Lesson {number}\n"
    for index, formula in enumerate(FORMULAS):
        if index % 4 == 0:
            text += f"\n## Part {index // 4 + 1}\n"
        text += "\n" + SENTENCE.format(formula) + "\n"
    return (text + CELLS).replace("@", str(number))


def render(neuronbook, lessons, output, cache):
    """Seconds, and what the program printed."""
    start = time.perf_counter()
    run = subprocess.run(
        [neuronbook, "render", "--timings", str(lessons), "-o", str(output)],
        env=dict(os.environ, XDG_CACHE_HOME=str(cache)), capture_output=True, text=True)
    seconds = time.perf_counter() - start
    if run.returncode != 0:
        sys.exit(f"a lesson of the benchmark does not render\n{run.stdout}{run.stderr}")
    return seconds, run.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--neuronbook", default=str(DEFAULT), metavar="PATH")
    parser.add_argument("--count", type=int, default=100, help="lessons (default: 100)")
    parser.add_argument("--runs", type=int, default=3, help="the best of so many (default: 3)")
    parser.add_argument("--keep", metavar="FOLDER", help="write all there, and keep it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(options.keep or scratch)
        lessons, output, cache = scratch / "lessons", scratch / "pages", scratch / "cache"
        lessons.mkdir(parents=True, exist_ok=True)
        for number in range(1, options.count + 1):
            (lessons / f"lesson-{number:03}.md").write_text(lesson(number))
        results = {"cold": [], "formulas kept": [], "nothing to do": []}
        for _ in range(options.runs):
            for state in results:
                if state == "cold":
                    shutil.rmtree(cache, ignore_errors=True)
                if state != "nothing to do":
                    shutil.rmtree(output, ignore_errors=True)
                results[state].append(render(options.neuronbook, lessons, output, cache))
        pages = list(output.glob("lesson-*.html"))
        size = sum(page.stat().st_size for page in pages) / len(pages)
    print(f"{len(pages)} pages of {size / 1000:.0f} kB, {len(FORMULAS)} formulas each")
    for state, runs in results.items():
        seconds, printed = min(runs)
        print(f"\n{state}: {seconds:.2f} s\n{printed.strip()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

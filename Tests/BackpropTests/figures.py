#!/usr/bin/env python3
"""Writes NumPyFigures.swift: what NumPy gives for the cases of ArrayKernelTests.

    NPY_DISABLE_CPU_FEATURES="..." python3 figures.py     as the differential tests run it

Needs NumPy 2 and mpmath. Products are those of OpenBLAS on a processor with AVX-512.
"""

import os

import mpmath
import numpy as np

mpmath.mp.prec = 200


def numbers(shape, start=17):
    """The elements that `numbers` of ArrayKernelTests has."""
    places = np.arange(int(np.prod(shape)))
    return (((places * 7919 + start) % 10007 - 5003) / 997).reshape(shape)


def irregular(shape):
    """Elements of matrices of full rank."""
    places = np.arange(int(np.prod(shape)))
    return ((places * places * 31 + places * 17 + 7) % 101 - 50).reshape(shape) / 7


VIEWS = {
    "plain": lambda a: a,
    "transposed": lambda a: a.T,
    "backwards": lambda a: a[::-1],
    "everySecond": lambda a: a[..., ::2],
    "swapped": lambda a: a.swapaxes(0, min(1, a.ndim - 1)),
}


def text(x):
    return float(x).hex()


def some(a):
    """Seven elements spread over an array in row-major order, or all of fewer."""
    flat = np.ravel(a)
    count = flat.size
    if count <= 7:
        return "[" + ", ".join(text(x) for x in flat) + "]"
    return "[" + ", ".join(text(flat[j * (count - 1) // 6]) for j in range(7)) + "]"


def sums():
    for shape in [(9,), (1000,), (20000,), (3, 4), (100, 7), (90, 300), (20, 9000), (5, 6, 7),
                  (30, 40, 50), (10, 11, 12, 13)]:
        for name, view in VIEWS.items():
            array = view(numbers(shape))
            for axes in [tuple(range(len(shape)))] + [(axis,) for axis in range(len(shape))]:
                yield f'  ({list(shape)}, .{name}, {list(axes)}, {some(array.sum(axis=axes))}),'


def products():
    for rows, inner, columns in [(2, 2, 2), (5, 4, 3), (10, 20, 30), (64, 784, 128), (32, 64, 10),
                                 (7, 17, 11), (6, 500, 5), (200, 2, 1), (1, 50, 9), (1, 100, 1)]:
        for left in ["plain", "transposed"]:
            for right in ["plain", "transposed"]:
                a = numbers((rows, inner)) if left == "plain" else numbers((inner, rows)).T
                b = (numbers((inner, columns), 5) if right == "plain"
                     else numbers((columns, inner), 5).T)
                yield (f'  (.{left}, .{right}, {rows}, {inner}, {columns}, {some(a @ b)}),')


def nearest(function, points):
    for x in points:
        yield f"  ({text(x)}, {text(function(mpmath.mpf(float(x))))}),"


def table(name, kind, lines):
    return f"let {name}: [{kind}] = [\n" + "\n".join(lines) + "\n]\n"


def main():
    random = np.random.RandomState(4)
    points = np.concatenate([random.uniform(-20, 20, 60), random.randn(60), 10.0 ** -np.arange(9)])
    far = np.concatenate([random.uniform(-700, 709, 60), random.randn(60)])
    ties = np.argsort(np.arange(300) * 7 % 5)
    symmetric = irregular((5, 5)) + irregular((5, 5)).T
    u, s, vt = np.linalg.svd(irregular((4, 6)))
    parts = [
        "// Written by figures.py.\n// swift-format-ignore-file\n",
        table("numPySums", "(shape: [Int], view: View, axes: [Int], some: [Double])", sums()),
        table("numPyProducts",
              "(left: View, right: View, rows: Int, inner: Int, columns: Int, some: [Double])",
              products()),
        "/// exp of the first, rounded once.\n"
        + table("nearestExp", "(x: Double, value: Double)", nearest(mpmath.exp, far)),
        "/// tanh of the first, rounded once.\n"
        + table("nearestTanh", "(x: Double, value: Double)", nearest(mpmath.tanh, points)),
        f"let numPyUnstableOrder: [Int] = {list(map(int, ties))}\n",
        f"let numPyEigenvalues: [Double] = {list(map(float, np.linalg.eigh(symmetric)[0]))}\n",
        f"let numPyEigenvectors: [Double] = "
        f"{list(map(float, np.linalg.eigh(symmetric)[1].ravel()))}\n",
        f"let numPySingularVectors: (u: [Double], values: [Double], vt: [Double]) = (\n"
        f"  {list(map(float, u.ravel()))},\n  {list(map(float, s))},\n"
        f"  {list(map(float, vt.ravel()))}\n)\n",
    ]
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "NumPyFigures.swift")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(parts))


if __name__ == "__main__":
    main()

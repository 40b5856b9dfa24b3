#!/usr/bin/env python3
"""Hostile programs, each of which must end in the diagnostic that is named, in bounded memory and time.

    python3 hostile.py --neuronbook .build/release/neuronbook

Each runs in a process of its own that has no more than ADDRESS_SPACE, which holds the program itself, the
stack of its thread and what the values may take. A crash, an exit by a signal, a missing diagnostic and a
run that takes too long are failures. Where the name is empty, the program ends well.
"""

import argparse
import re
import resource
import subprocess
import sys
import time

ADDRESS_SPACE = 1 << 30
SECONDS = 60
LIMITS = ["--max-steps", "3000000", "--max-memory", "64"]

PROGRAMS = [
    ('class A:\n  def __repr__(self): return repr(self)\nprint(A())', 'recursion-limit'),
    ("class A:\n  def __repr__(self): return f'{[self]}'\nprint(A())", 'recursion-limit'),
    ('class A:\n  def __eq__(self, o): return self == o\nA() == A()', 'recursion-limit'),
    ('class A:\n  def __hash__(self): return hash(self)\n{A(): 1}', 'recursion-limit'),
    ('class A:\n  def __lt__(self, o): return sorted([self, o])\nsorted([A(), A()])', 'recursion-limit'),
    ('class A:\n  @property\n  def p(self): return self.p\nA().p', 'recursion-limit'),
    ('class A:\n  def __getattr__(self, n): return getattr(self, n)\nA().x', 'recursion-limit'),
    ('class A:\n  def __call__(self): return self()\nA()()', 'recursion-limit'),
    ('class A:\n  def __iter__(self): return iter(self)\nlist(A())', 'recursion-limit'),
    ('class A:\n  def __getitem__(self, i): return i\nlist(A())', 'step-limit'),
    ('def g():\n  while True: yield 1\nlist(g())', 'step-limit'),
    ("def g():\n  while True: yield 'x' * 100\n''.join(g())", 'step-limit'),
    ('def g():\n  while True: yield 1\nset(g())', 'step-limit'),
    ('def g():\n  while True: yield 1\nsum(g())', 'step-limit'),
    ('def g():\n  i = 0\n  while True:\n    i += 1\n    yield i\nset(g())', 'step-limit'),
    ('def g():\n  i = 0\n  while True:\n    i += 1\n    yield i, i\ndict(g())', 'step-limit'),
    ('def g():\n  yield from g()\nlist(g())', 'recursion-limit'),
    ('def g(n):\n  yield n\n  yield from g(n + 1)\nfor x in g(0): pass', 'step-limit'),
    ('g = (x for x in [1])\nfor i in range(10**5): g = (x for x in g)\nprint(next(g))', 'recursion-limit'),
    ('sum([[0]] * 10**6, [])', 'memory-limit'),
    ('e = None\nfor i in range(10**6):\n  try:\n    raise ValueError(i) from e\n  except ValueError as x: e = x\nraise e', 'step-limit'),
    ("e = None\ndef f():\n  global e\n  try: raise ValueError\n  except ValueError as x: e = x\n  for i in range(10**6):\n    try:\n      raise e\n    except ValueError: pass\nf()\nprint('well')", 'step-limit'),
    ('class A: pass\nfor i in range(10**4):\n  class A(A): pass\nprint(A().x)', 'memory-limit'),
    ("C = object\nfor i in range(10**4): C = type('C', (C,), {})\nprint(isinstance(C(), int))", 'memory-limit'),
    ('def f():\n  try: f()\n  finally: f()\nf()', 'step-limit'),
    ('def f():\n  try: f()\n  except RecursionError: f()\nf()', 'step-limit'),
    ('while True:\n  try:\n    while True: pass\n  except BaseException: pass', 'step-limit'),
    ("while True:\n  try:\n    'a' * 10**12\n  except BaseException: pass", 'memory-limit'),
    ("a = []\ntry:\n  while True: a.append('x' * 1000)\nfinally:\n  while True: a.append('x' * 1000)", 'step-limit'),
    ('x = {}\nfor i in range(10**5): x = {1: x}\nprint(x)', 'recursion-limit'),
    ('x = frozenset()\nfor i in range(10**5): x = frozenset([x])\nhash(x)', ''),
    ('a = [3, 2, 1]\nclass K:\n  def __lt__(self, o):\n    a.clear()\n    return True\na[:] = [K() for i in range(10)]\na.sort()', ''),
    ('d = {}\nclass K:\n  def __hash__(self): return 1\n  def __eq__(self, o):\n    d.clear()\n    return False\nfor i in range(100): d[K()] = i\nprint(len(d))', ''),
    ('d = {}\nclass K:\n  def __hash__(self): return 1\n  def __eq__(self, o):\n    d[K()] = 1\n    return False\nd[K()] = 1\nd[K()] = 2', 'recursion-limit'),
    ('s = set()\nclass K:\n  def __hash__(self): return 1\n  def __eq__(self, o):\n    s.clear()\n    return False\nfor i in range(100): s.add(K())\nprint(len(s))', ''),
    ('class K:\n  def __hash__(self): return 1\n  def __eq__(self, o): return False\nd = {}\nfor i in range(10**5): d[K()] = i', 'step-limit'),
    ('def g():\n  x = yield\n  while True: x = yield x\ng1 = g()\nnext(g1)\ng1.send(g1)\nprint(type(next(g1)))', ''),
    ('class A:\n  def __init__(self): self.a = A()\nA()', 'recursion-limit'),
    ("class A:\n  def __index__(self): return 10**12\n'a' * A()", 'memory-limit'),
    ("class A:\n  def __format__(self, s): return 'a' * 10**12\nf'{A()}'", 'memory-limit'),
    ('class A:\n  def __str__(self): return str(self)\nprint(A())', 'recursion-limit'),
    ('class A:\n  def __bool__(self): return not self\nif A(): pass', 'recursion-limit'),
    ('class A:\n  def __contains__(self, x): return x in self\n1 in A()', 'recursion-limit'),
    ('class A:\n  def __add__(self, o): return o + self\n  __radd__ = __add__\nA() + A()', 'recursion-limit'),
    ('class A:\n  def __setattr__(self, n, v): self.x = v\nA().x = 1', 'recursion-limit'),
    ('class A:\n  def __new__(cls): return cls()\nA()', 'recursion-limit'),
    ('class A:\n  def __init_subclass__(cls):\n    class B(A): pass\nclass B(A): pass', 'recursion-limit'),
    ('def d(f): return d(f)\n@d\ndef f(): pass', 'recursion-limit'),
    ("'%s' % ('x' * 10**7,) * 10**5", 'memory-limit'),
    ("'{0}{0}{0}{0}{0}{0}{0}{0}'.format('x' * 10**7) * 1000", 'memory-limit'),
    ('import itertools\nlist(itertools.count())', 'step-limit'),
    ('import itertools\nlist(itertools.product(range(1000), repeat=5))', 'step-limit'),
    ('import itertools\nlist(itertools.permutations(range(100)))', 'step-limit'),
    ('import itertools\nitertools.combinations(range(10**9), 3)', 'memory-limit'),
    ("import collections\ncollections.Counter('a' * 10**9)", 'memory-limit'),
    ('import collections\nd = collections.deque(range(10**9))', 'step-limit'),
    ('import functools\nf = lambda x: x\nfor i in range(10**5): f = functools.partial(f)\nf(1)', ''),
    ('import functools\n@functools.lru_cache(None)\ndef f(n): return f(n + 1)\nf(0)', 'recursion-limit'),
    ('import random\nrandom.seed(1)\nrandom.sample(range(10**12), 10**10)', 'memory-limit'),
    ('import random\nrandom.seed(1)\nrandom.choices([1], k=10**12)', 'step-limit'),
    ('[1, 2].sort(key=lambda x: [0] * 10**12)', 'memory-limit'),
    ('print(*range(10**9))', 'memory-limit'),
    ('a, *b = range(10**10)', 'memory-limit'),
    ('f = lambda *a: a\nf(*range(10**9))', 'memory-limit'),
    ('{**{str(i): i for i in range(10**8)}}', 'step-limit'),
    ('str(2**100000000)', 'step-limit'),
    ('round(10**100000, -99999)', 'step-limit'),
    ("x = 'a'\nfor i in range(100): x = x.replace('a', 'aa')", 'memory-limit'),
    ("x = 'ab' * 10**6\nfor i in range(10**6): x.split('a')", 'memory-limit'),
    ("type('X' * 10**8, (), {})", 'memory-limit'),
    ("try:\n  raise ValueError('x' * 10**8)\nexcept ValueError as e:\n  raise KeyError(e, e, e)", 'memory-limit'),
    ('e = ValueError()\nfor i in range(10**5): e = ValueError(e)\nprint(e)', 'recursion-limit'),
    ('e = ValueError()\ne.args = (e,)\nprint(repr(e))', 'recursion-limit'),
    ('def f(): pass\nf.f = f\nprint(f.f.f.__name__)', ''),
    ('class A:\n  def __getitem__(self, i): return self[i]\nA()[0]', 'recursion-limit'),
    ('class A:\n  def __next__(self): return next(self)\n  def __iter__(self): return self\nfor x in A(): pass', 'recursion-limit'),
    ('class A(list):\n  def __repr__(self): return super().__repr__()\na = A()\na.append(a)\nprint(a)', 'recursion-limit'),
    ('class A(dict):\n  def __missing__(self, k): return self[k]\nA()[1]', 'recursion-limit'),
    ('class A:\n  def __set_name__(self, o, n): setattr(o, n, A()); getattr(o, n).__set_name__(o, n)\nclass B:\n  a = A()', 'uncaught-exception'),
    ('import functools\nclass F:\n  __name__ = 5\n  def __call__(self, o): return 1\nclass A:\n  p = functools.cached_property(F())\nprint(A().p)', ''),
    ('import typing\nl = []\nl.append(l)\ntyping.Callable[l, int]', ''),
    ('import random\nrandom.seed(1)\nrandom.sample(range(2**62), 2**61)', 'memory-limit'),
    ('import random\nrandom.seed(1)\nrandom.choices([1], k=2**62)', 'step-limit'),
    ("import random\nrandom.seed(1)\nrandom.gammavariate(float('nan'), 1)", 'step-limit'),
    ("import random\nrandom.seed(1)\nrandom.gammavariate(float('inf'), 1)", 'step-limit'),
    ("import random\nrandom.seed(1)\nrandom.vonmisesvariate(0, float('nan'))", 'step-limit'),
    ("import random\nrandom.seed(1)\nrandom.betavariate(float('inf'), 1)", 'step-limit'),
    ('import itertools\nitertools.tee([1], 2**60)', 'memory-limit'),
    ('import itertools\nitertools.combinations_with_replacement([1], 2**62)', 'memory-limit'),
    ('import collections\ncollections.deque([1, 2], maxlen=2**63 - 1) * 2**62', 'memory-limit'),
    ('import collections\ncollections.deque([1, 2]) * 2**63', 'memory-limit'),
    ("import collections\nc = collections.ChainMap()\nc.maps.append(c)\nc['a']", 'recursion-limit'),
    ('import collections\nc = collections.ChainMap()\nc.maps.append(c)\nprint(c)', 'recursion-limit'),
    ("import collections\nc = collections.ChainMap()\nc.maps[0] = c\nc['a'] = 1", 'recursion-limit'),
    ('import collections\nc = collections.ChainMap()\nc.maps[0] = c\nlist(c)', 'uncaught-exception'),
    ('import collections\nc = collections.ChainMap()\nc.maps[0] = c\nlen(c)', 'uncaught-exception'),
    ('import collections\nc = collections.ChainMap()\nc.maps[0] = c\nbool(c)', 'recursion-limit'),
    ("import collections\ncollections.namedtuple('a', ['f%d' % i for i in range(10**4)])", ''),
    # Nesting in the text.
    ("[" * 100000, "too-deeply-nested"),
    ("(" * 100000 + ")" * 100000, "too-deeply-nested"),
    ("-" * 100000 + "1", "too-deeply-nested"),
    ("x = " + "1 + " * 100000 + "1", "too-deeply-nested"),
    ("a" + ".b" * 100000, "too-deeply-nested"),
    ("f" + "()" * 100000, "too-deeply-nested"),
    ("lambda: " * 100000 + "1", "too-deeply-nested"),
    ("not " * 100000 + "1", "too-deeply-nested"),
    ("".join(" " * depth + "if 1:\n" for depth in range(200)) + " " * 200 + "pass", "too-deeply-nested"),
    ("f'" + "{f\"{" * 200 + "1", "syntax-error"),
    ("x = " + "9" * 5000, "syntax-error"),
    # What is known from elsewhere to hurt.
    ("'a' * 10**12", "memory-limit"),
    ("10**10**10", "memory-limit"),
    ("x = []\nx.append(x)\nprint(x)", ""),
    ("x = '" + "a" * 10**6 + "'\nprint(len(x))", ""),
]

# The same with arrays and derivatives, after `import numpy as np`.
ARRAY_PROGRAMS = [
    ('np.zeros(10**12)', 'memory-limit'),
    ('np.zeros((2**62,2**62))', 'memory-limit'),
    ('np.zeros(-1)', 'uncaught-exception'),
    ('np.arange(10**13)', 'memory-limit'),
    ('np.ones((10**6,1)) + np.ones(10**6)', 'memory-limit'),
    ('np.linspace(0,1,10**12)', 'memory-limit'),
    ('np.eye(10**7)', 'memory-limit'),
    ('np.array([[1]*10**4]*10**4)', 'step-limit'),
    ('np.zeros((10**5,10**5)) @ np.zeros((10**5,10**5))', 'memory-limit'),
    ('np.repeat(np.zeros(10), 10**11)', 'memory-limit'),
    ('np.tile(np.zeros(10), 10**11)', 'step-limit'),
    ('np.random.seed(1); np.random.rand(10**12)', 'memory-limit'),
    ('np.random.seed(1); np.random.permutation(10**12)', 'memory-limit'),
    ('np.outer(np.ones(10**6), np.ones(10**6))', 'memory-limit'),
    ('np.pad(np.zeros(3), 10**12)', 'step-limit'),
    ('np.broadcast_to(np.zeros(1), (10**9, 10**9)).copy()', 'step-limit'),
    ('a=[];a.append(a);np.array(a)', 'uncaught-exception'),
    ('np.meshgrid(*[np.arange(1000)]*8)', 'memory-limit'),
    ('np.zeros((1,)*70)', 'uncaught-exception'),
    ("np.einsum('i,j,k,l->ijkl',*[np.ones(1000)]*4)", 'memory-limit'),
    ('np.kron(np.ones((10**4,10**4)),np.ones((10**4,10**4)))', 'memory-limit'),
    ('np.full((3,3), 10**30)', 'uncaught-exception'),
    ('np.zeros(3)[10**30]', 'uncaught-exception'),
    ('np.zeros(3).reshape(-1, 2**62)', 'uncaught-exception'),
    ('np.zeros((0, 2**62, 2**62))', 'memory-limit'),
    ('np.vander(np.ones(10**5), 10**6)', 'memory-limit'),
    ('np.random.seed(1); np.random.choice(10**12, 5, replace=False)', 'memory-limit'),
    ('np.histogram(np.ones(5), bins=10**12)', 'memory-limit'),
    ('np.unravel_index(5, (2**62, 2**62))', 'memory-limit'),
    ('np.bincount(np.array([10**12]))', 'step-limit'),
    ('np.zeros(10)[np.zeros(10**9, dtype=int)]', 'memory-limit'),
    ('print(np.zeros((10,)*12))', 'memory-limit'),
    ('np.set_printoptions(threshold=10**12); print(np.zeros(10**7))', 'memory-limit'),
    ('str(np.zeros(10**6).tolist())', 'step-limit'),
    ('x=np.zeros(3)\nwhile True: x = x + 1', 'step-limit'),
    ('while True: np.zeros(10**6)', 'step-limit'),
    ('l=[]\nwhile True: l.append(np.zeros(10**6))', 'memory-limit'),
    ('np.convolve(np.ones(10**6), np.ones(10**6))', 'step-limit'),
    ('grad(lambda x: np.sum(np.ones((10**5,10**4))*x))(1.0)', 'memory-limit'),
    ('def f(x):\n  y=x\n  while True: y=y*x\ngrad(f)(np.ones(1000))', 'step-limit'),
    ('jacobian(lambda x: x)(np.ones(10**5))', 'memory-limit'),
    ('hessian(lambda x: (x**2).sum())(np.ones(10**4))', 'memory-limit'),
    ('np.linalg.inv(np.eye(3000)+1)', 'memory-limit'),
    ('np.linalg.svd(np.ones((2000,2000)))', 'step-limit'),
    ('np.random.seed(1); np.random.poisson(1e18, 5)', ''),
    ('np.random.default_rng(1).integers(0, 2**70)', 'uncaught-exception'),
    ('np.random.seed(1); np.random.binomial(10**18, .5, 10)', ''),
    ('np.power(np.arange(10**6), 10**9)', ''),
    ('np.c_[0:1:10**12*1j]', 'unsupported-syntax'),
    ('np.prod(np.zeros((3,0)), axis=5)', 'uncaught-exception'),
    ('np.arange(0, 1, 1e-300)', 'uncaught-exception'),
    ('np.arange(0, 10, -1)', ''),
    ('np.linspace(0,1,-5)', 'uncaught-exception'),
    ('np.sort(np.zeros((2**31, 0)))', ''),
    ('np.array2string(np.zeros(3), precision=10**9)', ''),
    ('np.format_float_positional(1.0, precision=10**9)', ''),
    ('np.polyfit(np.arange(10**4), np.arange(10**4), 5000)', 'memory-limit'),
    ('a=np.zeros(3)\nwhile True: a += 1', 'step-limit'),
    ('a=np.zeros(3)\nwhile True: a[0] = a[1]', 'step-limit'),
    ('x=np.float64(1)\nwhile True: x = x*1.5', 'step-limit'),
    ('l=[np.zeros(3)]\nwhile True: l.append(l[-1][:])', 'step-limit'),
    ('grad(grad(grad(lambda x: np.prod(x**x))))(np.ones(3))', 'uncaught-exception'),
    ('f=lambda x: x.sum()\nfor i in range(100): f=grad(f)\nf(np.ones(3))', 'uncaught-exception'),
    ('def f(x): return grad(f)(x)\nf(1.0)', 'recursion-limit'),
    ('def f(x): return backprop(f, x).value\nf(1.0)', 'uncaught-exception'),
    ('v, p = vjp(lambda x: x*x, np.ones(10**5))\nl=[]\nwhile True: l.append(vjp(lambda x: x*x, np.ones(10**4)))', 'memory-limit'),
    ('check_derivative(lambda x: 1, of=lambda x: f(x))', 'uncaught-exception'),
    ("def f(x):\n  while True: pass\ncheck_derivative(f, of=f, wrt='x')", 'step-limit'),
    ('print(np.arange(10**7).reshape(10,-1).tolist())', 'memory-limit'),
    ('np.random.seed(1)\nwhile True: np.random.rand(3)', 'step-limit'),
    ('np.array([np.zeros(10**4)]*10**5)', 'memory-limit'),
    ('s=np.zeros(10**6)\nl=[s+i for i in range(1000)]', 'memory-limit'),
    ("np.einsum('i'*1000, np.zeros(3))", 'uncaught-exception'),
    ('np.linalg.matrix_power(np.eye(100), 10**18)', 'step-limit'),
    ('np.linalg.eigvals(np.full((3,3), np.nan))', 'uncaught-exception'),
    ('np.linalg.svd(np.full((3,3), np.inf))', 'uncaught-exception'),
    ('a=np.zeros((3,3)); a.shape=(2**62,4)', 'uncaught-exception'),
    ('np.lib.stride_tricks.as_strided(np.zeros(3), (10**9,))', 'uncaught-exception'),
    ('np.zeros(3).repeat(-1)', 'uncaught-exception'),
    ('np.insert(np.zeros(3), 10**18, 1)', 'uncaught-exception'),
    ('np.roll(np.zeros(3), 2**63)', 'uncaught-exception'),
    ('np.zeros((2,)*64)', 'memory-limit'),
    ('x=np.ones((2,)*25)\nprint(x)', 'memory-limit'),
    ('np.interp(np.ones(10**6), [], [])', 'uncaught-exception'),
    ("f'{np.zeros(3):>1000000000}'", 'uncaught-exception'),
    ("f'{np.float64(1):>100000000000}'", 'memory-limit'),
]


def bounded():
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def end_of(text, neuronbook):
    """The rule that ended a program; empty when it ended well."""
    try:
        result = subprocess.run(
            [neuronbook, "run", "-", *LIMITS], input=text.encode(), capture_output=True, timeout=SECONDS, preexec_fn=bounded)
    except subprocess.TimeoutExpired:
        return f"no end within {SECONDS} s"
    if result.returncode not in (0, 1, 2):
        return f"exit code {result.returncode}"
    found = re.search(r"^error\[([\w-]+)\]", result.stderr.decode("utf-8", "replace"), re.MULTILINE)
    return found[1] if found else ""


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--neuronbook", required=True)
    options = options.parse_args()
    failed = 0
    slowest = 0.0
    programs = PROGRAMS + [("import numpy as np\n" + text, end) for text, end in ARRAY_PROGRAMS]
    for text, expected in programs:
        start = time.monotonic()
        end = end_of(text, options.neuronbook)
        slowest = max(slowest, time.monotonic() - start)
        if end != expected:
            failed += 1
            print(f"{text[:300]}\n  ended in {end or 'peace'}, not in {expected or 'peace'}")
    print(f"{len(programs)} hostile programs, {failed} failed, the slowest took {slowest:.1f} s")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

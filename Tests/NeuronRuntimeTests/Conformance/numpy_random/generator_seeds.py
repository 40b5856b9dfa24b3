import numpy as np
from numpy.random import PCG64, MT19937, Generator, SeedSequence, default_rng

for seed in [0, 1, 2**32, 2**64 + 5, 10**40, True, [1, 2], (1, 2), [], [[1, 2], [3]], range(3), np.array([7, 8]), [2**40, 3], list(range(9))]:
    rng = default_rng(seed)
    print(rng.random(), rng.integers(100), rng.standard_normal())
print(Generator(PCG64(5)).random() == default_rng(5).random(), default_rng(PCG64(5)).random(), default_rng(SeedSequence(5)).random())
mersenne = Generator(MT19937(5))
print(mersenne.random(), mersenne.standard_normal(2), mersenne.integers(0, 2**40, 2))
# Two generators of one source share its numbers.
bits = PCG64(1)
a, b = Generator(bits), Generator(bits)
rng = default_rng(1)
print([a.random(), b.random(), a.random()] == [rng.random(), rng.random(), rng.random()], a.bit_generator is b.bit_generator)
seeds = SeedSequence(12)
print(seeds, seeds.entropy, seeds.spawn_key, SeedSequence([1, 2], spawn_key=(3,)))
print([default_rng(child).random() for child in seeds.spawn(3)], seeds.spawn(1), seeds.n_children_spawned)
rng = default_rng(3)
print([child.random() for child in rng.spawn(2)], [child.integers(10) for child in rng.spawn(2)], rng.bit_generator.seed_seq)
for call in [
    lambda: default_rng(-1),
    lambda: default_rng(1.5),
    lambda: default_rng("a"),
    lambda: default_rng([1, -2]),
    lambda: default_rng([1.5]),
    lambda: default_rng({1: 2}),
    lambda: default_rng(1, 2),
    lambda: default_rng(foo=1),
    lambda: Generator(1),
    lambda: Generator(),
    lambda: PCG64(1, 2),
    lambda: PCG64(-1),
    lambda: SeedSequence(1, 2),
]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

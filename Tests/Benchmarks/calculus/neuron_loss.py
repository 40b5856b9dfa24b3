# The loss of one neuron alone, sample by sample: what a gradient is compared with.
import math


def loss(w, b, x, y):
    return (y - 1 / (1 + math.exp(-(w * x + b)))) ** 2


w, b = 0.3, 0.3
total = 0.0
for step in range(STEPS):
    x = step % 7 * 0.5 - 1.5
    total += loss(w, b, x, 1.0 if x > 0 else 0.0)
print(total)

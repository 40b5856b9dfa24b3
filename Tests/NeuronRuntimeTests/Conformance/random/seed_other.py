import random

for seed in [1.5, -0.25, 3.0, 1e300, "", "neuron", "σ(x)", "a" * 300]:
    random.seed(seed)
    print(random.random(), random.getrandbits(16))
random.seed("neuron", version=1)
print(random.random())
random.seed(a=5)
print(random.random())

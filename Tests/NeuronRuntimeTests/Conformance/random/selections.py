import random

random.seed(11)
print([random.choice("abcdef") for _ in range(10)], random.choice(range(100)), random.choice((1,)))
names = list(range(20))
print(random.shuffle(names), names)
print(random.sample(range(10), 4), random.sample("hello", 5), random.sample([], 0))
print(random.sample(range(10**9), 6), random.sample(list(range(100)), 30))
print(random.sample(["r", "b"], counts=[4, 2], k=5))
print(random.choices("xyz", k=8), random.choices([1, 2, 3], weights=[1, 5, 2], k=10))
print(random.choices([1, 2, 3], [0.1, 0.2, 0.7], k=6), random.choices("ab", cum_weights=[3, 4], k=6))
print(random.choices([1], k=0), random.choices([1, 2], weights=[1, 0]))

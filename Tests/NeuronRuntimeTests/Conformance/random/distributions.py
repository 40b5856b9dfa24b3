import random

random.seed(2024)
for name, arguments in [
    ("uniform", (-1, 1)), ("uniform", (2.5, 2.5)), ("gauss", (0, 1)), ("gauss", (5, 0.5)),
    ("gauss", ()), ("normalvariate", (1, 2)), ("normalvariate", ()), ("expovariate", (1.5,)),
    ("triangular", ()), ("triangular", (1, 5)), ("triangular", (1, 5, 2)), ("triangular", (2, 2, 2)),
    ("betavariate", (2, 3)), ("gammavariate", (2.5, 1)), ("gammavariate", (1, 2)),
    ("gammavariate", (0.4, 2)), ("lognormvariate", (0, 0.5)), ("vonmisesvariate", (1, 4)),
    ("vonmisesvariate", (0, 0)), ("paretovariate", (3,)), ("weibullvariate", (1, 1.5)),
]:
    print(name, arguments, [getattr(random, name)(*arguments) for _ in range(6)])

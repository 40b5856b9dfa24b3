import numpy as np

# Enough of each to meet the rare branches: tails, corners of strips, rejections.
np.set_printoptions(precision=17)
for make in [np.random.RandomState, np.random.default_rng]:
    for name, parameters in [
        ("standard_normal", []), ("standard_exponential", []), ("standard_gamma", [0.3]), ("standard_gamma", [2.5]),
        ("beta", [0.4, 0.6]), ("beta", [3, 0.5]), ("laplace", []), ("logistic", []), ("gumbel", []), ("standard_t", [2]),
        ("wald", [1, 3]), ("triangular", [0, 1, 3]), ("weibull", [0.7]), ("power", [0.7]), ("pareto", [1.5]),
        ("poisson", [4]), ("poisson", [40]), ("binomial", [20, 0.4]), ("binomial", [500, 0.4]), ("binomial", [500, 0.9]),
        ("geometric", [0.4]), ("geometric", [0.01]), ("rayleigh", []), ("chisquare", [1.5]), ("f", [2, 3]),
    ]:
        draws = getattr(make(2024), name)(*parameters, size=20_000)
        print(name, parameters, draws[[0, 9_999, 19_998, 19_999]], draws.min(), draws.max())

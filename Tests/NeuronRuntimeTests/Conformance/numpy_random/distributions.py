import numpy as np

np.set_printoptions(precision=17)
for owner in [np.random.RandomState(11), np.random.default_rng(11)]:
    print(owner.beta(0.5, 0.7), owner.beta(2, 3, 3), owner.beta(1e-4, 1e-4, 2))
    print(owner.chisquare(3), owner.chisquare(0.5, 2))
    print(owner.exponential(), owner.exponential(2), owner.exponential(scale=3, size=3))
    print(owner.f(3, 5), owner.gamma(2.5), owner.gamma(0.3, 2, 3), owner.gamma(1, size=2))
    print(owner.gumbel(), owner.gumbel(1, 2, 2), owner.laplace(), owner.laplace(1, 2, 3))
    print(owner.logistic(), owner.logistic(1, 2, 2), owner.lognormal(), owner.lognormal(0, 0.5, 2))
    print(owner.pareto(3), owner.pareto(2, 2), owner.power(3), owner.power(0.5, 2))
    print(owner.rayleigh(), owner.rayleigh(2, 2), owner.wald(1, 2), owner.weibull(1.5), owner.weibull(0, 2))
    print(owner.standard_cauchy(), owner.standard_exponential(), owner.standard_exponential(2))
    print(owner.standard_gamma(0), owner.standard_gamma(0.4), owner.standard_gamma(4, 2), owner.standard_t(3))
    print(owner.triangular(0, 1, 4), owner.triangular(-1, -1, 2, 3), owner.triangular(0, 2, 2))
    print(owner.normal(3, 0), owner.uniform(2, 2), owner.normal(float("nan")), owner.exponential(0))

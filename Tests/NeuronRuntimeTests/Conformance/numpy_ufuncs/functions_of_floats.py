import numpy as np


def show(action):
    try:
        result = action()
        print(repr(result), type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


a = np.arange(6).reshape(2, 3)

show(lambda: np.sqrt(4))
show(lambda: np.sqrt([1, 4, 9]))
show(lambda: np.sqrt(-1))
show(lambda: np.exp(a))
show(lambda: np.exp(800))
show(lambda: np.log([-1, 0, 1]))
show(lambda: np.log2(8))
show(lambda: np.log10([1, 100]))
show(lambda: np.log1p(0.5))
show(lambda: np.expm1([0, 1e-10]))
show(lambda: np.sin(a))
show(lambda: np.cos([0.0, np.pi]))
show(lambda: np.tan(0.5))
show(lambda: np.arcsin([0, 1, 2]))
show(lambda: np.arctan([-1, 0, 1]))
show(lambda: np.arctan2([1, -1], [0, 2]))
show(lambda: np.hypot(3, [4, 5]))
show(lambda: np.sinh([0.5]))
show(lambda: np.tanh([0.5, -100]))
show(lambda: np.arctanh([0, 1]))
show(lambda: np.cbrt([8, -27]))
show(lambda: np.fabs(-a))
show(lambda: np.deg2rad(180))
show(lambda: np.rad2deg(np.pi))
show(lambda: np.radians([90, 180]))
show(lambda: np.degrees([1.0]))
show(lambda: np.logaddexp(1, [2, 800]))
show(lambda: np.copysign(1, [-2, 2]))
show(lambda: np.nextafter(1, 2))
show(lambda: np.heaviside([-1, 0, 1], 0.5))
show(lambda: np.square(1.5))
show(lambda: np.reciprocal(2.0))
show(lambda: np.reciprocal([0.0, 4]))
show(lambda: np.sqrt(np.zeros((0, 2))).shape)

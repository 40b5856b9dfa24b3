import numpy as np


def run(change):
    a = np.arange(6).reshape(2, 3).copy()
    v = np.arange(3)
    f = np.zeros(3)
    try:
        change(a, v, f)
        print(a, v, f)
    except Exception as error:
        print(type(error).__name__, error)


def change0(a, v, f):
    a[[0, 1], [0, 1]] = 5


def change1(a, v, f):
    a[[0, 1], [0, 1]] = [7, 8]


def change2(a, v, f):
    a[[0, 0], [0, 0]] = [1, 2]


def change3(a, v, f):
    a[[0, 0], [0, 0]] += 1


def change4(a, v, f):
    a[[0, 1]] = 1


def change5(a, v, f):
    a[[0, 1]] = [[1], [2]]


def change6(a, v, f):
    a[:, [0, 2]] = 0


def change7(a, v, f):
    a[:, [0, 1]] = a[:, [1, 0]]


def change8(a, v, f):
    v[[0, 1]] = v[[1, 0]]


def change9(a, v, f):
    a[a > 2] = 0


def change10(a, v, f):
    a[a > 2] = [1, 2, 3]


def change11(a, v, f):
    a[a > 2] *= 10


def change12(a, v, f):
    a[a > 100] = 5


def change13(a, v, f):
    a[[True, False]] = 9


def change14(a, v, f):
    a[:, [True, False, True]] = 9


def change15(a, v, f):
    a[a > 2] = f.sum()


def change16(a, v, f):
    a[[]] = 3


def change17(a, v, f):
    a[True] = 5


def change18(a, v, f):
    a[False] = 5


def change19(a, v, f):
    a[0, True] = 5


def change20(a, v, f):
    v[v > 0] = v[v > 0][::-1]


def change21(a, v, f):
    f[np.array([0, 2])] = [1.5, 2.5]


def change22(a, v, f):
    a.T[[0, 1]] = 4


for change in [
    change0,
    change1,
    change2,
    change3,
    change4,
    change5,
    change6,
    change7,
    change8,
    change9,
    change10,
    change11,
    change12,
    change13,
    change14,
    change15,
    change16,
    change17,
    change18,
    change19,
    change20,
    change21,
    change22,
]:
    run(change)

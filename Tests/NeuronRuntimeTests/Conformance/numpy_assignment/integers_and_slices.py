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
    a[0] = 9


def change1(a, v, f):
    a[0, 1] = 9.7


def change2(a, v, f):
    a[0] = [7, 8, 9]


def change3(a, v, f):
    a[0] = (1, 2, 3)


def change4(a, v, f):
    a[0] = range(3)


def change5(a, v, f):
    a[:, 0] = [1, 2]


def change6(a, v, f):
    a[:] = 7


def change7(a, v, f):
    a[...] = 8


def change8(a, v, f):
    a[()] = 3


def change9(a, v, f):
    a[1:, 1:] = 0


def change10(a, v, f):
    a[::-1] = a.copy()


def change11(a, v, f):
    a[0] = a[1]


def change12(a, v, f):
    a[1:] = a[:1]


def change13(a, v, f):
    v[1:] = v[:-1]


def change14(a, v, f):
    v[:-1] = v[1:]


def change15(a, v, f):
    a[:, ::-1] = [[1, 2, 3], [4, 5, 6]]


def change16(a, v, f):
    a[0:0] = 5


def change17(a, v, f):
    a[5:] = 1


def change18(a, v, f):
    a[None] = 5


def change19(a, v, f):
    a[np.newaxis, 0, :] = 5


def change20(a, v, f):
    a[0, 0] = True


def change21(a, v, f):
    a[0, 0] = np.array([3])


def change22(a, v, f):
    a.T[0] = 9


def change23(a, v, f):
    f[0] = 2**70


def change24(a, v, f):
    f[:] = a[0]


def change25(a, v, f):
    f[1] = '1.5'


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
    change23,
    change24,
    change25,
]:
    run(change)

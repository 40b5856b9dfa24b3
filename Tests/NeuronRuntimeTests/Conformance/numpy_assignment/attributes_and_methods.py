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
    a.fill(7)


def change1(a, v, f):
    a.fill(2.7)


def change2(a, v, f):
    a.shape = (3, 2)


def change3(a, v, f):
    a.shape = -1


def change4(a, v, f):
    a.shape = (4,)


def change5(a, v, f):
    a.size = 3


def change6(a, v, f):
    a.T = 3


def change7(a, v, f):
    a.foo = 3


def change8(a, v, f):
    a.flat[0] = 9


def change9(a, v, f):
    a.flat[2:4] = [8, 9]


def change10(a, v, f):
    a.flat[[0, 5]] = 7


def change11(a, v, f):
    a.flat = 3


def change12(a, v, f):
    a.real = 5


def change13(a, v, f):
    a[0][1] = 50


def change14(a, v, f):
    a.reshape(-1)[0] = 99


def change15(a, v, f):
    a.ravel()[0] = 99


def change16(a, v, f):
    a.flatten()[0] = 99


def change17(a, v, f):
    a.put([0, 4], [9, 8])


def change18(a, v, f):
    a[:, ::-1].sort()


def change19(a, v, f):
    a.sort(axis=0)


def change20(a, v, f):
    a.flags.writeable = False; a[0] = 1


def change21(a, v, f):
    a.flags.writeable = False; a += 1


def change22(a, v, f):
    a.setflags(write=False); a[0] = 1


def change23(a, v, f):
    w = np.broadcast_to(v, (2, 3)); w[0] = 1


def change24(a, v, f):
    w = np.broadcast_to(v, (2, 3)); w += 1


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
]:
    run(change)

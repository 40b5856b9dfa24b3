import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LinearSegmentedColormap, ListedColormap

print(list(plt.colormaps) == plt.colormaps(), len(plt.colormaps), plt.colormaps()[:4])
for name in plt.colormaps():
    cmap = plt.get_cmap(name)
    print(cmap.name, cmap.N, cmap(-0.5), cmap(0.0), cmap(0.123), cmap(0.5), cmap(0.77), cmap(1.0))
    print(cmap(0), cmap(7), cmap(cmap.N - 1), cmap(400), cmap(-3), cmap(float('nan')))
    table = cmap(np.arange(cmap.N))
    print(table.shape, repr(float(table.sum())), repr(float((table * np.arange(1, cmap.N + 1)[:, None]).sum())))

for name in ['viridis', 'coolwarm', 'Spectral', 'jet', 'hot', 'twilight', 'gnuplot', 'cubehelix_r']:
    for row in plt.colormaps[name](np.linspace(-0.1, 1.1, 41)).tolist():
        print(row)

x = np.array([[0.0, 0.25], [np.nan, 2.0]])
for cmap in (plt.cm.viridis, plt.cm.Blues, mpl.colormaps['RdBu_r'], mpl.cm.tab10):
    print(cmap(x).shape, cmap(x))
    print(cmap(x, alpha=0.3), cmap(x, alpha=[[0.1, 0.2], [0.3, 4]]))
    print(cmap(x, bytes=True), cmap(0.3, bytes=True), cmap(0.3, alpha=0.5, bytes=True))
    print(cmap(np.array([0, 3, 9, 300])), cmap([0.1, 0.9]), cmap(True), cmap(0.2, 0.4))
print(plt.cm.viridis(np.float64(0.5)), plt.cm.viridis(np.int64(5)), plt.cm.viridis(0.5)[:3])
print(plt.cm.viridis([]).shape, plt.cm.viridis(np.zeros((2, 0, 3))).shape)
print(plt.cm.tab10.colors, plt.cm.Set2.colors[1], plt.cm.viridis.colors[:2], len(plt.cm.magma.colors))

cmap = plt.get_cmap('viridis', 5)
print(cmap.N, cmap.name, cmap(0.1), cmap(2), cmap(np.linspace(0, 1, 7)))
cmap = plt.cm.coolwarm.resampled(4)
print(cmap.N, cmap(range(4)), cmap.reversed()(0), cmap.reversed().name)
print(plt.cm.tab10.resampled(3)(np.arange(3)), plt.get_cmap().name, plt.get_cmap(cmap) is cmap)

own = ListedColormap(['r', 'g', '#1122ee80', 'tab:orange', (0.1, 0.2, 0.3), 'C3', '0.25', 'k', 'w'])
print(own.N, own.name, own(np.arange(10)), own.colors[0], own(0.99), own == ListedColormap(['r']))
fade = LinearSegmentedColormap.from_list('fade', ['white', 'darkblue', (1, 0, 0, 0.5)])
print(fade.N, fade.name, fade(0.0), fade(0.3), fade(0.5), fade(0.9), fade(1.0))
fade = LinearSegmentedColormap.from_list('f', [(0, 'm'), (0.2, 'y'), (1, 'c')], N=7, gamma=2.0)
print(fade(np.arange(7)), fade.reversed()(np.arange(7)))
other = plt.cm.viridis.with_extremes(bad='red', under=(0, 0, 0), over='0.5')
print(other(-1.0), other(2.0), other(np.nan), other.get_bad(), other.get_under(), other.get_over())
print(plt.cm.viridis(-1.0), other.reversed()(-1.0), other.reversed()(np.nan, alpha=0.2))
mpl.colormaps.register(fade, name='mine')
print('mine' in mpl.colormaps, 'nope' in plt.colormaps, plt.get_cmap('mine')(3), len(plt.colormaps))
plt.imshow([[1, 2]], cmap='mine')
plt.close()
for attempt in (lambda: plt.colormaps['nope'], lambda: plt.cm.nope, lambda: plt.get_cmap('nope'),
                lambda: plt.cm.jet([1, 2], alpha=[0.5])):
    try:
        attempt()
    except Exception as problem:
        print(type(problem).__name__)
plt.set_cmap('hot')
print(plt.get_cmap().name)

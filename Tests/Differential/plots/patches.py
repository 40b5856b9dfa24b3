import matplotlib.patches as mpatches
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.lines import Line2D


def show(ax):
    print([round(float(v), 9) for v in (*ax.get_xlim(), *ax.get_ylim())])


fig, ax = plt.subplots()
ax.add_patch(plt.Circle((0.5, 0.5), 2))
show(ax)
ax.autoscale_view()
show(ax)
fig, ax = plt.subplots()
ax.add_patch(mpatches.Rectangle((1, 2), 3, 4, fill=False, edgecolor='r', linewidth=2))
ax.plot([0, 2], [0, 1])
show(ax)
fig, ax = plt.subplots()
for layer, size in enumerate([3, 4, 2]):
    for unit in range(size):
        ax.add_patch(plt.Circle((layer, unit - size / 2), 0.2, color='C0', ec='k', zorder=4))
ax.axis('equal')
ax.axis('off')
show(ax)
fig, ax = plt.subplots()
ax.add_patch(mpatches.Polygon([(0, 0), (2, 1), (1, 3)], closed=True, alpha=0.4))
ax.add_patch(mpatches.Ellipse((1, 1), 4, 2, facecolor='none', edgecolor='g'))
ax.autoscale()
show(ax)
fig, ax = plt.subplots()
ax.add_line(Line2D([0, 4], [1, 3], color='r'))
ax.autoscale_view()
show(ax)
fig, ax = plt.subplots()
x = np.arange(5)
ax.stackplot(x, x, x**2, labels=['a', 'b'])
ax.legend(loc='upper left')
show(ax)
plt.stackplot(x, np.vstack([x, 2 * x, x]))
show(plt.gca())
ax.legend(handles=[mpatches.Patch(color='red', label='one'), Line2D([0], [0], label='two')])
show(ax)
for attempt in (lambda: plt.Circle(), lambda: ax.stackplot(x, [1, 2])):
    try:
        attempt()
    except Exception as problem:
        print(type(problem).__name__)
plt.close('all')

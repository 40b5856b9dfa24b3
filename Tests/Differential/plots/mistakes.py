import matplotlib.pyplot as plt

mistakes = [
    lambda: plt.plot([1, 2], [1, 2, 3]), lambda: plt.plot([1], [2], 'zz'),
    lambda: plt.scatter([1, 2], [1]), lambda: plt.plot([1, 2], colour='r'),
    lambda: plt.imshow([1, 2, 3]), lambda: plt.contourf([1, 2, 3]), lambda: plt.colorbar(),
    lambda: plt.subplot(2, 2, 5), lambda: plt.scatter([1, 2], [3, 4], c=[1, 2, 3]),
    lambda: plt.hist([1, 2], bins=0), lambda: plt.axis('foo'), lambda: plt.bar([1, 2, 3], [1, 2]),
    lambda: plt.plot([1, 2], 'r--b'), lambda: plt.plot([1, 2], '--:'), lambda: plt.plot([1], 'ox'),
    lambda: plt.contour([[1]]), lambda: plt.contourf([[1, 2], [3, 4]], levels=[3, 2]),
    lambda: plt.figure(figsize=(-1, 2)),
    lambda: plt.plot([1], alpha=2),
    lambda: plt.contour([1, 2, 3], [1, 2], [[1, 2], [3, 4]]),
    lambda: plt.grid(True, which='all'), lambda: plt.grid(True, axis='z'),
    lambda: plt.margins(-0.5),
]
for mistake in mistakes:
    try:
        mistake()
        print('fine')
    except Exception as error:
        print(type(error).__name__, error)
    plt.close('all')

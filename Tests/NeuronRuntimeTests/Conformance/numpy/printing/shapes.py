import numpy as np

print(np.array([[1, -20], [300, 4]]))
print(repr(np.array([[1, -20], [300, 4]])))
print(np.array([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]))
print(repr(np.array([[[[1.5, 2]], [[3, 4]]], [[[5, 6]], [[7, 8]]]])))
print(np.array([True, False]), repr(np.array([[True], [False]])))
print(np.array(5), repr(np.array(5)), np.array(2.50), repr(np.array(1 / 3)), np.array(1 / 3), repr(np.array(True)), np.array(False))
for empty in [np.array([]), np.array([[], []]), np.array([[]]), np.zeros((0, 3)), np.zeros((2, 0, 4))]:
    print(empty, repr(empty))
print([np.array([1.0, 2.0]), np.array([[1], [2]])])
print({'w': np.array([0.5]), 'b': np.array(2)}, (np.array([1]),))
print(f"{np.array([1.5, 2])} {np.array([1.5, 2])!r}", "%s|%r" % (np.array([1]), np.array([2])), str(np.array([3])) + "!")

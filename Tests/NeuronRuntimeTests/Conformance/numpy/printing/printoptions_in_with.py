import numpy as np

a = np.array([1 / 3, 20.0])
with np.printoptions(precision=2, sign='+') as options:
    print(a, options['precision'], options['sign'])
    with np.printoptions(floatmode='fixed'):
        print(a)
    print(a)
print(a)
try:
    with np.printoptions(precision=1):
        print(a)
        raise ValueError('left early')
except ValueError as error:
    print(error, a)
np.set_printoptions(formatter={'float': lambda x: 'x'})
with np.printoptions(precision=3):
    print(a)
print(a)
np.set_printoptions(override_repr=lambda array: f"<array of {array.size}>")
print(repr(a), a, [a])
np.set_printoptions()
print(repr(a))

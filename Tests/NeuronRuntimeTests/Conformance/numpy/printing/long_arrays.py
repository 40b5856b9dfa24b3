import numpy as np

print(np.array([float(i) for i in range(30)]))
print(repr(np.array(list(range(40)))))
print(np.array(list(range(1000)))[:1000].size, repr(np.array(list(range(1001)))))
print(np.array(list(range(1001))))
print(np.array([[i * 10 + j for j in range(60)] for i in range(20)]))
print(repr(np.array([[i * 0.1 + j for j in range(5)] for i in range(300)])))
print(np.array([[[i + j + k for k in range(11)] for j in range(10)] for i in range(12)]))
print(repr(np.array([[123456789.123456, 0.1, 2, 3, 4, 5, 6, 7, 8]] * 2)))

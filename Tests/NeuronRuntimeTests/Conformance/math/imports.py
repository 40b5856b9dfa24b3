from math import sqrt, pi as p
import math as m
print(sqrt(16), p == m.pi, m.sqrt is sqrt)

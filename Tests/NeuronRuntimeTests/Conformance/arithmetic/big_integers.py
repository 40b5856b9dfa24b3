a = 123456789012345678901234567890
b = -98765432109876543210
print(a + b, a - b, a * b, a // b, a % b)
print(b // a, b % a, -a // b, -a % -b)
print(a * 0, a - a, a // a, (a - a).__class__ if False else type(a - a))
print(a ** 5)
print(2 ** 200 - 2 ** 200 + 1, 2 ** 64 // 2 ** 32)
print(a > b, a == a + 0, a != b, b < 0, -a < b)
total = 1
for i in range(1, 60):
    total *= i
print(total)

# Integers: the lengths of Collatz sequences, and a sum with remainders.


def steps(n):
    count = 0
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        count += 1
    return count


longest = 0
start = 0
for n in range(1, 40000):
    length = steps(n)
    if length > longest:
        longest = length
        start = n
print(start, longest)

total = 0
for i in range(2000000):
    total += i * i % 7
print(total)

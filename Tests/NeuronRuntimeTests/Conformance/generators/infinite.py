def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


for i, f in zip(range(12), fibonacci()):
    print(i, f, end="; ")
print()
for f in fibonacci():
    if f > 10**25:
        print(f)
        break
print([p for p, i in zip(primes(), range(15))])
print(next(p for p in primes() if p > 60))
print(any(p > 50 for p in primes()))
print(all(p < 50 for p in primes()))
print(21 in fibonacci())

# Lists: appending, indexing, slices, a sieve, a matrix product of nested lists.


def primes(n):
    sieve = [True] * (n + 1)
    sieve[0] = sieve[1] = False
    i = 2
    while i * i <= n:
        if sieve[i]:
            for j in range(i * i, n + 1, i):
                sieve[j] = False
        i += 1
    found = []
    for i in range(n + 1):
        if sieve[i]:
            found.append(i)
    return found


def product(a, b):
    rows = []
    for i in range(len(a)):
        row = []
        for j in range(len(b[0])):
            total = 0
            for k in range(len(b)):
                total += a[i][k] * b[k][j]
            row.append(total)
        rows.append(row)
    return rows


found = primes(1500000)
print(len(found), found[-1])

a = [[(i * j) % 10 for j in range(100)] for i in range(100)]
c = product(a, product(a, a))
print(sum([sum(row) for row in c]))

queue = list(range(1000))
moved = 0
for i in range(200000):
    queue.append(queue[i] + 1)
    moved += queue[-1]
print(moved, len(queue))

pieces = 0
for i in range(60000):
    part = queue[i : i + 20]
    part.reverse()
    pieces += part[0] + len(part + part)
print(pieces)

stack = []
for i in range(400000):
    stack.append(i)
    if i % 3 == 0:
        stack.pop()
print(len(stack))

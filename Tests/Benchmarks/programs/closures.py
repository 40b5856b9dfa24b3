# Closures: counters, functions made and composed, a memo.


def counter(step):
    count = 0

    def advance():
        nonlocal count
        count += step
        return count

    return advance


def compose(f, g):
    return lambda x: f(g(x))


def adder(n):
    return lambda x: x + n


total = 0
tick = counter(3)
for _ in range(2000000):
    total += tick()
print(total)

chain = adder(1)
for i in range(10):
    chain = compose(chain, adder(i))
total = 0
for i in range(80000):
    total += chain(i)
print(total)

total = 0
for i in range(500000):
    f = adder(i)
    total += f(1)
print(total)

def make_power():
    memo = {}

    def power(base, exponent):
        if exponent == 0:
            return 1
        key = base * 1000 + exponent
        if key not in memo:
            memo[key] = base * power(base, exponent - 1) % 1000003
        return memo[key]

    return power


power = make_power()
print(sum([power(b, 300) for b in range(300)]))

# Sorting: the built-in sort on numbers, texts and tuples, with keys; and a quicksort written out.


def numbers(n, seed):
    result = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        result.append(seed)
    return result


def quicksort(items, low, high):
    while low < high:
        pivot = items[(low + high) // 2]
        i = low
        j = high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while items[j] > pivot:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i += 1
                j -= 1
        if j - low < high - i:
            quicksort(items, low, j)
            low = i
        else:
            quicksort(items, i, high)
            high = j


data = numbers(150000, 7)
print(sorted(data)[:3])
floats = [x / 1000.0 for x in data]
floats.sort(reverse=True)
print(floats[:3])
texts = [str(x) for x in data[:60000]]
texts.sort()
print(texts[:3])
by_digit = sorted(data, key=lambda x: x % 1000)
print(by_digit[:3])
pairs = sorted([(x % 100, -x) for x in data[:40000]])
print(pairs[:2])
print(sorted(sorted(data))[-1])
own = data[:100000]
quicksort(own, 0, len(own) - 1)
print(own == sorted(data[:100000]))

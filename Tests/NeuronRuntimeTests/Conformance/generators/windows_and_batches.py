def batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def windows(items, size):
    window = []
    for item in items:
        window.append(item)
        if len(window) > size:
            window.pop(0)
        if len(window) == size:
            yield tuple(window)


print(list(batches(range(7), 3)))
print(list(windows("abcde", 3)))


def epochs(data, count):
    for epoch in range(count):
        loss = 0.0
        for batch in batches(data, 2):
            loss += sum(x * 0.5 for x in batch)
        yield epoch, loss


for epoch, loss in epochs([1.0, 2.0, 3.0], 2):
    print(f"{epoch}: {loss:.2f}")

from collections import OrderedDict

cache = OrderedDict()
log = []
for key in [1, 2, 3, 1, 4, 2, 5, 1, 3]:
    if key in cache:
        cache.move_to_end(key)
        log.append("hit")
    else:
        cache[key] = key * key
        if len(cache) > 3:
            log.append(cache.popitem(last=False))
print(log, cache)

from collections import Counter, OrderedDict, defaultdict

for kind in [OrderedDict, defaultdict, dict]:
    print(kind.fromkeys('ab'), kind().fromkeys([1, 2], 3))
for kind in [Counter, Counter(a=1)]:
    try: kind.fromkeys('ab')
    except NotImplementedError as e: print(e)
print(OrderedDict.fromkeys(iterable='ab', value=1))
for call in [lambda: OrderedDict.fromkeys(), lambda: OrderedDict.fromkeys(1, 2, 3), lambda: defaultdict.fromkeys(), lambda: defaultdict.fromkeys(1, value=2), lambda: dict.fromkeys(), lambda: {}.fromkeys(1)]:
    try: call()
    except TypeError as e: print(e)

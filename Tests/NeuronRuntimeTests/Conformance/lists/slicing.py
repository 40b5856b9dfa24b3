a = list(range(10))
print(a[2:5], a[:3], a[7:], a[-3:], a[::2], a[::-1], a[8:2:-2], a[5:2], a[100:], a[:100], a[-100:2], a[::-3], a[5::-1], a[:5:-1], a[True:3], a[None:None:None])
print(a[slice(1, 4)], a[slice(None, None, 2)], a[10**20:], a[:-10**20], a[::10**20], a[::-10**20])

x = 1; y = 2; print(x, y)
if x: print("one"); print("two")
for i in range(2): print(i)
while x: x = 0
def f(): return 5
print(f()); pass

import random
random.seed(3)
out = []
for i in range(1500):
    x = random.uniform(-10, 10) * 10.0 ** random.randint(-12, 14)
    p = random.randint(0, 9)
    out.append(f"{x:.{p}f}|{x:12.3f}|{x:<9.1f}|{x:^11.2f}")
for x in (0.5, 1.5, 2.5, 0.125, 0.375, 1e-300, 5e-324, 0.0, -0.0, 2.0**53, 2.0**52 + 0.5, 1e15, 123456789.125, -0.4, -0.5, 1/3, 9.995, 0.045, 1e22, float("inf"), float("nan")):
    out.append(f"{x:.0f} {x:.1f} {x:.2f} {x:.9f} {x:.10f} {x:8.3f} {x:f}")
for n in (0, 5, -7, 10**18, -2**63, 2**63-1, 99, 100, 1000, -1):
    out.append(f"{n} {n:5} {n:<6}| {n:^7}| {n:>8d} {str(n)} {n:d}")
for s in ("", "a", "héé", "日本"):
    out.append(f"[{s:5}] [{s:<4}] [{s:>4}] [{s:^5}] [{s:^4}] [{s:3s}]")
h = 0
for line in out:
    h = (h * 31 + sum(i * ord(c) for i, c in enumerate(line))) % 1000000007
print(h)
print("\n".join(out[-40:]))
print("abcabcabd".find("abd"), "aaaaab".count("aab"), "x" in "abc", "abc" * 5 in "abcabcabcabcabcabc", "a" * 1000 + "b" in "a" * 3000 + "b", ("ab" * 2000).replace("ba", "-")[:20], "é".join("abc").split("é"), "aXbX".rsplit("X", 1), "straße".upper(), "ÀB".lower(), "aXb".casefold())
print(1 < 1.5, 2**53 < 2.0**53, 2**53+1 == 2.0**53, 2**53+1 > 2.0**53, -3 <= -3.0, 0 == -0.0, 1 > float("nan"), True < 1.5)

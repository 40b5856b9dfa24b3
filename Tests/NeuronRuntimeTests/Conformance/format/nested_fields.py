width = 10
precision = 3
value = 3.14159
print(f"[{value:{width}.{precision}f}]", f"[{value:>{width}}]", f"[{'x':{'*'}^{width}}]", f"{value:{'.2f'}}")

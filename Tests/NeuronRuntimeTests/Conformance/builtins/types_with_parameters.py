# generics evaluated outside annotations: a usual type alias
Vector = list[float]
def norm(v: Vector) -> float: return sum(x * x for x in v) ** 0.5
print(norm([3.0, 4.0]))

graph = {0: {1, 2}, 1: {3}, 2: {3, 4}, 3: set(), 4: {0}}
seen = set()
order = []

def visit(node):
    if node not in seen:
        seen.add(node)
        for other in graph[node]:
            visit(other)
        order.append(node)

visit(0)
print(order, seen, set(graph) - seen)

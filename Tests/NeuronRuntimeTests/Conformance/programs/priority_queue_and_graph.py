# A binary heap as a class; shortest paths, spanning trees and orders by it.
class Heap:
    def __init__(self, items=(), key=lambda x: x):
        self._items = []
        self._key = key
        for item in items:
            self.push(item)

    def __len__(self):
        return len(self._items)

    def __bool__(self):
        return bool(self._items)

    def __iter__(self):
        copy = Heap(key=self._key)
        copy._items = self._items[:]
        while copy:
            yield copy.pop()

    def _less(self, i, j):
        return self._key(self._items[i]) < self._key(self._items[j])

    def _swap(self, i, j):
        self._items[i], self._items[j] = self._items[j], self._items[i]

    def push(self, item):
        self._items.append(item)
        i = len(self) - 1
        while i and self._less(i, (i - 1) // 2):
            self._swap(i, (i - 1) // 2)
            i = (i - 1) // 2

    def pop(self):
        if not self:
            raise IndexError("pop from an empty heap")
        self._swap(0, -1)
        top = self._items.pop()
        i = 0
        while True:
            least = i
            for child in (2 * i + 1, 2 * i + 2):
                if child < len(self) and self._less(child, least):
                    least = child
            if least == i:
                return top
            self._swap(i, least)
            i = least


class Graph:
    def __init__(self, directed=False):
        self.edges = {}
        self.directed = directed

    def add(self, a, b, weight=1):
        self.edges.setdefault(a, {})[b] = weight
        self.edges.setdefault(b, {})
        if not self.directed:
            self.edges[b][a] = weight
        return self

    def __contains__(self, node):
        return node in self.edges

    def __getitem__(self, node):
        return self.edges[node]

    def shortest(self, start, goal):
        best, before = {start: 0}, {}
        heap = Heap([(0, start)])
        while heap:
            distance, node = heap.pop()
            if node == goal:
                path = [goal]
                while path[-1] != start:
                    path.append(before[path[-1]])
                return distance, path[::-1]
            if distance > best[node]:
                continue
            for other, weight in self[node].items():
                if other not in best or distance + weight < best[other]:
                    best[other] = distance + weight
                    before[other] = node
                    heap.push((best[other], other))
        raise LookupError(f"no way from {start} to {goal}")

    def breadth_first(self, start):
        seen, level = {start}, [start]
        while level:
            yield level
            level = [n for node in level for n in sorted(self[node]) if not (n in seen or seen.add(n))]

    def depth_first(self, node, seen=None):
        seen = set() if seen is None else seen
        if node in seen:
            return
        seen.add(node)
        yield node
        for other in sorted(self[node]):
            yield from self.depth_first(other, seen)

    def spanning_tree(self):
        parent = {node: node for node in self.edges}

        def find(n):
            while parent[n] != n:
                parent[n] = parent[parent[n]]
                n = parent[n]
            return n

        tree = []
        for weight, a, b in sorted((w, a, b) for a in self.edges for b, w in self[a].items() if a < b):
            if find(a) != find(b):
                parent[find(a)] = find(b)
                tree.append((a, b, weight))
        return tree


def topological(graph):
    waiting = {node: 0 for node in graph.edges}
    for node in graph.edges:
        for other in graph[node]:
            waiting[other] += 1
    ready = Heap(n for n, count in waiting.items() if count == 0)
    order = []
    while ready:
        node = ready.pop()
        order.append(node)
        for other in graph[node]:
            waiting[other] -= 1
            if waiting[other] == 0:
                ready.push(other)
    if len(order) != len(waiting):
        raise ValueError(f"a cycle among {sorted(n for n in waiting if waiting[n])}")
    return order


heap = Heap([5, 3, 8, 1, 9, 2])
print(list(heap), len(heap), heap.pop(), heap.pop(), list(heap))
print(list(Heap(["pear", "fig", "banana"], key=len)), list(Heap([(1, "b"), (1, "a"), (0, "z")])), [x for x in Heap([3, 1, 2], key=lambda x: -x)])
try:
    Heap().pop()
except IndexError as e:
    print(e)
city = Graph()
for a, b, w in [("A", "B", 4), ("A", "C", 2), ("B", "C", 1), ("B", "D", 5), ("C", "D", 8), ("C", "E", 10), ("D", "E", 2), ("D", "F", 6), ("E", "F", 3), ("X", "Y", 1)]:
    city.add(a, b, w)
print(city.shortest("A", "F"), city.shortest("F", "A"), city.shortest("A", "A"), "A" in city, "Q" in city)
for goal in ("X", "Q"):
    try:
        print(city.shortest("A", goal))
    except LookupError as e:
        print(type(e).__name__, e)
try:
    city.shortest("Q", "A")
except KeyError as e:
    print("KeyError", e)
print(list(city.breadth_first("A")), list(city.depth_first("A")), city.spanning_tree(), sum(w for *_, w in city.spanning_tree()))
tasks = Graph(directed=True)
for before, after in [("wake", "wash"), ("wash", "dress"), ("wake", "eat"), ("eat", "leave"), ("dress", "leave")]:
    tasks.add(before, after)
print(topological(tasks))
tasks.add("leave", "wake")
try:
    topological(tasks)
except ValueError as e:
    print(e)

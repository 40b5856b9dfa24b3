from collections import deque

graph = {0: [1, 2], 1: [3], 2: [3], 3: [4], 4: []}
distance = {0: 0}
queue = deque([0])
while queue:
    node = queue.popleft()
    for other in graph[node]:
        if other not in distance:
            distance[other] = distance[node] + 1
            queue.append(other)
print(distance)
window = deque(maxlen=3)
means = []
for x in [1, 4, 7, 10, 2]:
    window.append(x)
    means.append(sum(window) / len(window))
print(means)

# Life on an endless plane: the living cells are a set.
from collections import Counter


class Life:
    def __init__(self, cells):
        self.cells = frozenset(cells)

    @classmethod
    def from_text(cls, text, living="#"):
        rows = text.strip().splitlines()
        return cls((x, y) for y, row in enumerate(rows) for x, c in enumerate(row.strip()) if c == living)

    def neighbours(self):
        return Counter((x + dx, y + dy) for x, y in self.cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)

    def step(self):
        return Life(cell for cell, n in self.neighbours().items() if n == 3 or n == 2 and cell in self.cells)

    def __eq__(self, other):
        return self.cells == other.cells

    def __hash__(self):
        return hash(len(self.cells))

    def __len__(self):
        return len(self.cells)

    def bounds(self):
        xs, ys = {x for x, _ in self.cells}, {y for _, y in self.cells}
        return min(xs), max(xs), min(ys), max(ys)

    def shifted(self, dx, dy):
        return Life({(x + dx, y + dy) for x, y in self.cells})

    def normal(self):
        if not self.cells:
            return self
        left, _, top, _ = self.bounds()
        return self.shifted(-left, -top)

    def __str__(self):
        if not self:
            return "(empty)"
        left, right, top, bottom = self.bounds()
        return "\n".join("".join("#" if (x, y) in self.cells else "." for x in range(left, right + 1)) for y in range(top, bottom + 1))


def generations(life):
    while True:
        yield life
        life = life.step()


def fate(life, limit=100):
    seen = {}
    for n, now in enumerate(generations(life)):
        shape = now.normal()
        if not now:
            return f"dies after {n}"
        if shape in seen:
            before, old = seen[shape]
            if old == now:
                return f"{'still' if n - before == 1 else f'repeats every {n - before}'} from {before}"
            return f"moves every {n - before} by {now.bounds()[0] - old.bounds()[0]}, {now.bounds()[2] - old.bounds()[2]}"
        if n == limit:
            return f"undecided with {len(now)}"
        seen[shape] = n, now


patterns = {
    "blinker": "###",
    "block": "##\n##",
    "glider": ".#.\n..#\n###",
    "beacon": "##..\n##..\n..##\n..##",
    "diehard": "......#.\n##......\n.#...###",
    "row": "##########",
    "lonely": "#..#..#",
}
for name, text in patterns.items():
    life = Life.from_text(text)
    print(f"{name:>8}: {len(life)} cells, {fate(life)}")
for n, life in zip(range(4), generations(Life.from_text(patterns["glider"]))):
    print(f"generation {n}, {len(life)} alive", life, sep="\n")
print(Life([]), Life([(0, 0)]) == Life({(0, 0)}), Life([(1, 1)]).shifted(2, 3).bounds())
pentomino = Life.from_text(".##\n##.\n.#.")
print([len(life) for _, life in zip(range(40), generations(pentomino))])
print(sorted(Life.from_text(patterns["glider"]).neighbours().items())[:5])

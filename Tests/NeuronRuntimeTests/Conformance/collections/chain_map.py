from collections import ChainMap

defaults, given = {"rate": 0.1, "steps": 10}, {"rate": 0.5}
c = ChainMap(given, defaults)
print(c["rate"], c["steps"], len(c), "steps" in c, c.get("no"), list(c), dict(c.items()))
c["steps"] = 3
print(c, c.maps, c.new_child({"q": 1})["q"], c.parents, sorted(c.keys()))

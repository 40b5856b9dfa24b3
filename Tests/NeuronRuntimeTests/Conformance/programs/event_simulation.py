# Customers in a shop as generators: each says how long it waits, a clock resumes them in order.
import random


class Simulation:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.now = 0.0
        self.queue = []
        self.count = 0

    def start(self, process, delay=0.0):
        self.count += 1
        self.queue.append((self.now + delay, self.count, process))
        self.queue.sort()

    def run(self, until):
        while self.queue and self.queue[0][0] <= until:
            self.now, _, process = self.queue.pop(0)
            try:
                request = next(process)
            except StopIteration as stop:
                print(f"{self.now:7.3f} process ended with {stop.value!r}")
                continue
            if isinstance(request, Desk):
                request.admit(self, process)
            else:
                self.start(process, request)
        left = len(self.queue)
        for _, _, process in self.queue:
            process.close()
        self.queue.clear()
        return left


class Desk:
    def __init__(self, places):
        self.free = places
        self.waiting = []
        self.longest = 0

    def admit(self, simulation, process):
        if self.free:
            self.free -= 1
            simulation.start(process)
        else:
            self.waiting.append(process)
            self.longest = max(self.longest, len(self.waiting))

    def leave(self, simulation):
        if self.waiting:
            simulation.start(self.waiting.pop(0))
        else:
            self.free += 1


def customer(simulation, name, desk, log):
    arrived = simulation.now
    try:
        yield desk
        waited = simulation.now - arrived
        log.append(waited)
        print(f"{simulation.now:7.3f} {name} is served after {waited:.3f}")
        yield simulation.random.expovariate(1 / 2)
        desk.leave(simulation)
        return name
    finally:
        print(f"{simulation.now:7.3f} {name} is gone")


def arrivals(simulation, desk, log, rate):
    number = 0
    while True:
        yield simulation.random.expovariate(rate)
        number += 1
        simulation.start(customer(simulation, f"customer {number}", desk, log))


for places in (1, 2):
    simulation = Simulation(seed=5)
    desk, log = Desk(places), []
    simulation.start(arrivals(simulation, desk, log, rate=0.8))
    left = simulation.run(until=12)
    print(f"{places} desks: {len(log)} served, mean wait {sum(log) / len(log)!r}, longest queue {desk.longest}, {left} cut short, {len(desk.waiting)} waiting")


def lights():
    while True:
        for colour, seconds in (("green", 3), ("yellow", 1), ("red", 2)):
            command = yield colour, seconds
            while command == "hold":
                command = yield colour + "!", 1


light = lights()
print(next(light), [light.send(c) for c in (None, None, "hold", "hold", None, None)])

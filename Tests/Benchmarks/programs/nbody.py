# The sun and four planets, pulling at each other; positions and velocities in lists.
import math

DAYS = 365.24
SUN = 4 * math.pi ** 2

bodies = [
    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], SUN],
    [
        [4.84143144246472090e00, -1.16032004402742839e00, -1.03622044471123109e-01],
        [1.66007664274403694e-03 * DAYS, 7.69901118419740425e-03 * DAYS, -6.90460016972063023e-05 * DAYS],
        9.54791938424326609e-04 * SUN,
    ],
    [
        [8.34336671824457987e00, 4.12479856412430479e00, -4.03523417114321381e-01],
        [-2.76742510726411899e-03 * DAYS, 4.99852801234917238e-03 * DAYS, 2.30417297573763929e-05 * DAYS],
        2.85885980666130812e-04 * SUN,
    ],
    [
        [1.28943695621391310e01, -1.51111514016986312e01, -2.23307578892655734e-01],
        [2.96460137564761618e-03 * DAYS, 2.37847173959480950e-03 * DAYS, -2.96589568540237556e-05 * DAYS],
        4.36624404335156298e-05 * SUN,
    ],
    [
        [1.53796971148509165e01, -2.59193146099879641e01, 1.79258772950371181e-01],
        [2.68067772490389322e-03 * DAYS, 1.62824170038242295e-03 * DAYS, -9.51592254519715870e-05 * DAYS],
        5.15138902046611451e-05 * SUN,
    ],
]


def rest(bodies):
    momentum = [0.0, 0.0, 0.0]
    for position, velocity, mass in bodies:
        for axis in range(3):
            momentum[axis] += velocity[axis] * mass
    for axis in range(3):
        bodies[0][1][axis] = -momentum[axis] / SUN


def energy(bodies):
    total = 0.0
    for i in range(len(bodies)):
        (x, y, z), (vx, vy, vz), mass = bodies[i]
        total += 0.5 * mass * (vx * vx + vy * vy + vz * vz)
        for j in range(i + 1, len(bodies)):
            (u, v, w), _, other = bodies[j]
            total -= mass * other / math.sqrt((x - u) ** 2 + (y - v) ** 2 + (z - w) ** 2)
    return total


def advance(bodies, dt, steps):
    pairs = [(bodies[i], bodies[j]) for i in range(len(bodies)) for j in range(i + 1, len(bodies))]
    for _ in range(steps):
        for (p, v, m), (q, u, n) in pairs:
            dx = p[0] - q[0]
            dy = p[1] - q[1]
            dz = p[2] - q[2]
            pull = dt * (dx * dx + dy * dy + dz * dz) ** -1.5
            a = n * pull
            b = m * pull
            v[0] -= dx * a
            v[1] -= dy * a
            v[2] -= dz * a
            u[0] += dx * b
            u[1] += dy * b
            u[2] += dz * b
        for p, v, m in bodies:
            p[0] += dt * v[0]
            p[1] += dt * v[1]
            p[2] += dt * v[2]


rest(bodies)
print(f"{energy(bodies):.9f}")
advance(bodies, 0.01, 120000)
print(f"{energy(bodies):.9f}")

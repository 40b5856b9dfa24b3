# The Mandelbrot set in characters.

LEVELS = " .:-=+*#%@"


def escape(x, y, limit):
    a = 0.0
    b = 0.0
    for i in range(limit):
        aa = a * a
        bb = b * b
        if aa + bb > 4.0:
            return i
        b = 2.0 * a * b + y
        a = aa - bb + x
    return limit


width = 200
height = 100
limit = 1200
total = 0
for row in range(height):
    line = ""
    for column in range(width):
        n = escape(3.0 * column / width - 2.2, 2.4 * row / height - 1.2, limit)
        total += n
        line += LEVELS[n * (len(LEVELS) - 1) // limit]
    if row % 10 == 0:
        print(line)
print(total)

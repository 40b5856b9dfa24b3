# n queens: backtracking with lists of booleans.


def place(row, n, columns, rising, falling):
    if row == n:
        return 1
    count = 0
    for column in range(n):
        if columns[column] and rising[row + column] and falling[row - column + n - 1]:
            columns[column] = rising[row + column] = falling[row - column + n - 1] = False
            count += place(row + 1, n, columns, rising, falling)
            columns[column] = rising[row + column] = falling[row - column + n - 1] = True
    return count


def queens(n):
    return place(0, n, [True] * n, [True] * (2 * n - 1), [True] * (2 * n - 1))


for n in range(4, 13):
    print(n, queens(n))

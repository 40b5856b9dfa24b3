// The matrix product. A tile of the result stays in registers while the inner index runs; the columns
// of b are copied to where a tile finds them one after another, some rows of b at a time, so that they
// stay in the nearest cache. Elements of the result are taken up again for each such block, so that
// each is one chain over the whole inner index.

enum {
  tileColumns = LANES * TILE_VECTORS,
  /// Rows of b in a block: 200 rows of 16 columns are 25 KiB.
  blockDepth = 200,
  /// Columns of b in a block, a multiple of every tile.
  blockColumns = 1024,
  /// Rows of a that are gone through for each panel of columns: 96 rows of 200 are 150 KiB.
  blockRows = 8 * TILE_ROWS,
};

/// Adds to a tile of the result; `panel` has tileColumns elements for each inner index.
INLINE void addTile(
    int rows, ptrdiff_t depth, KernelMatrix a, const double *panel, double *c, ptrdiff_t cStep,
    int isFirst) {
  Vector sums[TILE_ROWS][TILE_VECTORS];
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++) {
#pragma clang loop unroll(full)
    for (int v = 0; v < TILE_VECTORS; v++) {
      sums[i][v] = isFirst ? repeated(0) : load(c + i * cStep + v * LANES);
    }
  }
  for (ptrdiff_t k = 0; k < depth; k++) {
    Vector line[TILE_VECTORS];
#pragma clang loop unroll(full)
    for (int v = 0; v < TILE_VECTORS; v++) line[v] = load(panel + k * tileColumns + v * LANES);
#pragma clang loop unroll(full)
    for (int i = 0; i < rows; i++) {
      Vector factor = repeated(a.start[i * a.rowStep + k * a.columnStep]);
#pragma clang loop unroll(full)
      for (int v = 0; v < TILE_VECTORS; v++) sums[i][v] = fusedSum(factor, line[v], sums[i][v]);
    }
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++) {
#pragma clang loop unroll(full)
    for (int v = 0; v < TILE_VECTORS; v++) store(c + i * cStep + v * LANES, sums[i][v]);
  }
}

#define TILE_CASE(N) \
  case N: return addTile(N, depth, a, panel, c, cStep, isFirst);

static void addWideTile(
    ptrdiff_t rows, ptrdiff_t depth, KernelMatrix a, const double *panel, double *c,
    ptrdiff_t cStep, int isFirst) {
  switch (rows) {
    TILE_CASE(1)
    TILE_CASE(2)
#if TILE_ROWS > 2
    TILE_CASE(3)
    TILE_CASE(4)
    TILE_CASE(5)
    TILE_CASE(6)
#endif
#if TILE_ROWS > 6
    TILE_CASE(7)
    TILE_CASE(8)
    TILE_CASE(9)
    TILE_CASE(10)
    TILE_CASE(11)
    TILE_CASE(12)
#endif
  }
}

/// The same for the last columns, fewer than a tile has.
static void addNarrowTile(
    ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t depth, KernelMatrix a, const double *panel,
    double *c, ptrdiff_t cStep, int isFirst) {
  double tile[TILE_ROWS * tileColumns] = {0};
  if (!isFirst) {
    for (ptrdiff_t i = 0; i < rows; i++) {
      for (ptrdiff_t j = 0; j < columns; j++) tile[i * tileColumns + j] = c[i * cStep + j];
    }
  }
  addWideTile(rows, depth, a, panel, tile, tileColumns, isFirst);
  for (ptrdiff_t i = 0; i < rows; i++) {
    for (ptrdiff_t j = 0; j < columns; j++) c[i * cStep + j] = tile[i * tileColumns + j];
  }
}

/// Copies columns of b to a panel, zeros behind the last.
static void fillPanel(ptrdiff_t depth, ptrdiff_t columns, KernelMatrix b, double *panel) {
  if (columns == tileColumns && b.columnStep == 1) {
    for (ptrdiff_t k = 0; k < depth; k++) {
      for (int v = 0; v < TILE_VECTORS; v++) {
        store(panel + k * tileColumns + v * LANES, load(b.start + k * b.rowStep + v * LANES));
      }
    }
    return;
  }
  for (ptrdiff_t k = 0; k < depth; k++) {
    double *line = panel + k * tileColumns;
    const double *from = b.start + k * b.rowStep;
    for (ptrdiff_t j = 0; j < columns; j++) line[j] = from[j * b.columnStep];
    for (ptrdiff_t j = columns; j < tileColumns; j++) line[j] = 0;
  }
}

INLINE ptrdiff_t least(ptrdiff_t x, ptrdiff_t y) { return x < y ? x : y; }

INLINE KernelMatrix part(KernelMatrix a, ptrdiff_t row, ptrdiff_t column) {
  return (KernelMatrix){
      a.start + row * a.rowStep + column * a.columnStep, a.rowStep, a.columnStep};
}

/// The product of some columns of a and the rows of b in the panels.
static void addBlock(
    ptrdiff_t rows, ptrdiff_t depth, ptrdiff_t columns, KernelMatrix a, const double *panels,
    double *c, ptrdiff_t cStep, int isFirst) {
  for (ptrdiff_t block = 0; block < rows; block += blockRows) {
    ptrdiff_t end = least(block + blockRows, rows);
    for (ptrdiff_t j = 0; j < columns; j += tileColumns) {
      const double *panel = panels + j * depth;
      for (ptrdiff_t i = block; i < end; i += TILE_ROWS) {
        ptrdiff_t height = least(TILE_ROWS, end - i);
        double *tile = c + i * cStep + j;
        if (j + tileColumns <= columns) {
          addWideTile(height, depth, part(a, i, 0), panel, tile, cStep, isFirst);
        } else {
          addNarrowTile(
              height, columns - j, depth, part(a, i, 0), panel, tile, cStep, isFirst);
        }
      }
    }
  }
}

static void multiplyByBlocks(
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, KernelMatrix a, KernelMatrix b, double *c,
    double *room) {
  for (ptrdiff_t column = 0; column < columns; column += blockColumns) {
    ptrdiff_t width = least(blockColumns, columns - column);
    for (ptrdiff_t k = 0; k < inner; k += blockDepth) {
      ptrdiff_t depth = least(blockDepth, inner - k);
      for (ptrdiff_t j = 0; j < width; j += tileColumns) {
        fillPanel(depth, least(tileColumns, width - j), part(b, k, column + j), room + j * depth);
      }
      addBlock(rows, depth, width, part(a, 0, k), room, c + column, columns, k == 0);
    }
  }
}

// MARK: One row

/// c = a·b for one row a, without copies of b, whose columns are neighbours.
static void multiplyRow(
    ptrdiff_t inner, ptrdiff_t columns, KernelMatrix a, KernelMatrix b, double *c) {
  enum { wide = 8 };
  ptrdiff_t j = 0;
  for (; j + wide * LANES <= columns; j += wide * LANES) {
    Vector sums[wide] = {0};
    for (ptrdiff_t k = 0; k < inner; k++) {
      Vector factor = repeated(a.start[k * a.columnStep]);
      const double *line = b.start + k * b.rowStep + j;
#pragma clang loop unroll(full)
      for (int v = 0; v < wide; v++) sums[v] = fusedSum(factor, load(line + v * LANES), sums[v]);
    }
#pragma clang loop unroll(full)
    for (int v = 0; v < wide; v++) store(c + j + v * LANES, sums[v]);
  }
  for (; j + LANES <= columns; j += LANES) {
    Vector sum = {0};
    for (ptrdiff_t k = 0; k < inner; k++) {
      sum = fusedSum(
          repeated(a.start[k * a.columnStep]), load(b.start + k * b.rowStep + j), sum);
    }
    store(c + j, sum);
  }
  for (; j < columns; j++) {
    double sum = 0;
    for (ptrdiff_t k = 0; k < inner; k++) {
      sum = __builtin_fma(a.start[k * a.columnStep], b.start[k * b.rowStep + j], sum);
    }
    c[j] = sum;
  }
}

// MARK: One column

INLINE void addProducts(const double *x, const double *y, Vector *sums) {
#pragma clang loop unroll(full)
  for (int v = 0; v < eighth; v++) {
    sums[v] = fusedSum(load(x + v * LANES), load(y + v * LANES), sums[v]);
  }
}

/// The products behind the last whole eight, and the end of the sum.
INLINE double endOfDot(
    const Vector *sums, ptrdiff_t count, const double *x, ptrdiff_t xStep, const double *y,
    ptrdiff_t yStep) {
  double each[8];
  for (int v = 0; v < eighth; v++) store(each + v * LANES, sums[v]);
  for (ptrdiff_t i = 0; i < count; i++) {
    each[i & 7] = __builtin_fma(x[i * xStep], y[i * yStep], each[i & 7]);
  }
  return ((each[0] + each[1]) + (each[2] + each[3])) + ((each[4] + each[5]) + (each[6] + each[7]));
}

static double dot(
    ptrdiff_t count, const double *x, ptrdiff_t xStep, const double *y, ptrdiff_t yStep) {
  Vector sums[eighth] = {0};
  ptrdiff_t i = 0;
  if (xStep == 1 && yStep == 1) {
    for (; i + 8 <= count; i += 8) addProducts(x + i, y + i, sums);
  }
  return endOfDot(sums, count - i, x + i * xStep, xStep, y + i * yStep, yStep);
}

/// Four rows at a time, each with its eight sums.
static void multiplyColumnByRows(
    ptrdiff_t rows, ptrdiff_t inner, KernelMatrix a, const double *b, double *c) {
  ptrdiff_t i = 0;
  for (; i + 4 <= rows; i += 4) {
    Vector sums[4][eighth] = {0};
    ptrdiff_t k = 0;
    for (; k + 8 <= inner; k += 8) {
#pragma clang loop unroll(full)
      for (int r = 0; r < 4; r++) addProducts(a.start + (i + r) * a.rowStep + k, b + k, sums[r]);
    }
    for (int r = 0; r < 4; r++) {
      c[i + r] = endOfDot(sums[r], inner - k, a.start + (i + r) * a.rowStep + k, 1, b + k, 1);
    }
  }
  for (; i < rows; i++) c[i] = dot(inner, a.start + i * a.rowStep, 1, b, 1);
}

/// As many rows at a time as a register holds, where the rows of a are neighbours.
static void multiplyColumnByColumns(
    ptrdiff_t rows, ptrdiff_t inner, KernelMatrix a, const double *b, double *c) {
  ptrdiff_t i = 0;
  for (; i + LANES <= rows; i += LANES) {
    Vector sums[8] = {0};
    ptrdiff_t k = 0;
    for (; k + 8 <= inner; k += 8) {
#pragma clang loop unroll(full)
      for (int q = 0; q < 8; q++) {
        sums[q] = fusedSum(
            load(a.start + i + (k + q) * a.columnStep), repeated(b[k + q]), sums[q]);
      }
    }
    for (; k < inner; k++) {
      sums[k & 7] = fusedSum(load(a.start + i + k * a.columnStep), repeated(b[k]), sums[k & 7]);
    }
    store(
        c + i, ((sums[0] + sums[1]) + (sums[2] + sums[3])) +
                   ((sums[4] + sums[5]) + (sums[6] + sums[7])));
  }
  for (; i < rows; i++) c[i] = dot(inner, a.start + i, a.columnStep, b, 1);
}

static void multiplyColumn(
    ptrdiff_t rows, ptrdiff_t inner, KernelMatrix a, KernelMatrix b, double *c, double *room) {
  const double *column = b.start;
  if (b.rowStep != 1) {
    for (ptrdiff_t k = 0; k < inner; k++) room[k] = b.start[k * b.rowStep];
    column = room;
  }
  if (a.columnStep == 1) {
    multiplyColumnByRows(rows, inner, a, column, c);
  } else if (a.rowStep == 1) {
    multiplyColumnByColumns(rows, inner, a, column, c);
  } else {
    for (ptrdiff_t i = 0; i < rows; i++) {
      c[i] = dot(inner, a.start + i * a.rowStep, a.columnStep, column, 1);
    }
  }
}

static void matrixProduct(
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, KernelMatrix a, KernelMatrix b, double *c,
    double *room) {
  if (inner == 0) {
    for (ptrdiff_t i = 0; i < rows * columns; i++) c[i] = 0;
  } else if (columns == 1) {
    multiplyColumn(rows, inner, a, b, c, room);
  } else if (rows <= 2 && b.columnStep == 1) {
    for (ptrdiff_t i = 0; i < rows; i++) {
      multiplyRow(inner, columns, part(a, i, 0), b, c + i * columns);
    }
  } else {
    multiplyByBlocks(rows, inner, columns, a, b, c, room);
  }
}

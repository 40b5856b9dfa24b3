// The matrix product. A tile of the result stays in registers while the inner index runs; the columns
// of b are copied to where a tile finds them one after another.
//
// Orders of sums are those that OpenBLAS has on processors with AVX-512, as far as that goes, so that
// products are mostly NumPy's to the bit there; they depend on the sizes of the operands alone.

enum {
  tileColumns = LANES * TILE_VECTORS,
  /// Columns of b in a block, a multiple of every tile.
  blockColumns = kernelBlockColumns,
  /// Rows of a that are gone through for each panel of columns: at most kernelBlockRows: 96 rows of 384 are 288 KiB.
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
      sums[i][v] = repeated(0);
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
    for (int v = 0; v < TILE_VECTORS; v++) {
      double *to = c + i * cStep + v * LANES;
      store(to, isFirst ? sums[i][v] : load(to) + sums[i][v]);
    }
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

/// Copies rows of a, as many as a tile has next to each other for each inner index.
static void fillTiles(ptrdiff_t rows, ptrdiff_t depth, KernelMatrix a, double *to) {
  for (ptrdiff_t i = 0; i < rows; i += TILE_ROWS) {
    ptrdiff_t height = least(TILE_ROWS, rows - i);
    for (ptrdiff_t k = 0; k < depth; k++) {
      const double *from = a.start + i * a.rowStep + k * a.columnStep;
      for (ptrdiff_t r = 0; r < height; r++) to[k * TILE_ROWS + r] = from[r * a.rowStep];
    }
    to += TILE_ROWS * depth;
  }
}

/// The product of some columns of a and the rows of b in the panels. Where there are many panels the
/// rows of a are copied to `tiles`, for the sake of address translation.
static void addBlock(
    ptrdiff_t rows, ptrdiff_t depth, ptrdiff_t columns, KernelMatrix a, const double *panels,
    double *tiles, double *c, ptrdiff_t cStep, int isFirst) {
  for (ptrdiff_t block = 0; block < rows; block += blockRows) {
    ptrdiff_t end = least(block + blockRows, rows);
    if (tiles) fillTiles(end - block, depth, part(a, block, 0), tiles);
    for (ptrdiff_t j = 0; j < columns; j += tileColumns) {
      const double *panel = panels + j * depth;
      for (ptrdiff_t i = block; i < end; i += TILE_ROWS) {
        KernelMatrix tileRows = part(a, i, 0);
        if (tiles) tileRows = (KernelMatrix){tiles + (i - block) * depth, 1, TILE_ROWS};
        ptrdiff_t height = least(TILE_ROWS, end - i);
        double *tile = c + i * cStep + j;
        if (j + tileColumns <= columns) {
          addWideTile(height, depth, tileRows, panel, tile, cStep, isFirst);
        } else {
          addNarrowTile(height, columns - j, depth, tileRows, panel, tile, cStep, isFirst);
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
    ptrdiff_t depth;
    for (ptrdiff_t k = 0; k < inner; k += depth) {
      depth = kernelBlockDepth(rows, inner, columns, k);
      for (ptrdiff_t j = 0; j < width; j += tileColumns) {
        fillPanel(depth, least(tileColumns, width - j), part(b, k, column + j), room + j * depth);
      }
      double *tiles = columns < kernelTiledColumns ? 0 : room + blockColumns * depth;
      addBlock(rows, depth, width, part(a, 0, k), room, tiles, c + column, columns, k == 0);
    }
  }
}

// MARK: Eight sums an element

// Elements that are not one chain but eight, of which number i takes the products i, i + 8, …, added in
// pairs at the end: in one order where four rows or four columns go together, else in another.

INLINE double sumOfEight(const double *s, int inFours) {
  return inFours ? ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]))
                 : ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
}

INLINE void multiplyRowByEights(
    int columns, ptrdiff_t inner, const double *x, const double *y, ptrdiff_t yStep, int inFours,
    double *to) {
  Vector sums[4][eighth] = {0};
  ptrdiff_t k = 0;
  for (; k + 8 <= inner; k += 8) {
#pragma clang loop unroll(full)
    for (int j = 0; j < columns; j++) {
#pragma clang loop unroll(full)
      for (int v = 0; v < eighth; v++) {
        sums[j][v] = fusedSum(
            load(x + k + v * LANES), load(y + j * yStep + k + v * LANES), sums[j][v]);
      }
    }
  }
  for (int j = 0; j < columns; j++) {
    double each[8];
    for (int v = 0; v < eighth; v++) store(each + v * LANES, sums[j][v]);
    for (ptrdiff_t i = k; i < inner; i++) {
      each[i - k] = __builtin_fma(x[i], y[j * yStep + i], each[i - k]);
    }
    to[j] = sumOfEight(each, inFours);
  }
}

/// c = a·b of rows of neighbours and columns of neighbours.
static void multiplyByEights(
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, const double *a, ptrdiff_t aStep,
    const double *b, ptrdiff_t bStep, double *c, ptrdiff_t cStep) {
  for (ptrdiff_t i = 0; i < rows; i++) {
    const double *row = a + i * aStep;
    int rowInFours = i < (rows & ~(ptrdiff_t)3);
    ptrdiff_t j = 0;
    for (; j + 4 <= columns; j += 4) {
      multiplyRowByEights(4, inner, row, b + j * bStep, bStep, 1, c + i * cStep + j);
    }
    for (; j < columns; j++) {
      multiplyRowByEights(1, inner, row, b + j * bStep, bStep, rowInFours, c + i * cStep + j);
    }
  }
}

/// Small products of which both operands have their rows, or a its rows and b its columns, next to each
/// other.
static void multiplySmall(
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, KernelMatrix a, KernelMatrix b, double *c,
    double *room) {
  if (a.columnStep == 1 && b.columnStep != 1 && b.rowStep == 1 && rows * columns <= 1200 &&
      inner >= 32) {
    return multiplyByEights(
        rows, inner, columns, a.start, a.rowStep, b.start, b.columnStep, c, columns);
  }
  ptrdiff_t last = columns % 8;
  multiplyByBlocks(rows, inner, columns, a, b, c, room);
  if (a.columnStep == 1 && b.columnStep == 1 && last >= 1 && last <= 4 && inner >= 16) {
    ptrdiff_t first = columns - last;
    for (ptrdiff_t j = 0; j < last; j++) {
      for (ptrdiff_t k = 0; k < inner; k++) {
        room[j * inner + k] = b.start[k * b.rowStep + first + j];
      }
    }
    multiplyByEights(
        rows, inner, last, a.start, a.rowStep, room, inner, c + first, columns);
  }
}

// MARK: One row or one column

/// Adds x[0]·(line 0) + … + x[3]·(line 3), (0 + 1) + 2 + 3, to registers of sums.
INLINE void addFourLines(
    int registers, const double *x, ptrdiff_t xStep, const double *a, ptrdiff_t lineStep,
    Vector *sums) {
  Vector factors[4];
  for (int k = 0; k < 4; k++) factors[k] = repeated(x[k * xStep]);
#pragma clang loop unroll(full)
  for (int v = 0; v < registers; v++) {
    const double *at = a + v * LANES;
    Vector sum = fusedSum(factors[0], load(at), factors[1] * load(at + lineStep));
    sum = fusedSum(factors[2], load(at + 2 * lineStep), sum);
    sums[v] += fusedSum(factors[3], load(at + 3 * lineStep), sum);
  }
}

/// Registers of the combination of the lines: four lines at a time, then two, then one, whose products
/// are rounded.
INLINE void combineRegisters(
    int registers, ptrdiff_t count, const double *x, ptrdiff_t xStep, const double *a,
    ptrdiff_t lineStep, double *y) {
  Vector sums[4] = {0};
  ptrdiff_t k = 0;
  for (; k + 4 <= count; k += 4) {
    addFourLines(registers, x + k * xStep, xStep, a + k * lineStep, lineStep, sums);
  }
#pragma clang loop unroll(full)
  for (int v = 0; v < registers; v++) {
    const double *at = a + k * lineStep + v * LANES;
    ptrdiff_t i = k;
    if (i + 2 <= count) {
      sums[v] += fusedSum(
          repeated(x[i * xStep]), load(at), repeated(x[(i + 1) * xStep]) * load(at + lineStep));
      at += 2 * lineStep;
      i += 2;
    }
    if (i < count) sums[v] += repeated(x[i * xStep]) * load(at);
    store(y + v * LANES, sums[v]);
  }
}

/// One element of a combination of lines, as combineRegisters has it.
static double combineElement(
    ptrdiff_t count, const double *x, ptrdiff_t xStep, const double *a, ptrdiff_t lineStep) {
  double sum = 0;
  ptrdiff_t k = 0;
#define X(i) x[(k + i) * xStep]
#define A(i) a[(k + i) * lineStep]
  for (; k + 4 <= count; k += 4) {
    double some = __builtin_fma(X(0), A(0), X(1) * A(1));
    sum += __builtin_fma(X(3), A(3), __builtin_fma(X(2), A(2), some));
  }
  if (k + 2 <= count) {
    sum += __builtin_fma(X(0), A(0), X(1) * A(1));
    k += 2;
  }
  if (k < count) sum += X(0) * A(0);
  return sum;
}

/// One of the last elements: a chain; of whole lines of two or three elements that follow each other four
/// products at a time.
static double combineLastElement(
    ptrdiff_t count, const double *x, ptrdiff_t xStep, const double *a, ptrdiff_t lineStep,
    int isDense) {
  double sum = 0;
  ptrdiff_t k = 0;
  for (; isDense && k + 4 <= count; k += 4) {
    sum += __builtin_fma(X(0), A(0), X(1) * A(1));
    sum += __builtin_fma(X(2), A(2), X(3) * A(3));
  }
  for (; k < count; k++) sum = __builtin_fma(X(0), A(0), sum);
#undef X
#undef A
  return sum;
}

/// y = Σ x[k]·(line k of a): a row times a matrix whose rows are such lines, or a matrix whose columns they
/// are times a column.
static void combineLines(
    ptrdiff_t count, ptrdiff_t width, const double *x, ptrdiff_t xStep, const double *a,
    ptrdiff_t lineStep, double *y) {
  ptrdiff_t j = 0, fours = width & ~(ptrdiff_t)3;
  for (; j + 4 * LANES <= fours; j += 4 * LANES) {
    combineRegisters(4, count, x, xStep, a + j, lineStep, y + j);
  }
  for (; j + LANES <= fours; j += LANES) {
    combineRegisters(1, count, x, xStep, a + j, lineStep, y + j);
  }
  for (; j < fours; j++) y[j] = combineElement(count, x, xStep, a + j, lineStep);
  for (; j < width; j++) {
    y[j] = combineLastElement(count, x, xStep, a + j, lineStep, fours == 0 && lineStep == width);
  }
}

/// The sum of the products of two rows of neighbours: 16 chains through whole sixteens, of which four
/// of distance 4 are added one after another, then (0 + 2) + (1 + 3); what is left goes on the end. From
/// 32 elements on there are two times 16 chains at first.
static double dot(ptrdiff_t count, const double *x, const double *y) {
  enum { lines = 32 / LANES };
  double wide[32], sums[16], four[4];
  ptrdiff_t i = 0;
  double sum = 0;
  if (count >= 16) {
    Vector many[lines] = {0};
    for (; i + 32 <= count; i += 32) {
#pragma clang loop unroll(full)
      for (int v = 0; v < lines; v++) {
        many[v] = fusedSum(load(x + i + v * LANES), load(y + i + v * LANES), many[v]);
      }
    }
    for (int v = 0; v < lines; v++) store(wide + v * LANES, many[v]);
    for (int j = 0; j < 16; j++) sums[j] = wide[j / 4 * 8 + j % 4] + wide[j / 4 * 8 + 4 + j % 4];
    if (i + 16 <= count) {
      for (int j = 0; j < 16; j++) sums[j] = __builtin_fma(x[i + j], y[i + j], sums[j]);
      i += 16;
    }
    for (int j = 0; j < 4; j++) four[j] = ((sums[j] + sums[4 + j]) + sums[8 + j]) + sums[12 + j];
    sum = (four[0] + four[2]) + (four[1] + four[3]);
  }
  for (; i < count; i++) sum = __builtin_fma(x[i], y[i], sum);
  return sum;
}

/// The products of the last elements, up to three, added to a sum.
INLINE double endOfSum(double sum, ptrdiff_t count, const double *x, const double *y) {
  if (count == 0) return sum;
  if (count == 1) return __builtin_fma(x[0], y[0], sum);
  double rest = __builtin_fma(x[0], y[0], x[1] * y[1]);
  return sum + (count == 3 ? __builtin_fma(x[2], y[2], rest) : rest);
}

typedef double Four __attribute__((vector_size(32), aligned(8), may_alias));
typedef double Two __attribute__((vector_size(16), aligned(8), may_alias));

/// Rows of neighbours times a column of neighbours, four rows at a time, each with four chains; of the
/// rows that are left two take two sums, and one takes four, of products that are rounded.
static void multiplyRows(
    ptrdiff_t rows, ptrdiff_t inner, const double *a, ptrdiff_t rowStep, const double *x,
    double *y) {
  ptrdiff_t i = 0, fours = inner & ~(ptrdiff_t)3;
  for (; i + 4 <= rows; i += 4) {
    Four sums[4] = {0};
    for (ptrdiff_t k = 0; k < fours; k += 4) {
      Four factors = *(const Four *)(x + k);
#pragma clang loop unroll(full)
      for (int r = 0; r < 4; r++) {
        sums[r] = fusedSum(*(const Four *)(a + (i + r) * rowStep + k), factors, sums[r]);
      }
    }
    for (int r = 0; r < 4; r++) {
      double sum = (sums[r][0] + sums[r][2]) + (sums[r][1] + sums[r][3]);
      y[i + r] = endOfSum(sum, inner - fours, a + (i + r) * rowStep + fours, x + fours);
    }
  }
  for (; i + 2 <= rows; i += 2) {
    Two sums[2] = {0};
    for (ptrdiff_t k = 0; k < fours; k += 2) {
      for (int r = 0; r < 2; r++) {
        sums[r] += *(const Two *)(a + (i + r) * rowStep + k) * *(const Two *)(x + k);
      }
    }
    for (int r = 0; r < 2; r++) {
      y[i + r] = endOfSum(
          sums[r][0] + sums[r][1], inner - fours, a + (i + r) * rowStep + fours, x + fours);
    }
  }
  if (i < rows) {
    const double *row = a + i * rowStep;
    Four sums = {0};
    for (ptrdiff_t k = 0; k < fours; k += 4) {
      sums += *(const Four *)(row + k) * *(const Four *)(x + k);
    }
    double sum = (sums[0] + sums[2]) + (sums[1] + sums[3]);
    y[i] = endOfSum(sum, inner - fours, row + fours, x + fours);
  }
}

INLINE const double *neighbours(ptrdiff_t count, const double *x, ptrdiff_t step, double *room) {
  if (step == 1) return x;
  for (ptrdiff_t k = 0; k < count; k++) room[k] = x[k * step];
  return room;
}

/// y = a·x for a vector x.
static void multiplyVector(
    ptrdiff_t rows, ptrdiff_t inner, KernelMatrix a, const double *x, ptrdiff_t xStep, double *y,
    double *room) {
  if (rows == 1) {
    const double *row = neighbours(inner, a.start, a.columnStep, room);
    y[0] = dot(inner, row, neighbours(inner, x, xStep, room + inner));
  } else if (a.columnStep == 1) {
    multiplyRows(rows, inner, a.start, a.rowStep, neighbours(inner, x, xStep, room), y);
  } else if (a.rowStep == 1) {
    combineLines(inner, rows, x, xStep, a.start, a.columnStep, y);
  } else {
    const double *column = neighbours(inner, x, xStep, room);
    for (ptrdiff_t i = 0; i < rows; i++) {
      const double *row = a.start + i * a.rowStep;
      double sum = 0;
      for (ptrdiff_t k = 0; k < inner; k++) {
        sum = __builtin_fma(row[k * a.columnStep], column[k], sum);
      }
      y[i] = sum;
    }
  }
}

static void matrixProduct(
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, KernelMatrix a, KernelMatrix b, double *c,
    double *room) {
  if (inner == 0) {
    for (ptrdiff_t i = 0; i < rows * columns; i++) c[i] = 0;
  } else if (columns == 1) {
    multiplyVector(rows, inner, a, b.start, b.rowStep, c, room);
  } else if (rows == 1) {
    KernelMatrix turned = {b.start, b.columnStep, b.rowStep};
    multiplyVector(columns, inner, turned, a.start, a.columnStep, c, room);
  } else if (kernelProductIsSmall(rows, inner, columns)) {
    multiplySmall(rows, inner, columns, a, b, c, room);
  } else {
    multiplyByBlocks(rows, inner, columns, a, b, c, room);
  }
}

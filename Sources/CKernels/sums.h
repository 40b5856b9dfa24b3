static double pairwiseSum(ptrdiff_t count, const double *x) {
  if (count < 8) {
    double sum = -0.0;
    for (ptrdiff_t i = 0; i < count; i++) sum += x[i];
    return sum;
  }
  if (count > 128) {
    ptrdiff_t half = (count / 2) & ~(ptrdiff_t)7;
    return pairwiseSum(half, x) + pairwiseSum(count - half, x + half);
  }
  Vector sums[eighth];
  for (int v = 0; v < eighth; v++) sums[v] = load(x + v * LANES);
  ptrdiff_t i = 8;
  for (; i + 8 <= count; i += 8) {
    for (int v = 0; v < eighth; v++) sums[v] += load(x + i + v * LANES);
  }
  double sum = sumOfSums(sums);
  for (; i < count; i++) sum += x[i];
  return sum;
}

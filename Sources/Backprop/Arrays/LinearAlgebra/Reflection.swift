/// A Householder reflection I - τ·v·vᵀ, where v begins with 1: it maps a vector to a multiple of the
/// first unit vector, of the other sign than the vector's first element.
struct Reflection {
  var tau: Double
  /// The elements of v, the leading 1 included.
  var vector: [Double]
  /// What is left of the vector that it was made for.
  var image: Double

  /// A vector that is a multiple of the first unit vector already stays what it is (τ = 0).
  init(_ x: [Double]) {
    vector = x
    let rest = norm(x.dropFirst())
    guard rest != 0 else {
      tau = 0
      image = x[0]
      vector[0] = 1
      return
    }
    image = -Double(signOf: x[0], magnitudeOf: Elementary.hypot(x[0], rest))
    tau = (image - x[0]) / image
    let scale = 1 / (x[0] - image)
    for i in 1..<x.count { vector[i] *= scale }
    vector[0] = 1
  }

  /// H·A on the rows from `row` on, as many as v is long, of the columns from `column` on.
  func applyFromLeft(_ a: DenseMatrix, row: Int, column: Int) {
    if tau == 0 || column >= a.columns { return }
    var product = [Double](repeating: 0, count: a.columns)
    for (i, factor) in vector.enumerated() {
      let line = a.row(row + i)
      for j in column..<a.columns { product[j] += factor * line[j] }
    }
    for (i, factor) in vector.enumerated() {
      let line = a.row(row + i)
      let scaled = tau * factor
      for j in column..<a.columns { line[j] -= scaled * product[j] }
    }
  }

  /// A·H on the columns from `column` on, as many as v is long, of the rows from `row` on.
  func applyFromRight(_ a: DenseMatrix, row: Int, column: Int) {
    if tau == 0 { return }
    for i in row..<max(a.rows, row) {
      let line = a.row(i) + column
      var product = 0.0
      for (j, factor) in vector.enumerated() { product += line[j] * factor }
      product *= tau
      for (j, factor) in vector.enumerated() { line[j] -= product * factor }
    }
  }
}

extension DenseMatrix {
  /// The elements of a column from `row` on.
  func column(_ column: Int, from row: Int) -> [Double] {
    (row..<rows).map { self[$0, column] }
  }

  /// The elements of a row from `column` on.
  func row(_ row: Int, from column: Int) -> [Double] {
    (column..<columns).map { self[row, $0] }
  }
}

/// √Σx², with the elements scaled where their squares would leave the range of floats.
func norm(_ x: ArraySlice<Double>) -> Double {
  let plain = x.reduce(0) { $0 + $1 * $1 }
  if plain.isFinite && plain > 0x1p-960 { return plain.squareRoot() }
  let greatest = x.reduce(0) { max($0, $1.magnitude) }
  if greatest == 0 || !greatest.isFinite { return greatest }
  return greatest * x.reduce(0) { $0 + ($1 / greatest) * ($1 / greatest) }.squareRoot()
}

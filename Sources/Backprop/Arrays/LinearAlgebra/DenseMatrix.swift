/// A matrix in row-major order that the algorithms of linear algebra work in; a reference, as arrays are.
struct DenseMatrix {
  let rows: Int
  let columns: Int
  let elements: UnsafeMutablePointer<Double>
  /// What holds the memory.
  private let owner: NDArray

  init(rows: Int, columns: Int, budget: ArrayBudget) throws(ArrayError) {
    let array = try NDArray(repeating: 0.0, shape: [rows, columns], budget: budget)
    self.init(array, at: 0, rows: rows, columns: columns)
  }

  /// A matrix of a stack in contiguous memory.
  init(_ array: NDArray, at start: Int, rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    owner = array
    elements = array.pointer(Double.self) + start
  }

  /// The first rows, in the same memory.
  func first(_ rows: Int) -> DenseMatrix {
    DenseMatrix(owner, at: elements - owner.pointer(Double.self), rows: rows, columns: columns)
  }

  static func identity(_ size: Int, budget: ArrayBudget) throws(ArrayError) -> DenseMatrix {
    let matrix = try DenseMatrix(rows: size, columns: size, budget: budget)
    matrix.setToIdentity()
    return matrix
  }

  func setToIdentity() {
    elements.update(repeating: 0, count: rows * columns)
    for i in 0..<min(rows, columns) { self[i, i] = 1 }
  }

  subscript(row: Int, column: Int) -> Double {
    @inline(__always) get { elements[row &* columns &+ column] }
    @inline(__always) nonmutating set { elements[row &* columns &+ column] = newValue }
  }

  @inline(__always)
  func row(_ row: Int) -> UnsafeMutablePointer<Double> { elements + row &* columns }

  func transposed() throws(ArrayError) -> DenseMatrix {
    let result = try DenseMatrix(rows: columns, columns: rows, budget: owner.budget)
    for i in 0..<rows {
      for j in 0..<columns { result[j, i] = self[i, j] }
    }
    return result
  }

  func swapRows(_ i: Int, _ j: Int) {
    if i == j { return }
    let (a, b) = (row(i), row(j))
    for k in 0..<columns { (a[k], b[k]) = (b[k], a[k]) }
  }

  /// Turns rows i and j: c·i + s·j and c·j - s·i.
  @inline(__always)
  func rotateRows(_ i: Int, _ j: Int, _ rotation: Rotation) {
    let (a, b, c, s) = (row(i), row(j), rotation.cosine, rotation.sine)
    for k in 0..<columns { (a[k], b[k]) = (c * a[k] + s * b[k], c * b[k] - s * a[k]) }
  }
}

/// A rotation of the plane.
struct Rotation {
  var cosine: Double
  var sine: Double
}

extension Rotation {
  /// The rotation that turns (f, g) to (r, 0), where r has the sign of f.
  static func zeroing(_ g: Double, against f: Double) -> (rotation: Rotation, r: Double) {
    if g == 0 { return (Rotation(cosine: 1, sine: 0), f) }
    if f == 0 { return (Rotation(cosine: 0, sine: unitSign(g)), g.magnitude) }
    let size = Elementary.hypot(f, g)
    let r = Double(signOf: f, magnitudeOf: size)
    return (Rotation(cosine: f.magnitude / size, sine: g / r), r)
  }
}

/// 1 or -1.
func unitSign(_ x: Double) -> Double { Double(signOf: x, magnitudeOf: 1) }

/// Half the distance from 1 to the next float: the greatest relative error of one rounding.
let unitRoundoff = 0x1p-53

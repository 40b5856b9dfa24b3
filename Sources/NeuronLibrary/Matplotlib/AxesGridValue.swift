import NeuronRuntime
import NeuronSyntax

/// What `subplots` gives for several axes: an array of them, of one or two dimensions.
final class AxesGridValue: ForeignValue {
  private let axes: [AxesValue]
  private let shape: [Int]
  private let library: PlotLibrary

  init(_ axes: [AxesValue], shape: [Int], _ library: PlotLibrary) {
    self.axes = axes
    self.shape = shape
    self.library = library
  }

  var typeName: String { "numpy.ndarray" }

  func representation(in machine: Machine) throws(Interruption) -> String {
    func row(_ axes: some Sequence<AxesValue>) -> String {
      "[" + axes.map { _ in "<Axes: >" }.joined(separator: ", ") + "]"
    }
    guard shape.count == 2 else { return "array(\(row(axes)), dtype=object)" }
    let rows = (0..<shape[0]).map { row(axes[$0 * shape[1]..<($0 + 1) * shape[1]]) }
    return "array([" + rows.joined(separator: ",\n       ") + "], dtype=object)"
  }

  func visitValues(_ visit: (Value) -> Void) {
    for axes in axes { visit(axes.value) }
  }

  var count: Int? { shape.first }

  private func part(_ axes: [AxesValue], _ shape: [Int], _ machine: Machine) -> Value {
    if shape.isEmpty { return axes.first?.value ?? .none }
    return machine.heap.foreign(AxesGridValue(axes, shape: shape, library))
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "flat": return part(axes, [axes.count], machine)
    case "shape": return try machine.heap.tuple(shape.map { Value($0) })
    case "size": return Value(axes.count)
    case "ndim": return Value(shape.count)
    case "T":
      guard shape.count == 2 else { return part(axes, shape, machine) }
      let turned = (0..<shape[1]).flatMap { column in
        (0..<shape[0]).map { axes[$0 * shape[1] + column] }
      }
      return part(turned, shape.reversed(), machine)
    default: return nil
    }
  }

  func method(_ name: String, in machine: Machine) -> Value? {
    library.method(name, of: AxesGridValue.self)
  }

  /// All axes in one row.
  func flattened(in machine: Machine) -> Value { part(axes, [axes.count], machine) }

  func item(at index: Value, in machine: Machine) throws(Interruption) -> Value? {
    guard index.kind == .tuple else { return try item([index], machine) }
    return try item(machine.elements(of: index), machine)
  }

  /// One index or slice for each of the first dimensions.
  private func item(_ indices: [Value], _ machine: Machine) throws(Interruption) -> Value {
    guard indices.count <= shape.count else {
      throw .raised(
        .index,
        "too many indices for array: array is \(shape.count)-dimensional, but \(indices.count) were indexed"
      )
    }
    var picked: [[Int]] = []
    var kept: [Int] = []
    for (axis, size) in shape.enumerated() {
      guard axis < indices.count else {
        picked.append(Array(0..<size))
        kept.append(size)
        continue
      }
      if indices[axis].kind == .slice {
        let (start, count, step) = try machine.slicePositions(indices[axis], count: size)
        picked.append((0..<count).map { start + $0 * step })
        kept.append(count)
        continue
      }
      let index = try machine.indexArgument(indices[axis])
      let place = index < 0 ? index + size : index
      guard (0..<size).contains(place) else {
        throw .raised(
          .index, "index \(index) is out of bounds for axis \(axis) with size \(size)")
      }
      picked.append([place])
    }
    let chosen =
      picked.count == 1
      ? picked[0].map { axes[$0] }
      : picked[0].flatMap { row in picked[1].map { axes[row * shape[1] + $0] } }
    return part(chosen, kept, machine)
  }

  func makeIterator(in machine: Machine) throws(Interruption) -> Value? {
    let rows = try (0..<(shape.first ?? 0)).map { (index) throws(Interruption) in
      try item([Value(index)], machine)
    }
    return try machine.iterator(of: try machine.heap.list(rows))
  }
}

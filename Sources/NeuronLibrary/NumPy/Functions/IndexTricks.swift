import Backprop
import NeuronRuntime

// Objects whose brackets make arrays or indices: `np.c_[x, y]`, `np.s_[1:3]`.

/// What stands in the brackets, as something else.
private final class BracketObject: ForeignValue {
  typealias Body = (Value, Machine) throws(Interruption) -> Value

  let typeName: String
  private let body: Body

  init(_ typeName: String, _ body: @escaping Body) {
    self.typeName = typeName
    self.body = body
  }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<numpy.lib._index_tricks_impl.\(typeName) object>"
  }

  func item(at index: Value, in machine: Machine) throws(Interruption) -> Value? {
    try body(index, machine)
  }
}

extension Machine {
  func defineIndexTricks(in module: NativeModule) {
    func define(_ name: String, _ typeName: String, _ body: @escaping BracketObject.Body) {
      module.define(name, heap.foreign(BracketObject(typeName, body)))
    }
    for (name, typeName, isColumns) in [("r_", "RClass", false), ("c_", "CClass", true)] {
      define(name, typeName) { (index, machine) throws(Interruption) in
        try BracketParts(machine, name, module).joined(index, asColumns: isColumns)
      }
    }
    define("s_", "IndexExpression") { (index, _) throws(Interruption) in index }
    define("index_exp", "IndexExpression") { (index, machine) throws(Interruption) in
      index.kind == .tuple ? index : try machine.heap.tuple([index])
    }
    define("mgrid", "MGridClass") { (index, machine) throws(Interruption) in
      try BracketParts(machine, "mgrid", module).grid(index, isOpen: false)
    }
    define("ogrid", "OGridClass") { (index, machine) throws(Interruption) in
      try BracketParts(machine, "ogrid", module).grid(index, isOpen: true)
    }
    let functions = ArrayFunctions(module, self)
    functions.defineVariadic("ix_") { (values, call) throws(Interruption) in
      try call.openMesh(values)
    }
  }
}

extension ArrayCall {
  /// Each sequence along an axis of its own.
  fileprivate func openMesh(_ values: [Value]) throws(Interruption) -> Value {
    var results: [TracedArray] = []
    for (axis, value) in values.enumerated() {
      var indices = try array(of: value)
      if indices.array.rank != 1 {
        throw .raised(.value, "Cross index must be 1 dimensional")
      }
      if indices.array.count == 0 { indices = try math.converted(indices, to: .int64) }
      if indices.array.dtype == .bool {
        indices = TracedArray(try math.nonzeroPositions(indices.array))
      }
      var shape = Array(repeating: 1, count: values.count)
      shape[axis] = indices.array.count
      results.append(try math.reshaped(indices, to: shape))
    }
    return try tuple(results)
  }
}

/// What stands in brackets, as arrays.
private struct BracketParts {
  let machine: Machine
  let name: String
  let module: NativeModule

  init(_ machine: Machine, _ name: String, _ module: NativeModule) {
    self.machine = machine
    self.name = name
    self.module = module
  }

  private var math: ArrayMath { ArrayMath(machine) }

  private func items(_ index: Value) -> [Value] {
    index.kind == .tuple ? machine.elements(of: index) : [index]
  }

  func joined(_ index: Value, asColumns: Bool) throws(Interruption) -> Value {
    var parts: [TracedArray] = []
    for item in items(index) {
      if item.kind == .string {
        throw .raised(
          .type,
          "np.\(name)['\(machine.textOf(item))', …] is not part of neuron: use np.concatenate or np.stack with an axis"
        )
      }
      var part = item.kind == .slice ? try range(item) : try machine.arrayArgument(item, name)
      if asColumns {
        if part.array.rank < 2 {
          part = try math.reshaped(part, to: [part.array.count, 1])
        }
      } else {
        part = try math.atLeast(1, part)
      }
      parts.append(part)
    }
    return try machine.array(try math.joined(parts, axis: asColumns ? -1 : 0))
  }

  /// `start:stop:step` as `np.arange` gives it.
  private func range(_ slice: Value) throws(Interruption) -> TracedArray {
    let start = try machine.attribute("start", of: slice)
    let stop = try machine.attribute("stop", of: slice)
    let step = try machine.attribute("step", of: slice)
    guard let arange = module["arange"] else { return try math.number(.nan) }
    let values = [
      start.isNone ? Value(0) : start, stop, step.isNone ? Value(1) : step,
    ]
    return try machine.arrayArgument(try machine.call(arange, values), name)
  }

  // MARK: Grids

  func grid(_ index: Value, isOpen: Bool) throws(Interruption) -> Value {
    let items = items(index)
    if let other = items.first(where: { $0.kind != .slice }) {
      throw .raised(
        .attribute, "'\(machine.typeName(other))' object has no attribute 'step'")
    }
    if index.kind != .tuple { return try machine.array(try range(index)) }
    var axes = try math.promoted(
      try items.map { (item) throws(Interruption) in try line(item) })
    let shape = axes.map(\.array.count)
    for axis in axes.indices {
      var own = Array(repeating: 1, count: axes.count)
      own[axis] = shape[axis]
      axes[axis] = try math.reshaped(axes[axis], to: own)
    }
    if isOpen {
      return try machine.heap.tuple(
        try axes.map { (axis) throws(Interruption) in try machine.array(axis) })
    }
    return try machine.array(
      try math.stacked(
        try axes.map { (axis) throws(Interruption) in try math.broadcast(axis, to: shape) },
        axis: 0))
  }

  /// The numbers of a slice as start + i·step.
  private func line(_ slice: Value) throws(Interruption) -> TracedArray {
    func part(_ name: String, _ missing: Double) throws(Interruption) -> (Double, Bool) {
      let value = try machine.attribute(name, of: slice)
      if value.isNone { return (missing, true) }
      guard let number = try machine.tracedNumber(value) else {
        throw .raised(
          .type, "np.\(self.name) takes numbers in slices, not \(machine.typeName(value))")
      }
      return (number.value, machine.integer(value) != nil)
    }
    let (start, startIsWhole) = try part("start", 0)
    let (stop, stopIsWhole) = try part("stop", .nan)
    let (step, stepIsWhole) = try part("step", 1)
    let count = ((stop - start) / step).rounded(.up)
    if count.isNaN { throw .raised(.value, "np.\(name) needs slices that end") }
    let size = Int(exactly: min(max(count, 0), 0x1p62)) ?? 0
    let values = try math.empty([size], .float64)
    for i in 0..<size { values.pointer(Double.self)[i] = Double(i) * step + start }
    let isWhole = startIsWhole && stopIsWhole && stepIsWhole
    return try math.converted(TracedArray(values), to: isWhole ? .int64 : .float64)
  }
}

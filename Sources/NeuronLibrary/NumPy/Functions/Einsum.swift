import Backprop
import NeuronRuntime

// `np.einsum`: sums of products by labels of axes, as `ij,jk->ik`.

/// What the subscripts say. Axes that an ellipsis stands for have labels below 0, the last one -1.
struct EinsumLabels {
  var inputs: [[Int]]
  var output: [Int]
}

extension EinsumLabels {
  private static let prefix = "einstein sum subscripts string"

  /// - Parameter ranks: of the operands.
  init(_ text: String, ranks: [Int]) throws(Interruption) {
    let symbols = text.unicodeScalars.filter { $0 != " " }
    var sides = [[Unicode.Scalar]()]
    var index = 0
    let list = Array(symbols)
    while index < list.count {
      if list[index] == "-" {
        guard index + 1 < list.count, list[index + 1] == ">", sides.count == 1 else {
          throw Self.error("invalid subscript '-' in", "subscripts must be letters")
        }
        sides.append([])
        index += 2
      } else {
        sides[sides.count - 1].append(list[index])
        index += 1
      }
    }
    let operands = sides[0].split(separator: ",", omittingEmptySubsequences: false)
    if operands.count < ranks.count {
      throw .raised(
        .value,
        "fewer operands provided to einstein sum function than specified in the subscripts string")
    }
    if operands.count > ranks.count {
      throw .raised(
        .value,
        "more operands provided to einstein sum function than specified in the subscripts string")
    }
    inputs = []
    for (place, operand) in operands.enumerated() {
      inputs.append(try Self.labels(Array(operand), rank: ranks[place], operand: place))
    }
    let hidden = inputs.joined().filter { $0 < 0 }
    let ellipsis = Array((hidden.min() ?? 0)..<0)
    if sides.count == 2 {
      output = try Self.outputLabels(sides[1], ellipsis, inputs)
    } else {
      let all = inputs.joined().filter { $0 > 0 }
      output = ellipsis + Set(all).sorted().filter { label in all.count { $0 == label } == 1 }
    }
  }

  private static func error(_ start: String, _ end: String) -> Interruption {
    .raised(.value, "\(start) \(prefix), \(end)")
  }

  /// The label of a letter.
  private static func label(_ symbol: Unicode.Scalar) throws(Interruption) -> Int {
    guard symbol.isASCII, symbol.properties.isAlphabetic else {
      throw error("invalid subscript '\(symbol)' in", "subscripts must be letters")
    }
    return Int(symbol.value)
  }

  /// The labels before, in and after an ellipsis that stands for so many axes.
  private static func labels(
    _ symbols: [Unicode.Scalar], rank: Int, operand: Int
  ) throws(Interruption) -> [Int] {
    let dots = symbols.count { $0 == "." }
    guard dots > 0 else {
      let labels = try symbols.map { (symbol) throws(Interruption) in try label(symbol) }
      if labels.count > rank {
        throw .raised(
          .value, "\(prefix) contains too many subscripts for operand \(operand)")
      }
      if labels.count < rank {
        throw .raised(
          .value,
          "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions."
        )
      }
      return labels
    }
    let (before, after) = try parts(symbols, dots, "operand \(operand)")
    let hidden = rank - before.count - after.count
    if hidden < 0 {
      throw .raised(
        .value, "\(prefix) contains too many subscripts for operand \(operand)")
    }
    return before + Array(-hidden..<0) + after
  }

  private static func parts(
    _ symbols: [Unicode.Scalar], _ dots: Int, _ place: String
  ) throws(Interruption) -> ([Int], [Int]) {
    guard dots == 3, let start = symbols.firstIndex(of: "."),
      start + 2 < symbols.count, symbols[start + 1] == ".", symbols[start + 2] == "."
    else {
      throw .raised(
        .value,
        "\(prefix) contains a '.' that is not part of an ellipsis ('...')\(place == "output" ? " in the output" : " in \(place)")"
      )
    }
    let before = try symbols[..<start].map { (symbol) throws(Interruption) in
      try label(symbol)
    }
    let after = try symbols[(start + 3)...].map { (symbol) throws(Interruption) in
      try label(symbol)
    }
    return (before, after)
  }

  private static func outputLabels(
    _ symbols: [Unicode.Scalar], _ ellipsis: [Int], _ inputs: [[Int]]
  ) throws(Interruption) -> [Int] {
    let dots = symbols.count { $0 == "." }
    let labels: [Int]
    if dots > 0 {
      let (before, after) = try parts(symbols, dots, "output")
      labels = before + ellipsis + after
    } else {
      labels = try symbols.map { (symbol) throws(Interruption) in try label(symbol) }
      if !ellipsis.isEmpty {
        throw .raised(
          .value,
          "output has fewer dimensions than the ellipsis of the operands, and no '...' of its own")
      }
    }
    for (place, label) in labels.enumerated() where label > 0 {
      let letter = Unicode.Scalar(UInt8(label))
      if labels[..<place].contains(label) {
        throw .raised(
          .value, "\(prefix) includes output subscript '\(letter)' multiple times")
      }
      if !inputs.joined().contains(label) {
        throw .raised(
          .value,
          "\(prefix) included output subscript '\(letter)' which never appeared in an input")
      }
    }
    return labels
  }
}

/// An operand with the label of each axis, no label twice.
private struct LabelledArray {
  var array: TracedArray
  var labels: [Int]
}

extension ArrayMath {
  func einsum(
    _ labels: EinsumLabels, _ operands: [TracedArray]
  ) throws(Interruption) -> TracedArray {
    let sizes = try labelSizes(labels, operands)
    var terms: [LabelledArray] = []
    for (operand, own) in zip(try promoted(operands), labels.inputs) {
      terms.append(try withoutRepeats(operand, own, sizes))
    }
    var result = terms[0]
    for place in terms.indices.dropFirst() {
      let later = terms[(place + 1)...].flatMap(\.labels) + labels.output
      result = try contracted(result, terms[place], keeping: later)
    }
    return try arranged(result, labels.output, sizes, isAlone: terms.count == 1)
  }

  /// Of each label the size that its axes have, where 1 goes with any.
  private func labelSizes(
    _ labels: EinsumLabels, _ operands: [TracedArray]
  ) throws(Interruption) -> [Int: Int] {
    var sizes: [Int: Int] = [:]
    for (place, (operand, own)) in zip(operands, labels.inputs).enumerated() {
      var seen: [Int: Int] = [:]
      for (label, size) in zip(own, operand.array.shape) {
        if let other = seen[label], other != size {
          let isView = operands.count == 1 && labels.output.contains(label)
          throw .raised(
            .value,
            "dimensions in \(isView ? "single operand" : "operand \(place)") for collapsing index '\(Unicode.Scalar(UInt8(max(label, 0))))' don't match (\(other) != \(size))"
          )
        }
        seen[label] = size
        let known = sizes[label] ?? 1
        if known != 1, size != 1, known != size { throw mismatch(labels, operands) }
        sizes[label] = known == 1 ? size : known
      }
    }
    return sizes
  }

  private func mismatch(_ labels: EinsumLabels, _ operands: [TracedArray]) -> Interruption {
    let summed = Set(labels.inputs.joined()).subtracting(labels.output).sorted()
    var text = ""
    for (operand, own) in zip(operands, labels.inputs) {
      let sizes = (labels.output + summed).map { label in
        own.firstIndex(of: label).map { operand.array.shape[$0] }
      }
      let remapped = sizes.drop { $0 == nil }.map { $0.map(String.init) ?? "newaxis" }
      let comma = sizes.count == 1 ? "," : ""
      text += "\(shapeText(operand.array.shape))->(\(remapped.joined(separator: ","))\(comma)) "
    }
    return .raised(
      .value,
      "operands could not be broadcast together with remapped shapes [original->remapped]: \(text)"
    )
  }

  /// The diagonal for a label that stands twice, and no axis of size 1 for one of a larger size.
  private func withoutRepeats(
    _ operand: TracedArray, _ labels: [Int], _ sizes: [Int: Int]
  ) throws(Interruption) -> LabelledArray {
    let shape = operand.array.shape
    let kept = shape.indices.filter { shape[$0] == sizes[labels[$0]] ?? 1 || shape[$0] != 1 }
    var term = LabelledArray(
      array: try reshaped(operand, to: kept.map { shape[$0] }), labels: kept.map { labels[$0] })
    while let axis2 = term.labels.indices.first(where: {
      term.labels[..<$0].contains(term.labels[$0])
    }), let axis1 = term.labels.firstIndex(of: term.labels[axis2]) {
      let label = term.labels[axis1]
      term.array = try diagonalView(term.array, axis1, axis2)
      term.labels.remove(at: axis2)
      term.labels.remove(at: axis1)
      term.labels.append(label)
    }
    return term
  }

  /// The elements at equal indices along two axes of one size, along a new last axis, as a view.
  private func diagonalView(
    _ x: TracedArray, _ axis1: Int, _ axis2: Int
  ) throws(Interruption) -> TracedArray {
    if !x.isConstant { return try diagonal(x, offset: 0, axis1: axis1, axis2: axis2) }
    let array = x.array
    let others = array.shape.indices.filter { $0 != axis1 && $0 != axis2 }
    array.storage.isShared = true
    return TracedArray(
      NDArray(
        storage: array.storage, dtype: array.dtype, offset: array.offset,
        shape: others.map { array.shape[$0] } + [array.shape[axis1]],
        strides: others.map { array.strides[$0] } + [array.strides[axis1] + array.strides[axis2]]
      ))
  }

  /// The product of two operands, summed over what nothing else needs.
  private func contracted(
    _ x: LabelledArray, _ y: LabelledArray, keeping kept: [Int]
  ) throws(Interruption) -> LabelledArray {
    let x = try summed(x, keeping: kept + y.labels)
    let y = try summed(y, keeping: kept + x.labels)
    let shared = x.labels.filter(y.labels.contains)
    let stack = shared.filter(kept.contains)
    let inner = shared.filter { !kept.contains($0) }
    let rows = x.labels.filter { !shared.contains($0) }
    let columns = y.labels.filter { !shared.contains($0) }
    let order = stack + rows + columns
    if inner.isEmpty {
      return LabelledArray(
        array: try multiply(try spread(x, order), try spread(y, order)), labels: order)
    }
    func size(_ term: LabelledArray, _ labels: [Int]) -> Int {
      term.labels.indices.filter { labels.contains(term.labels[$0]) }
        .map { term.array.array.shape[$0] }.reduce(1, *)
    }
    let sizes = stack.map { size(x, [$0]) }
    let left = try reshaped(
      try spread(x, stack + rows + inner), to: sizes + [size(x, rows), size(x, inner)])
    let right = try reshaped(
      try spread(y, stack + inner + columns), to: sizes + [size(x, inner), size(y, columns)])
    let shape = sizes + rows.map { size(x, [$0]) } + columns.map { size(y, [$0]) }
    return LabelledArray(
      array: try reshaped(try matmul(left, right), to: shape), labels: order)
  }

  private func summed(
    _ x: LabelledArray, keeping kept: [Int]
  ) throws(Interruption) -> LabelledArray {
    let axes = x.labels.indices.filter { !kept.contains(x.labels[$0]) }
    if axes.isEmpty { return x }
    let dtype = x.array.array.dtype
    return LabelledArray(
      array: try converted(try sum(x.array, axes), to: dtype),
      labels: x.labels.filter(kept.contains))
  }

  /// With the axes in the order of `labels`, of size 1 for those that it does not have.
  private func spread(
    _ x: LabelledArray, _ labels: [Int]
  ) throws(Interruption) -> TracedArray {
    let own = labels.compactMap { x.labels.firstIndex(of: $0) }
    let shape = labels.map { label in
      x.labels.firstIndex(of: label).map { x.array.array.shape[$0] } ?? 1
    }
    return try reshaped(try transposed(x.array, own), to: shape)
  }

  private func arranged(
    _ x: LabelledArray, _ output: [Int], _ sizes: [Int: Int], isAlone: Bool
  ) throws(Interruption) -> TracedArray {
    let result = try spread(try summed(x, keeping: output), output)
    return try broadcast(result, to: output.map { sizes[$0] ?? 1 })
  }
}

extension Machine {
  func defineEinsum(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.defineVariadic(
      "einsum", named: ["out", "optimize", "dtype", "order", "casting"]
    ) { (values, call) throws(Interruption) in
      for (place, name) in [(2, "dtype"), (3, "order"), (4, "casting")] {
        try call.refuse(place, name, instead: "leave it out")
      }
      let (text, operands) = try call.einsumOperands(values)
      let labels = try EinsumLabels(text, ranks: operands.map(\.array.rank))
      return try call.value(try call.math.einsum(labels, operands), into: 0)
    }
  }
}

extension ArrayCall {
  /// The subscripts as text, and the operands.
  fileprivate func einsumOperands(
    _ values: [Value]
  ) throws(Interruption) -> (String, [TracedArray]) {
    guard values.count > 1, let first = values.first else {
      throw .raised(
        .value,
        "must specify the einstein sum subscripts string and at least one operand")
    }
    if first.kind == .string {
      return (machine.textOf(first), try arrays(ofItems: Array(values.dropFirst())))
    }
    var texts: [String] = []
    var operands: [TracedArray] = []
    for place in stride(from: 0, to: values.count - 1, by: 2) {
      operands.append(try array(of: values[place]))
      texts.append(try subscripts(values[place + 1]))
    }
    var text = texts.joined(separator: ",")
    if values.count % 2 == 1, let last = values.last { text += "->" + (try subscripts(last)) }
    return (text, operands)
  }

  /// Labels that are given as numbers, as letters.
  private func subscripts(_ value: Value) throws(Interruption) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    return try machine.allItems(of: value).map { (item) throws(Interruption) in
      if item.kind == .ellipsis { return "..." }
      let index = try machine.indexArgument(item)
      guard letters.indices.contains(index) else {
        throw .raised(.value, "subscript is not within the valid range [0, 52)")
      }
      return String(letters[index])
    }.joined()
  }
}

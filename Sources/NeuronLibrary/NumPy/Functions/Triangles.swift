import Backprop
import NeuronRuntime

// Indices of diagonals and triangles.

extension ArrayMath {
  /// The rows and columns where `isMeant` holds, as two arrays.
  fileprivate func indices(
    _ rows: Int, _ columns: Int, where isMeant: (Int, Int) -> Bool
  ) throws(Interruption) -> [TracedArray] {
    let mask = try empty([rows, columns], .bool)
    let truths = mask.pointer(UInt8.self)
    if mask.count > 0 {
      for row in 0..<rows {
        for column in 0..<columns {
          truths[row * columns + column] = isMeant(row, column) ? 1 : 0
        }
      }
    }
    return try nonzero(mask).map { TracedArray($0) }
  }

  fileprivate func triangle(
    _ rows: Int, _ columns: Int, offset: Int, isLower: Bool
  ) throws(Interruption) -> [TracedArray] {
    let (rows, columns) = (max(rows, 0), max(columns, 0))
    return try indices(rows, columns) { row, column in
      let distance = column - row
      return isLower ? distance <= offset : distance >= offset
    }
  }
}

extension Machine {
  func defineTriangles(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("diag_indices", "n, ndim=") { (call) throws(Interruption) in
      try call.diagonal(size: try call.integer(0, else: 0), rank: try call.integer(1, else: 2))
    }
    functions.define("diag_indices_from", "arr") { (call) throws(Interruption) in
      let shape = try call.array(0).array.shape
      if shape.count < 2 { throw .raised(.value, "input array must be at least 2-d") }
      if shape.contains(where: { $0 != shape[0] }) {
        throw .raised(.value, "All dimensions of input must be of equal length")
      }
      return try call.diagonal(size: shape[0], rank: shape.count)
    }
    for (name, isLower) in [("tril", true), ("triu", false)] {
      functions.define(name + "_indices", "n, k=, m=") { (call) throws(Interruption) in
        let rows = try call.integer(0, else: 0)
        let columns = try call[2] == nil ? rows : call.integer(2, else: rows)
        return try call.tuple(
          try call.math.triangle(
            rows, columns, offset: try call.integer(1, else: 0), isLower: isLower))
      }
      functions.define(name + "_indices_from", "arr, k=") { (call) throws(Interruption) in
        let shape = try call.array(0).array.shape
        if shape.count != 2 { throw .raised(.value, "input array must be 2-d") }
        return try call.tuple(
          try call.math.triangle(
            shape[0], shape[1], offset: try call.integer(1, else: 0), isLower: isLower))
      }
    }
    functions.define("mask_indices", "n, mask_func, k=") { (call) throws(Interruption) in
      let size = try call.integer(0, else: 0)
      let ones = try call.machine.array(try call.math.filled(1 as Int64, [size, size]))
      let offset = call.given(2) ?? Value(0)
      let mask = try call.machine.call(call.given(1) ?? .none, [ones, offset])
      return try call.tuple(
        try call.math.nonzero(try call.array(of: mask).array).map { TracedArray($0) })
    }
    defineNumerals(functions)
  }

  /// Whole numbers as text, in another base than ten.
  private func defineNumerals(_ functions: ArrayFunctions) {
    functions.define("base_repr", "number, base=, padding=") { (call) throws(Interruption) in
      let base = try call.integer(1, else: 2)
      if base > 36 {
        throw .raised(.value, "Bases greater than 36 not handled in base_repr.")
      }
      if base < 2 {
        throw .raised(.value, "Bases less than 2 not handled in base_repr.")
      }
      let number = try call.integer(0, else: 0)
      let padding = max(try call.integer(2, else: 0), 0)
      try call.machine.reserve(padding)
      let digits = number == 0 ? "" : String(number.magnitude, radix: base, uppercase: true)
      let zeros = String(repeating: "0", count: number == 0 ? max(padding, 1) : padding)
      return try call.machine.heap.string((number < 0 ? "-" : "") + zeros + digits)
    }
    functions.define("binary_repr", "num, width=") { (call) throws(Interruption) in
      let number = try call.integer(0, else: 0)
      let width = try call[1] == nil ? nil : max(call.integer(1, else: 0), 0)
      try call.machine.reserve(width ?? 0)
      let digits = String(number.magnitude, radix: 2)
      guard let width else {
        return try call.machine.heap.string((number < 0 ? "-" : "") + digits)
      }
      let text = try number < 0 ? call.twosComplement(number, width) : digits
      if text.count > width {
        throw .raised(
          .value, "Insufficient bit width=\(width) provided for binwidth=\(text.count)")
      }
      let fill = String(repeating: number < 0 ? "1" : "0", count: width - text.count)
      return try call.machine.heap.string(fill + text)
    }
  }
}

extension ArrayCall {
  fileprivate func diagonal(size: Int, rank: Int) throws(Interruption) -> Value {
    let places = try math.empty([max(size, 0)], .int64)
    for index in 0..<places.count { places.pointer(Int64.self)[index] = Int64(index) }
    let item = try machine.array(places)
    try machine.reserve(max(rank, 0), times: 16)
    return try machine.heap.tuple(Array(repeating: item, count: max(rank, 0)))
  }

  /// The fewest bits that tell a negative number.
  fileprivate func twosComplement(_ number: Int, _ width: Int) throws(Interruption) -> String {
    let bits = Int.bitWidth - (~number).leadingZeroBitCount + 1
    let mask = bits >= 64 ? UInt.max : (1 << UInt(bits)) - 1
    return String(UInt(bitPattern: number) & mask, radix: 2)
  }
}

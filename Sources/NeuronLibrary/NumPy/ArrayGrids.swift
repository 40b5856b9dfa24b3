import Backprop
import NeuronRuntime

// Diagonals, triangles and grids.

extension Machine {
  func defineDiagonals(in module: NativeModule) {
    let eye = Signature(name: "eye", required: ["N"], optional: ["M", "k", "dtype", "order"])
    module.define(
      "eye",
      makeNative("eye") { (arguments, machine) throws(Interruption) in
        let given = try eye.bind(arguments)
        let rows = try machine.indexArgument(given.value(0))
        let columns = try machine.integer(given[1], rows)
        let diagonal = try machine.integer(given[2], 0)
        return try machine.array(
          try machine.marked(rows, columns, try machine.dtypeArgument(given[3] ?? .none)) {
            $1 - $0 == diagonal
          })
      })
    let identity = Signature(name: "identity", required: ["n"], optional: ["dtype"])
    module.define(
      "identity",
      makeNative("identity") { (arguments, machine) throws(Interruption) in
        let given = try identity.bind(arguments)
        let size = try machine.indexArgument(given.value(0))
        return try machine.array(
          try machine.marked(size, size, try machine.dtypeArgument(given[1] ?? .none)) {
            $0 == $1
          })
      })
    let tri = Signature(name: "tri", required: ["N"], optional: ["M", "k", "dtype"])
    module.define(
      "tri",
      makeNative("tri") { (arguments, machine) throws(Interruption) in
        let given = try tri.bind(arguments)
        let rows = try machine.indexArgument(given.value(0))
        let columns = try machine.integer(given[1], rows)
        let diagonal = try machine.integer(given[2], 0)
        return try machine.array(
          try machine.marked(rows, columns, try machine.dtypeArgument(given[3] ?? .none)) {
            $1 - $0 <= diagonal
          })
      })
    for (name, isLower) in [("tril", true), ("triu", false)] {
      let signature = Signature(name: name, required: ["m"], optional: ["k"])
      module.define(
        name,
        makeNative(name) { (arguments, machine) throws(Interruption) in
          let given = try signature.bind(arguments)
          return try machine.triangle(
            try machine.arrayArgument(given.value(0), name), try machine.integer(given[1], 0),
            isLower: isLower)
        })
    }
    for name in ["diag", "diagflat"] {
      let signature = Signature(name: name, required: ["v"], optional: ["k"])
      module.define(
        name,
        makeNative(name) { (arguments, machine) throws(Interruption) in
          let given = try signature.bind(arguments)
          let x = try machine.arrayArgument(given.value(0), name)
          let diagonal = try machine.integer(given[1], 0)
          if name == "diagflat" {
            let line = try machine.apply(.reshape([x.array.count]), [x])
            return try machine.array(try machine.matrix(ofDiagonal: line, diagonal))
          }
          switch x.array.rank {
          case 1: return try machine.array(try machine.matrix(ofDiagonal: x, diagonal))
          case 2: return try machine.array(try machine.diagonal(of: x, diagonal))
          default: throw .raised(.value, "Input must be 1- or 2-d.")
          }
        })
    }
  }

  private func integer(_ value: Value?, _ missing: Int) throws(Interruption) -> Int {
    guard let value, !value.isNone else { return missing }
    return try indexArgument(value)
  }

  /// 1 where `isMarked` holds for row and column, else 0.
  private func marked(
    _ rows: Int, _ columns: Int, _ dtype: DType, _ isMarked: (Int, Int) -> Bool
  ) throws(Interruption) -> NDArray {
    let result = try zeros([rows, columns], dtype)
    for row in 0..<rows {
      for column in 0..<columns where isMarked(row, column) {
        let place = row * columns + column
        switch dtype {
        case .float64: result.pointer(Double.self)[place] = 1
        case .int64: result.pointer(Int64.self)[place] = 1
        case .bool: result.pointer(UInt8.self)[place] = 1
        }
      }
    }
    try charge(result.count / 4)
    return result
  }

  private func triangle(
    _ x: TracedArray, _ diagonal: Int, isLower: Bool
  ) throws(Interruption) -> Value {
    let shape = x.array.shape
    guard let columns = shape.last else {
      throw .raised(.type, "tri() missing 1 required positional argument: 'N'")
    }
    let rows = shape.count > 1 ? shape[shape.count - 2] : columns
    let mask = try marked(rows, columns, .bool) {
      isLower ? $1 - $0 <= diagonal : $1 - $0 >= diagonal
    }
    let zero = TracedArray(try zeros([], x.array.dtype))
    return try array(try apply(.select, [TracedArray(mask), x, zero]))
  }

  private func matrix(
    ofDiagonal x: TracedArray, _ diagonal: Int
  ) throws(Interruption) -> TracedArray {
    let (size, overflows) = x.array.count.addingReportingOverflow(
      Int(clamping: diagonal.magnitude))
    if overflows { throw .memoryLimit(limits.memory) }
    let empty = TracedArray(try zeros([size, size], x.array.dtype))
    let (row, column) = (max(-diagonal, 0), max(diagonal, 0))
    let places = (0..<x.array.count).map { Int64((row + $0) * size + column + $0) }
    return try apply(
      .putAt(positions: try integers(places), shape: [x.array.count]), [empty, x])
  }

  private func diagonal(
    of x: TracedArray, _ diagonal: Int
  ) throws(Interruption) -> TracedArray {
    let (rows, columns) = (x.array.shape[0], x.array.shape[1])
    let (row, column) = (max(-max(diagonal, -rows), 0), max(min(diagonal, columns), 0))
    let count = max(min(rows - row, columns - column), 0)
    let places = (0..<count).map { Int64((row + $0) * columns + column + $0) }
    return try apply(.take(positions: try integers(places), shape: [count]), [x])
  }

  // MARK: Grids

  func defineGrids(in module: NativeModule) {
    module.define(
      "meshgrid",
      makeNative("meshgrid") { (arguments, machine) throws(Interruption) in
        for keyword in arguments.keywords
        where !["copy", "sparse", "indexing"].contains(keyword) {
          throw .raised(.type, "meshgrid() got an unexpected keyword argument '\(keyword)'")
        }
        let indexing = arguments.keyword("indexing")
        let isColumnsFirst: Bool
        switch indexing.map({ $0.kind == .string ? machine.textOf($0) : "" }) ?? "xy" {
        case "xy": isColumnsFirst = true
        case "ij": isColumnsFirst = false
        default: throw .raised(.value, "Valid values for `indexing` are 'xy' and 'ij'.")
        }
        return try machine.grid(
          arguments.positional, isColumnsFirst: isColumnsFirst,
          isSparse: try machine.flag(arguments.keyword("sparse"), false))
      })
    let indices = Signature(
      name: "indices", required: ["dimensions"], optional: ["dtype", "sparse"])
    module.define(
      "indices",
      makeNative("indices") { (arguments, machine) throws(Interruption) in
        let given = try indices.bind(arguments)
        if try machine.flag(given[2], false) {
          throw .raised(
            .type, "np.indices with sparse=True is not part of neuron: use np.ogrid or np.ix_")
        }
        return try machine.array(
          try machine.placeNumbers(
            try machine.shapeArgument(given.value(0)),
            try given[1].map { (dtype) throws(Interruption) in
              try machine.dtypeArgument(dtype)
            } ?? .int64))
      })
    let fromFunction = Signature(
      name: "fromfunction", required: ["function", "shape"], keywordOnly: ["dtype", "like"])
    module.define(
      "fromfunction",
      makeNative("fromfunction") { (arguments, machine) throws(Interruption) in
        let given = try fromFunction.bind(arguments)
        let shape = try machine.shapeArgument(given.value(1))
        let all = try machine.placeNumbers(shape, try machine.dtypeArgument(given[2] ?? .none))
        var places: [Value] = []
        for axis in shape.indices {
          places.append(
            try machine.array(
              try machine.attempt { () throws(ArrayError) in
                try all.view(BasicIndex([.position(axis)])).contiguousCopy()
              }))
        }
        return try machine.call(given.value(0), places)
      })
  }

  /// For each axis the number of each element along it: shape [rank] before the shape.
  private func placeNumbers(_ shape: [Int], _ dtype: DType) throws(Interruption) -> NDArray {
    let result = try zeros([shape.count] + shape, .int64)
    let target = result.pointer(Int64.self)
    let count = NDArray.product(shape)
    for axis in shape.indices {
      let behind = NDArray.product(Array(shape[(axis + 1)...]))
      for index in 0..<count {
        target[axis * count + index] = Int64(index / behind % shape[axis])
      }
    }
    try charge(result.count / 4)
    return try cast(TracedArray(result), to: dtype).array
  }

  private func grid(
    _ values: [Value], isColumnsFirst: Bool, isSparse: Bool
  ) throws(Interruption) -> Value {
    var lines: [TracedArray] = []
    for value in values {
      let x = try arrayArgument(value, "meshgrid")
      lines.append(try apply(.reshape([x.array.count]), [x]))
    }
    var order = Array(lines.indices)
    if isColumnsFirst, order.count > 1 { order.swapAt(0, 1) }
    let shape = order.map { lines[$0].array.count }
    var results: [Value] = []
    for index in lines.indices {
      var own = Array(repeating: 1, count: lines.count)
      if let place = order.firstIndex(of: index) { own[place] = lines[index].array.count }
      let standing = try apply(.reshape(own), [lines[index]])
      let spread = isSparse ? standing : try apply(.broadcast(to: shape), [standing])
      results.append(try array(try copy(spread)))
    }
    return try heap.tuple(results)
  }
}

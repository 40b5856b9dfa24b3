import Backprop
import NeuronRuntime

// Methods of arrays. Those that are also functions of numpy with the array as their first argument are
// these functions.

extension NumPyLibrary {
  private static let shared: Set<String> = [
    "all", "any", "argmax", "argmin", "argpartition", "argsort", "choose", "conj", "conjugate",
    "cumprod", "cumsum", "diagonal", "max", "mean", "min", "nonzero", "prod", "ravel",
    "repeat", "round", "searchsorted", "squeeze", "std", "sum", "swapaxes", "take", "trace", "var",
  ]

  /// A method of arrays, as a native that takes the array first.
  func method(_ name: String, in machine: Machine) -> Value? {
    let module = module(in: machine)
    if let method = methods[name] { return method }
    return Self.shared.contains(name) ? module?[name] : nil
  }
}

extension Machine {
  /// Defines the methods that are no functions, or other ones.
  func defineArrayMethods(in library: NumPyLibrary) {
    defineConversions(library)
    defineShapeMethods(library)
    defineChangingMethods(library)
  }

  private func define(
    _ library: NumPyLibrary, _ signature: Signature,
    _ body: @escaping (Machine, ArrayValue, Signature.Bound) throws(Interruption) -> Value
  ) {
    library.methods[signature.name] = makeNative(signature.name) {
      (arguments, machine) throws(Interruption) in
      let bound = try signature.bind(arguments.droppingFirst)
      return try body(machine, try machine.receiver(arguments), bound)
    }
  }

  /// The array whose method is called; a NumPy number is one of rank 0.
  private func receiver(_ arguments: Arguments) throws(Interruption) -> ArrayValue {
    if let array = arrayValue(arguments[0]) { return array }
    let value = try array(try arrayArgument(arguments[0], "array"))
    guard let array = arrayValue(value) else {
      throw .raised(.type, "a method of arrays was called on something else")
    }
    array.isNumber = arguments[0].kind != .list && arguments[0].kind != .tuple
    return array
  }

  // MARK: Other types and copies

  private func defineConversions(_ library: NumPyLibrary) {
    library.methods["item"] = makeNative("item") { (arguments, machine) throws(Interruption) in
      try arguments.expect("item", 1...66)
      return try machine.item(
        of: try machine.receiver(arguments), Array(arguments.positional.dropFirst()))
    }
    define(library, Signature(name: "tolist", required: [])) {
      (machine, array, _) throws(Interruption) in
      try machine.list(of: array.traced(in: machine))
    }
    define(
      library,
      Signature(
        name: "astype", required: ["dtype"], optional: ["order", "casting", "subok", "copy"])
    ) { (machine, array, given) throws(Interruption) in
      let dtype = try machine.dtypeArgument(given.value(0))
      let isCopied = try given[4].map { (copy) throws(Interruption) in try machine.isTrue(copy) }
      let own = array.traced(in: machine)
      if own.array.dtype == dtype, isCopied == false { return array.value }
      let result =
        dtype == own.array.dtype ? try machine.copy(own) : try machine.cast(own, to: dtype)
      return array.isNumber ? machine.number(result) : try machine.array(result)
    }
    define(library, Signature(name: "copy", required: [], optional: ["order"])) {
      (machine, array, _) throws(Interruption) in
      let result = try machine.copy(array.traced(in: machine))
      return array.isNumber ? machine.number(result) : try machine.array(result)
    }
    define(library, Signature(name: "view", required: [], optional: ["dtype"])) {
      (machine, array, given) throws(Interruption) in
      if given[0] != nil {
        throw .raised(
          .type, "a.view with a dtype reads the memory as another type, which is not part of neuron"
        )
      }
      if array.isNumber { return machine.number(array.traced(in: machine)) }
      return try machine.array(
        try machine.apply(.view(BasicIndex([])), [array.traced(in: machine)]), base: array.value)
    }
    for name in ["tobytes", "tofile", "tostring", "dump", "dumps", "byteswap", "getfield"] {
      library.methods[name] = makeNative(name) { (_, _) throws(Interruption) in
        throw .raised(.type, "'numpy.ndarray.\(name)' is not part of neuron")
      }
    }
    library.methods["dot"] = makeNative("dot") { (arguments, machine) throws(Interruption) in
      if arguments.count == 1, arguments.keywords.isEmpty {
        throw .raised(.type, "dot() missing required argument 'b' (pos 0)")
      }
      guard let function = machine.numPy.module(in: machine)?["dot"] else { return .none }
      let given = arguments.positional + arguments.keywords.compactMap(arguments.keyword)
      return try machine.call(function, given, keywords: arguments.keywords)
    }
    // Python reverses what has a length and items.
    library.methods["__reversed__"] = makeNative("__reversed__") {
      (arguments, machine) throws(Interruption) in
      let array = try machine.receiver(arguments)
      if array.array.rank == 0 { throw .raised(.type, "len() of unsized object") }
      return machine.heap.foreign(ArrayIterator(array, isReversed: true))
    }
    library.methods["__is_integer"] = makeNative("is_integer") { (_, _) throws(Interruption) in
      Value(true)
    }
    library.methods["__bit_count"] = makeNative("bit_count") {
      (arguments, _) throws(Interruption) in
      Value(arguments[0].int.magnitude.nonzeroBitCount)
    }
    library.methods["__flat_copy"] = makeNative("copy") {
      (arguments, machine) throws(Interruption) in
      guard let flat = machine.foreign(arguments[0]) as? FlatArray else { return .none }
      return try flat.copied(in: machine)
    }
  }

  private func item(of array: ArrayValue, _ places: [Value]) throws(Interruption) -> Value {
    let own = array.traced(in: self)
    let index: Value
    if places.isEmpty {
      guard own.array.count == 1 else {
        throw .raised(.value, "can only convert an array of size 1 to a Python scalar")
      }
      return plainNumber(number(try apply(.reshape([]), [own])))
    } else if places.count == 1, places[0].kind != .tuple {
      let given = try indexArgument(places[0])
      let count = own.array.count
      let position = given < 0 ? given &+ count : given
      guard position >= 0, position < count else {
        let axis = own.array.rank == 1 ? "axis 0 with " : ""
        throw .raised(.index, "index \(given) is out of bounds for \(axis)size \(count)")
      }
      var (rest, parts) = (position, [Value]())
      for size in own.array.shape.reversed() {
        parts.insert(Value(rest % max(size, 1)), at: 0)
        rest /= max(size, 1)
      }
      index = try heap.tuple(parts)
    } else {
      let parts = places.count == 1 ? elements(of: places[0]) : places
      guard parts.count == own.array.rank else {
        throw .raised(.value, "incorrect number of indices for array")
      }
      index = try heap.tuple(parts)
    }
    return plainNumber(try item(of: array.value, at: index))
  }

  /// A NumPy number as Python's own.
  func plainNumber(_ value: Value) -> Value {
    switch value.kind {
    case .float: tracing.value(tracing.traced(value), isNumPy: false)
    case .int: Value(value.int)
    default: Value(value.isTrueBool)
    }
  }

  /// Nested lists of plain numbers; of rank 0 a number.
  func list(of x: TracedArray) throws(Interruption) -> Value {
    let array = x.array
    if array.rank == 0 { return plainNumber(number(x)) }
    try charge(array.count)
    try reserve(array.count, times: MemoryLayout<Value>.stride)
    return try nested { () throws(Interruption) in
      var items: [Value] = []
      items.reserveCapacity(array.shape[0])
      for index in 0..<array.shape[0] {
        if array.rank == 1, x.isConstant {
          items.append(plainNumber(number(array, atOffset: index * array.strides[0])))
        } else {
          let part = try apply(.view(BasicIndex([.position(index)])), [x])
          items.append(try list(of: part))
        }
      }
      return try heap.list(items)
    }
  }

  // MARK: Shapes

  private func defineShapeMethods(_ library: NumPyLibrary) {
    library.methods["reshape"] = makeNative("reshape") {
      (arguments, machine) throws(Interruption) in
      try arguments.expectKeywords("reshape", ["order", "copy", "shape"])
      let array = try machine.receiver(arguments)
      let sizes = Array(arguments.positional.dropFirst())
      guard let first = sizes.first ?? arguments.keyword("shape") else {
        throw .raised(.type, "reshape() takes exactly 1 argument (0 given)")
      }
      let shape = sizes.count > 1 ? try machine.heap.tuple(sizes) : first
      guard let function = machine.numPy.module(in: machine)?["reshape"] else { return .none }
      var named: [(String, Value)] = []
      for name in ["order", "copy"] {
        if let value = arguments.keyword(name) { named.append((name, value)) }
      }
      let result = try machine.call(
        function, [array.value, shape] + named.map(\.1), keywords: named.map(\.0))
      guard array.isNumber, let result = machine.arrayValue(result) else { return result }
      return try machine.value(of: result.traced(in: machine))
    }
    library.methods["transpose"] = makeNative("transpose") {
      (arguments, machine) throws(Interruption) in
      try arguments.expect("transpose", 1...65)
      if arguments[0].isNumPy { return arguments[0] }
      let array = try machine.receiver(arguments)
      guard let function = machine.numPy.module(in: machine)?["transpose"] else { return .none }
      if arguments.count == 1 { return try machine.call(function, [array.value]) }
      let axes =
        arguments.count == 2
        ? arguments[1] : try machine.heap.tuple(Array(arguments.positional.dropFirst()))
      return try machine.call(function, [array.value, axes])
    }
    define(library, Signature(name: "flatten", required: [], optional: ["order"])) {
      (machine, array, given) throws(Interruption) in
      guard let function = machine.numPy.module(in: machine)?["ravel"] else { return .none }
      let order = given[0].map { [$0] } ?? []
      let line = try machine.call(function, [array.value] + order)
      return try machine.array(try machine.copy(try machine.arrayArgument(line, "flatten")))
    }
    define(
      library, Signature(name: "clip", required: [], optional: ["min", "max", "out"])
    ) { (machine, array, given) throws(Interruption) in
      guard let function = machine.numPy.module(in: machine)?["clip"] else { return .none }
      return try machine.call(
        function, [array.value, given[0] ?? .none, given[1] ?? .none, given[2] ?? .none])
    }
  }

  // MARK: In place

  private func defineChangingMethods(_ library: NumPyLibrary) {
    define(library, Signature(name: "fill", required: ["value"])) {
      (machine, array, given) throws(Interruption) in
      let value = try machine.assignedValue(given.value(0), array.array.dtype, rank: 0)
      try machine.write(value, to: array, at: .whole)
      return .none
    }
    define(
      library, Signature(name: "sort", required: [], optional: ["axis", "kind", "order", "stable"])
    ) { (machine, array, given) throws(Interruption) in
      guard let function = machine.numPy.module(in: machine)?["sort"] else { return .none }
      let sorted = try machine.call(function, [array.value] + (given[0].map { [$0] } ?? []))
      try machine.write(
        try machine.arrayArgument(sorted, "sort"), to: array, at: .whole)
      return .none
    }
    define(
      library, Signature(name: "partition", required: ["kth"], optional: ["axis", "kind", "order"])
    ) { (machine, array, given) throws(Interruption) in
      guard let function = machine.numPy.module(in: machine)?["partition"] else { return .none }
      let sorted = try machine.call(
        function, [array.value, given.value(0)] + (given[1].map { [$0] } ?? []))
      try machine.write(
        try machine.arrayArgument(sorted, "partition"), to: array, at: .whole)
      return .none
    }
    define(
      library, Signature(name: "put", required: ["indices", "values"], optional: ["mode"])
    ) { (machine, array, given) throws(Interruption) in
      let flat = FlatArray(array)
      let indices = try machine.array(try machine.arrayArgument(given.value(0), "put"))
      _ = try flat.setItem(at: indices, to: given.value(1), in: machine)
      return .none
    }
    define(
      library, Signature(name: "setflags", required: [], optional: ["write", "align", "uic"])
    ) { (machine, array, given) throws(Interruption) in
      if let write = given[0], !write.isNone { array.isWritable = try machine.isTrue(write) }
      return .none
    }
    library.methods["resize"] = makeNative("resize") { (_, _) throws(Interruption) in
      throw .raised(
        .type, "a.resize changes the array itself, which is not part of neuron: a = np.resize(a, …)"
      )
    }
  }
}

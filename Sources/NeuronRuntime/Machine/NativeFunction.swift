import Backprop

/// A function of the language that is written in Swift.
package struct NativeFunction {
  /// As Python names it in messages.
  package let name: String
  package let body: (Arguments, Machine) throws(Interruption) -> Value
  /// What it is on one float, for the interpreter's loop to call directly. Where it is not finite,
  /// `body` is asked, which knows the errors.
  let scalar: Scalar?

  package struct Scalar {
    let operation: Operation
    let function: @convention(c) (Double) -> Double

    /// - Parameter function: gives the values of `operation`, which stands on the tape for it.
    package init(_ operation: Operation, _ function: @escaping @convention(c) (Double) -> Double) {
      self.operation = operation
      self.function = function
    }
  }

  package init(
    _ name: String, _ body: @escaping (Arguments, Machine) throws(Interruption) -> Value,
    scalar: Scalar? = nil
  ) {
    self.name = name
    self.body = body
    self.scalar = scalar
  }
}

/// The natives of a machine by their index, in raw memory.
final class NativeTable {
  private(set) var functions: UnsafeMutablePointer<NativeFunction>
  private var count = 0
  private var capacity = 1024

  init() {
    functions = .allocate(capacity: capacity)
  }

  deinit {
    functions.deinitialize(count: count)
    functions.deallocate()
  }

  subscript(index: Int) -> NativeFunction { functions[index] }

  /// - Returns: its index.
  func append(_ function: NativeFunction) -> Int {
    if count == capacity {
      let larger = UnsafeMutablePointer<NativeFunction>.allocate(capacity: capacity * 2)
      larger.moveInitialize(from: functions, count: count)
      functions.deallocate()
      functions = larger
      capacity *= 2
    }
    (functions + count).initialize(to: function)
    count += 1
    return count - 1
  }
}

/// The arguments of a call to a native, in the machine's registers: positional ones first, then those
/// given by keyword.
package struct Arguments {
  let base: UnsafeMutablePointer<Value>
  /// The number of positional arguments.
  package let count: Int
  /// The names of the arguments that follow the positional ones.
  package let keywords: [String]

  @inline(__always)
  package subscript(index: Int) -> Value { base[index] }

  /// Whether none is given by keyword.
  package var areByPlace: Bool { keywords.isEmpty }

  /// The positional arguments.
  package var positional: [Value] { Array(UnsafeBufferPointer(start: base, count: count)) }

  package func keyword(_ name: String) -> Value? {
    for (index, keyword) in keywords.enumerated() where keyword == name {
      return base[count + index]
    }
    return nil
  }

  /// What follows the first positional argument.
  package var droppingFirst: Arguments {
    Arguments(base: base + 1, count: count - 1, keywords: keywords)
  }

  /// Gives `body` the arguments without a keyword.
  package func leavingOut<R>(
    _ name: String, _ body: (Arguments) throws(Interruption) -> R
  ) throws(Interruption) -> R {
    let left = keywords.filter { $0 != name }
    let values = UnsafeMutablePointer<Value>.allocate(capacity: max(count + left.count, 1))
    defer { values.deallocate() }
    for (index, value) in (positional + left.compactMap(keyword)).enumerated() {
      (values + index).initialize(to: value)
    }
    return try body(Arguments(base: values, count: count, keywords: left))
  }

  /// Checks the number of positional arguments, and that no keyword is given, in Python's words.
  package func expect(_ name: String, _ range: ClosedRange<Int>) throws(Interruption) {
    if !keywords.isEmpty {
      throw .raised(.type, "\(name)() takes no keyword arguments")
    }
    try expectPositional(name, range)
  }

  /// Checks the number of positional arguments, in Python's words.
  package func expectPositional(_ name: String, _ range: ClosedRange<Int>) throws(Interruption) {
    if range.contains(count) { return }
    if range.lowerBound == range.upperBound {
      let expected =
        switch range.lowerBound {
        case 0: "no arguments"
        case 1: "exactly one argument"
        default: "\(range.lowerBound) arguments"
        }
      if range.lowerBound > 1 {
        throw .raised(.type, "\(name) expected \(expected), got \(count)")
      }
      throw .raised(.type, "\(name)() takes \(expected) (\(count) given)")
    }
    let (bound, word) =
      count < range.lowerBound ? (range.lowerBound, "at least") : (range.upperBound, "at most")
    throw .raised(
      .type, "\(name) expected \(word) \(bound) argument\(bound == 1 ? "" : "s"), got \(count)")
  }

  /// As `expectPositional`, in the words of functions that count with `PyArg_UnpackTuple`.
  func expectExactly(_ name: String, _ expected: Int) throws(Interruption) {
    if count == expected { return }
    throw .raised(
      .type, "\(name) expected \(expected) argument\(expected == 1 ? "" : "s"), got \(count)")
  }

  /// Checks the number of all arguments of a function whose parameters may be given by name.
  package func expectAtMost(_ name: String, _ parameters: [String]) throws(Interruption) {
    let given = count + keywords.count
    if given > parameters.count {
      throw .raised(
        .type,
        "\(name)() takes at most \(parameters.count) arguments (\(given) given)")
    }
    try expectKeywords(name, parameters)
  }

  /// Checks that every keyword is one of `allowed`.
  package func expectKeywords(_ name: String, _ allowed: [String]) throws(Interruption) {
    for keyword in keywords where !allowed.contains(keyword) {
      throw .raised(.type, "'\(keyword)' is an invalid keyword argument for \(name)()")
    }
  }

  /// The value for a parameter that may be given by place or by name.
  package func value(at index: Int, or name: String) -> Value? {
    index < count ? base[index] : keyword(name)
  }
}

/// A module that a program may import: names with values. One of the library never changes once made.
package final class NativeModule {
  package let name: String
  /// What the program's author wrote; `nil` for a module of the library.
  let program: ProgramModule?
  private var members: [String: Value] = [:]
  /// Members that are made when they are first asked for.
  private var makers: [String: () -> Value] = [:]
  private var definedNames: [String] = []
  /// Why a name is not here that a program may well look for: the message of the error; `nil` for any
  /// other name.
  package var reasonForAbsence: ((String) -> String?)?

  /// - Parameter size: about how many members it will have.
  package init(name: String, size: Int = 0) {
    self.name = name
    program = nil
    members.reserveCapacity(size)
    definedNames.reserveCapacity(size)
  }

  init(name: String, program: ProgramModule) {
    self.name = name
    self.program = program
  }

  package subscript(member: String) -> Value? {
    if let program { return program.namespace.ownValue(member) }
    return members[member] ?? made(member)
  }

  private func made(_ member: String) -> Value? {
    guard let make = makers.removeValue(forKey: member) else { return nil }
    let value = make()
    members[member] = value
    return value
  }

  /// In the order of definition, for suggestions and for tracing in a fixed order.
  package var names: [String] { program?.namespace.ownNames ?? definedNames }

  package func define(_ name: String, _ value: Value) {
    if members.updateValue(value, forKey: name) == nil { definedNames.append(name) }
  }

  /// A member that costs something to make, and that few programs ask for.
  package func define(_ name: String, whenAskedFor make: @escaping () -> Value) {
    makers[name] = make
    definedNames.append(name)
  }

  /// The members of a program's module are visited with all global names.
  package func visitValues(_ visit: (Value) -> Void) {
    for name in definedNames {
      if let value = members[name] { visit(value) }
    }
  }
}

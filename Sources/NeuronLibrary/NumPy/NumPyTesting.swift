import Backprop
import NeuronRuntime

/// `numpy.testing`: assertions about arrays.
func makeNumPyTestingModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "numpy.testing")
  let functions = ArrayFunctions(module, machine)
  functions.define("assert_", "val, msg=") { (call) throws(Interruption) in
    if try call.machine.isTrue(call.given(0) ?? .none) { return .none }
    let message = try call.given(1).map { (value) throws(Interruption) in
      try call.machine.text(of: value)
    }
    throw .raised(.assertion, message ?? "")
  }
  functions.define(
    "assert_allclose", "actual, desired, rtol=, atol=, equal_nan=, err_msg=, verbose=, *, strict="
  ) { (call) throws(Interruption) in
    let (rtol, atol) = (try call.number(2, else: 1e-7), try call.number(3, else: 0))
    let header =
      try "Not equal to tolerance rtol=\(general(call, 2, "1e-07")), atol="
      + general(call, 3, "0")
    let assertion = ArrayAssertion(
      call, header: header, message: 5, verbose: 6, comparesNaN: try call.flag(4, else: true))
    return try assertion.check { (x, y) throws(Interruption) in
      try call.math.isClose(x, y, rtol: rtol, atol: atol, equalNaN: true)
    }
  }
  functions.define("assert_array_equal", "actual, desired, err_msg=, verbose=, *, strict=") {
    (call) throws(Interruption) in
    try ArrayAssertion(call, header: "Arrays are not equal", message: 2, verbose: 3).checkEqual()
  }
  functions.define("assert_equal", "actual, desired, err_msg=, verbose=, *, strict=") {
    (call) throws(Interruption) in
    let message = try call.given(2).map { (value) throws(Interruption) in
      try call.machine.text(of: value)
    }
    try call.assertEqual(call.given(0) ?? .none, call.given(1) ?? .none, message ?? "")
    return .none
  }
  for (name, decimals) in [("assert_almost_equal", 7), ("assert_array_almost_equal", 6)] {
    functions.define(name, "actual, desired, decimal=, err_msg=, verbose=") {
      (call) throws(Interruption) in
      try call.assertAlmostEqual(decimals: decimals, isForNumbers: decimals == 7)
    }
  }
  functions.define("assert_array_less", "x, y, err_msg=, verbose=, *, strict=") {
    (call) throws(Interruption) in
    var assertion = ArrayAssertion(
      call, header: "Arrays are not strictly ordered `x < y`", message: 2, verbose: 3)
    assertion.names = ("x", "y")
    assertion.comparesInfinities = false
    return try assertion.check { (x, y) throws(Interruption) in
      try call.math.compare(.less, x, y)
    }
  }
  return module
}

/// A tolerance as `format(value, 'g')` writes it.
private func general(
  _ call: ArrayCall, _ place: Int, _ missing: String
) throws(Interruption) -> String {
  guard let value = call.given(place) else { return missing }
  return try call.machine.format(value, "g")
}

extension ArrayCall {
  fileprivate func areBothNaN(_ values: [Value]) -> Bool {
    values.allSatisfy { $0.isFloat && $0.float.isNaN }
  }

  /// Lists, tuples and dictionaries item by item, arrays as arrays, the rest as Python compares.
  fileprivate func assertEqual(
    _ actual: Value, _ desired: Value, _ message: String
  ) throws(Interruption) {
    let values = [actual, desired]
    if values.contains(where: { machine.arrayValue($0) != nil }) {
      let text = try machine.heap.string(message)
      let call = ArrayCall(machine, name) { $0 < 2 ? values[$0] : $0 == 2 ? text : nil }
      _ = try ArrayAssertion(
        call, header: "Arrays are not equal", message: 2, verbose: 3
      ).checkEqual()
      return
    }
    try machine.nested { () throws(Interruption) in
      if values.allSatisfy({ $0.kind == .list || $0.kind == .tuple }) {
        let (items, others) = (machine.elements(of: actual), machine.elements(of: desired))
        try assertEqual(Value(items.count), Value(others.count), message)
        for (index, (item, other)) in zip(items, others).enumerated() {
          try assertEqual(item, other, "item=\(index)\n\(message)")
        }
      } else if actual.kind == .dictionary, desired.kind == .dictionary {
        let entries = machine.entries(of: desired)
        let count = machine.length(actual) ?? 0
        try assertEqual(Value(count), Value(entries.count), message)
        for entry in entries {
          let key = try machine.representation(of: entry.key)
          guard let item = try machine.getItem(actual, entry.key) else {
            throw .raised(.assertion, try machine.representation(of: actual))
          }
          try assertEqual(item, entry.value, "key=\(key)\n\(message)")
        }
      } else if try !machine.isEqual(actual, desired), !areBothNaN(values) {
        let lines = message.isEmpty ? "" : message + "\n"
        let isShort = !message.isEmpty && !message.contains("\n") && message.utf8.count < 59
        throw .raised(
          .assertion,
          "\nItems are not equal:" + (isShort ? " " : "\n") + lines
            + (try comparison(values)))
      }
    }
  }

  /// ` ACTUAL: …` and ` DESIRED: …` of plain values.
  fileprivate func comparison(_ values: [Value]) throws(Interruption) -> String {
    let texts = try values.map { (value) throws(Interruption) in
      try machine.representation(of: value)
    }
    return " ACTUAL: \(texts[0])\n DESIRED: \(texts[1])"
  }

  /// |desired − actual| < 1.5·10^−decimal.
  fileprivate func assertAlmostEqual(
    decimals: Int, isForNumbers: Bool
  ) throws(Interruption) -> Value {
    let places = try integer(2, else: decimals)
    var bound = 1.5
    for _ in 0..<min(places.magnitude, 400) { bound = places > 0 ? bound / 10 : bound * 10 }
    let values = [given(0) ?? .none, given(1) ?? .none]
    let header = "Arrays are not almost equal to \(places) decimals"
    if isForNumbers, values.allSatisfy({ machine.integer($0) != nil || $0.isFloat }) {
      let (x, y) = (try number(of: values[0]), try number(of: values[1]))
      if (x - y).magnitude < bound || x == y || x.isNaN && y.isNaN { return .none }
      throw .raised(.assertion, "\n\(header)\n" + (try comparison(values)))
    }
    let assertion = ArrayAssertion(self, header: header, message: 3, verbose: 4)
    return try assertion.check { (x, y) throws(Interruption) in
      let distance = try (formula(x) - formula(y)).magnitude()
      return try math.compare(.less, distance.traced, try math.number(bound))
    }
  }
}

/// Two arrays that a test compares, and what it says when they differ.
private struct ArrayAssertion {
  let call: ArrayCall
  let header: String
  let message: Int
  let verbose: Int
  var comparesNaN = true
  var comparesInfinities = true
  var names = ("ACTUAL", "DESIRED")

  init(
    _ call: ArrayCall, header: String, message: Int, verbose: Int, comparesNaN: Bool = true
  ) {
    self.call = call
    self.header = header
    self.message = message
    self.verbose = verbose
    self.comparesNaN = comparesNaN
  }

  private var math: ArrayMath { call.math }
  private var machine: Machine { call.machine }

  func checkEqual() throws(Interruption) -> Value {
    try check { (x, y) throws(Interruption) in try math.compare(.equal, x, y) }
  }

  func check(
    _ holds: (TracedArray, TracedArray) throws(Interruption) -> NDArray
  ) throws(Interruption) -> Value {
    let (x, y) = (
      TracedArray(try call.array(0).array), TracedArray(try call.array(1).array)
    )
    if x.array.shape != y.array.shape, x.array.rank > 0, y.array.rank > 0 {
      throw try failure(
        "\n(shapes \(math.pythonText(x.array.shape)), \(math.pythonText(y.array.shape)) mismatch)",
        x, y)
    }
    let kept = try comparable(x, y)
    if kept.0.array.count == 0 || kept.1.array.count == 0 { return .none }
    let truths = try holds(kept.0, kept.1)
    if try math.all(truths) { return .none }
    throw try failure(
      "\n" + (try remarks(kept.0, kept.1, truths, max(x.array.count, y.array.count))), x, y)
  }

  // MARK: NaN and infinities

  /// The elements that are compared: those that are neither NaN nor infinite in both.
  private func comparable(
    _ x: TracedArray, _ y: TracedArray
  ) throws(Interruption) -> (TracedArray, TracedArray) {
    var flagged: NDArray?
    func note(_ name: String, _ a: NDArray, _ b: NDArray) throws(Interruption) {
      let isSame = try math.compare(.equal, TracedArray(a), TracedArray(b))
      if !(try math.all(isSame)) { throw try failure("\n\(name) location mismatch:", x, y) }
      let both = a.rank == 0 ? a : b.rank == 0 ? b : a
      if let known = flagged {
        flagged = try math.maximum(TracedArray(known), TracedArray(both)).array
      } else {
        flagged = both
      }
    }
    if comparesNaN { try note("nan", try math.isNaN(x.array), try math.isNaN(y.array)) }
    if comparesInfinities {
      for (name, value) in [("+inf", Double.infinity), ("-inf", -.infinity)] {
        let infinity = try math.number(value)
        try note(
          name, try math.compare(.equal, x, infinity), try math.compare(.equal, y, infinity))
      }
    }
    guard let flagged, flagged.floats.contains(1) else { return (x, y) }
    if flagged.rank == 0 {
      let nothing = TracedArray(try math.floats([]))
      return (nothing, nothing)
    }
    let kept = try math.compare(.equal, TracedArray(flagged), try math.integer(0))
    func filtered(_ x: TracedArray) throws(Interruption) -> TracedArray {
      try x.array.rank == 0 ? x : math.filtered(x, kept)
    }
    return (try filtered(x), try filtered(y))
  }

  // MARK: Messages

  private func remarks(
    _ x: TracedArray, _ y: TracedArray, _ truths: NDArray, _ count: Int
  ) throws(Interruption) -> String {
    let wrong = try math.compare(.equal, TracedArray(truths), try math.integer(0))
    let wrongCount = wrong.floats.count { $0 != 0 }
    let percent = try machine.format(
      Value(100 * Double(wrongCount) / Double(max(count, 1))), ".3g")
    var lines = ["Mismatched elements: \(wrongCount) / \(count) (\(percent)%)"]
    if x.array.dtype == .bool, y.array.dtype == .bool { return lines[0] }
    let error = try math.absolute(try math.subtract(x, y))
    let wrongErrors = try math.filtered(error, wrong)
    lines.append(
      "Max absolute difference among violations: \(try largest(wrongErrors))")
    let divisors = try math.broadcast(y, to: wrong.shape)
    let counted = try math.multiply(
      TracedArray(wrong),
      TracedArray(try math.compare(.notEqual, divisors, try math.integer(0)))
    ).array
    var ratio = "inf"
    if counted.floats.contains(1) {
      let sizes = try math.absolute(try math.filtered(divisors, counted))
      ratio = try largest(try math.divide(try math.filtered(error, counted), sizes))
    }
    lines.append("Max relative difference among violations: \(ratio)")
    return lines.joined(separator: "\n")
  }

  private func largest(_ x: TracedArray) throws(Interruption) -> String {
    let most = try math.extremum(x, Reduction(axes: [0]), isMaximum: true)
    return try print("array2string", try machine.array(most), [])
  }

  /// What a printing function of numpy gives.
  private func print(
    _ name: String, _ value: Value, _ precision: [Int]
  ) throws(Interruption) -> String {
    guard let function = machine.numPy.module(in: machine)?[name] else { return "" }
    let text = try machine.call(
      function, [value] + precision.map { Value($0) },
      keywords: precision.isEmpty ? [] : ["precision"])
    return machine.textOf(text)
  }

  private func failure(
    _ what: String, _ x: TracedArray, _ y: TracedArray
  ) throws(Interruption) -> Interruption {
    let given = try call.given(message).map { (value) throws(Interruption) in
      try machine.text(of: value)
    }
    var lines = ["\n" + header, (given ?? "") + what]
    if try call.flag(verbose, else: true) {
      for (name, array) in [(names.0, x), (names.1, y)] {
        var text = try print("array_repr", try machine.array(array), [6])
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
        if rows.count > 4 { text = rows.prefix(3).joined(separator: "\n") + "..." }
        lines.append(" \(name): \(text)")
      }
    }
    return .raised(.assertion, lines.joined(separator: "\n"))
  }
}

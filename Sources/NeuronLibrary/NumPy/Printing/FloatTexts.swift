import Backprop
import NeuronRuntime

// `format_float_positional` and `format_float_scientific`.

extension Machine {
  func defineFloatTexts(in module: NativeModule) {
    let positional = Signature(
      name: "format_float_positional", required: ["x"],
      optional: [
        "precision", "unique", "fractional", "trim", "sign", "pad_left", "pad_right", "min_digits",
      ])
    let scientific = Signature(
      name: "format_float_scientific", required: ["x"],
      optional: ["precision", "unique", "trim", "sign", "pad_left", "exp_digits", "min_digits"])
    for signature in [positional, scientific] {
      let names = signature.required + signature.optional
      module.define(
        signature.name,
        makeNative(signature.name) { (arguments, machine) throws(Interruption) in
          let bound = try signature.bind(arguments)
          var given: [String: Value] = [:]
          for (index, name) in names.enumerated() { given[name] = bound[index] }
          let layout = try machine.floatLayout(given)
          let value = try machine.floatArgument(bound.value(0))
          let text =
            names.contains("fractional")
            ? layout.positional(value) : layout.scientific(value)
          return try machine.heap.string(try FloatFormat.checked(text))
        })
    }
  }

  /// The layout that a function's arguments ask for, checked in NumPy's order.
  private func floatLayout(_ given: [String: Value]) throws(Interruption) -> FloatLayout {
    func isSet(_ name: String, _ usual: Bool) throws(Interruption) -> Bool {
      guard let value = given[name] else { return usual }
      return try isTrue(value)
    }
    var layout = FloatLayout()
    layout.digits.precision = try digitCount("precision", given)
    layout.leftWidth = try digitCount("pad_left", given) ?? 0
    layout.rightWidth = try digitCount("pad_right", given)
    layout.exponentDigits = try digitCount("exp_digits", given) ?? layout.exponentDigits
    layout.digits.minimum = try digitCount("min_digits", given)
    layout.digits.countsFraction = try isSet("fractional", true)
    layout.digits.isUnique = try isSet("unique", true)
    layout.showsPlus = try isSet("sign", false)
    if !layout.digits.countsFraction, layout.digits.precision == 0 {
      throw .raised(.value, "precision must be greater than 0 if fractional=False")
    }
    let (least, most) = (layout.digits.minimum ?? 0, layout.digits.precision ?? 0)
    if least > 0, most > 0, least > most {
      throw .raised(.value, "min_digits must be less than or equal to precision")
    }
    if let value = given["trim"] {
      guard value.kind == .string, let trim = FloatLayout.Trim(rawValue: textOf(value)) else {
        throw .raised(
          .type,
          "if supplied, trim must be 'k', '.', '0' or '-' found `\(try text(of: value))`")
      }
      layout.trim = trim
    }
    if !layout.digits.isUnique, layout.digits.precision == nil {
      throw .raised(.type, "in non-unique mode `precision` must be supplied")
    }
    return layout
  }

  private func digitCount(
    _ name: String, _ given: [String: Value]
  ) throws(Interruption) -> Int? {
    guard let value = given[name], !value.isNone else { return nil }
    if value.kind == .float { throw .raised(.type, "integer argument expected, got float") }
    let count = try indexArgument(value)
    if count < 0 { throw .raised(.value, "\(name) must be >= 0") }
    if count > Int(Int32.max) {
      throw .raised(.overflow, "Python int too large to convert to C int")
    }
    return count
  }

  private func floatArgument(_ value: Value) throws(Interruption) -> Double {
    if let array = arrayValue(value)?.array {
      guard array.count == 1 else {
        throw .raised(.type, "only length-1 arrays can be converted to Python scalars")
      }
      return array.float(atOffset: 0)
    }
    if let number = try tracedNumber(value) { return number.value }
    throw .raised(.type, "must be real number, not \(typeName(value))")
  }
}

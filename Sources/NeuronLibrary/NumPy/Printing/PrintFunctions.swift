import Backprop
import NeuronRuntime

// `set_printoptions` and what else of `numpy` is about printing.

private let settingSignature = Signature(
  name: "set_printoptions", required: [],
  optional: [
    "precision", "threshold", "edgeitems", "linewidth", "suppress", "nanstr", "infstr",
    "formatter", "sign", "floatmode",
  ],
  keywordOnly: ["legacy", "override_repr"])

private let contextSignature = Signature(
  name: "_set_printoptions", required: [], optional: settingSignature.optional,
  keywordOnly: settingSignature.keywordOnly)

extension Signature.Bound {
  /// The options that are given under the names of a signature's parameters.
  fileprivate func options(of signature: Signature) -> [PrintOption: Value] {
    let names = signature.required + signature.optional + signature.keywordOnly
    var options: [PrintOption: Value] = [:]
    for (index, name) in names.enumerated() {
      let option =
        switch name {
        case "max_line_width": PrintOption.linewidth
        case "suppress_small": PrintOption.suppress
        default: PrintOption(rawValue: name)
        }
      if let option { options[option] = self[index] }
    }
    return options
  }
}

extension Machine {
  /// Defines the functions that print arrays, and those that say how.
  func definePrinting(in module: NativeModule) {
    defineSettings(in: module)
    defineArrayTexts(in: module)
    defineFloatTexts(in: module)
  }

  private func defineSettings(in module: NativeModule) {
    module.define(
      "set_printoptions",
      makeNative("set_printoptions") { (arguments, machine) throws(Interruption) in
        let bound = try settingSignature.bind(arguments)
        var settings = machine.numPy.printing
        try settings.set(
          bound.options(of: settingSignature), ownRepresentation: bound[11] ?? .none, in: machine)
        machine.numPy.printing = settings
        return .none
      })
    module.define(
      "get_printoptions",
      makeNative("get_printoptions") { (arguments, machine) throws(Interruption) in
        _ = try Signature(name: "get_printoptions", required: []).bind(arguments)
        return try machine.numPy.printing.dictionary(in: machine)
      })
    let methods = PrintContext.Methods(self)
    module.define(
      "printoptions",
      makeNative("printoptions") { (arguments, machine) throws(Interruption) in
        let bound = try contextSignature.bind(arguments)
        return machine.heap.foreign(
          PrintContext(
            bound.options(of: contextSignature), ownRepresentation: bound[11] ?? .none, methods))
      })
  }

  private func defineArrayTexts(in module: NativeModule) {
    let general = Signature(
      name: "array2string", required: ["a"],
      optional: [
        "max_line_width", "precision", "suppress_small", "separator", "prefix", "style",
        "formatter", "threshold", "edgeitems", "sign", "floatmode", "suffix",
      ], keywordOnly: ["legacy"])
    module.define(
      general.name,
      makeNative(general.name) { (arguments, machine) throws(Interruption) in
        let bound = try general.bind(arguments)
        var style = ArrayStyle(settings: machine.numPy.printing)
        try style.settings.change(bound.options(of: general), in: machine)
        if let separator = bound[4] {
          guard separator.kind == .string else {
            throw .raised(
              .attribute, "'\(machine.typeName(separator))' object has no attribute 'rstrip'")
          }
          style.separator = machine.textOf(separator)
        }
        if let prefix = bound[5] { style.prefixWidth = try machine.lengthOf(prefix) }
        if let suffix = bound[12] { style.suffixWidth = try machine.lengthOf(suffix) }
        let array = try machine.printedArray(bound.value(0), asking: "size")
        return try machine.heap.string(try machine.text(of: array, style))
      })
    for isRepresentation in [true, false] {
      let signature = Signature(
        name: isRepresentation ? "array_repr" : "array_str",
        required: [isRepresentation ? "arr" : "a"],
        optional: ["max_line_width", "precision", "suppress_small"])
      module.define(
        signature.name,
        makeNative(signature.name) { (arguments, machine) throws(Interruption) in
          let bound = try signature.bind(arguments)
          let value = bound.value(0)
          if isRepresentation, !machine.numPy.printing.ownRepresentation.isNone {
            return try machine.call(machine.numPy.printing.ownRepresentation, [value])
          }
          var settings = machine.numPy.printing
          try settings.change(bound.options(of: signature), in: machine)
          let array = try machine.printedArray(value, asking: isRepresentation ? "size" : "shape")
          return try machine.heap.string(
            isRepresentation
              ? try machine.representation(
                of: array, settings,
                as: machine.arrayValue(value) == nil ? machine.typeName(value) : "array")
              : try machine.text(of: array, settings))
        })
    }
  }

  /// An array, or a number of NumPy as one.
  private func printedArray(
    _ value: Value, asking attribute: String
  ) throws(Interruption) -> NDArray {
    if let array = arrayValue(value) { return array.array }
    if value.isNumPy, let number = try scalarOperand(value) { return number.array }
    throw .raised(
      .attribute, "'\(typeName(value))' object has no attribute '\(attribute)'")
  }
}

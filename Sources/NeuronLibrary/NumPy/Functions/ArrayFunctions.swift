import Backprop
import NeuronRuntime

/// Functions of numpy, or of one of its modules, over whole arrays.
///
/// ```swift
/// functions.define("rot90", "m, k=, axes=") { (call) throws(Interruption) in … }
/// ```
struct ArrayFunctions {
  typealias Body = (ArrayCall) throws(Interruption) -> Value

  let module: NativeModule
  let machine: Machine

  init(_ module: NativeModule, _ machine: Machine) {
    self.module = module
    self.machine = machine
  }

  /// - Parameter parameters: by the place at which `body` finds them: one that ends in `=` may be left
  ///   out, and those after `*` are given by name.
  func define(_ name: String, _ parameters: String, _ body: @escaping Body) {
    let signature = WrittenSignature(name, parameters)
    module.define(
      name,
      machine.makeNative(name) { (arguments, machine) throws(Interruption) in
        let bound = try signature.read.bind(arguments)
        return try body(ArrayCall(machine, name) { bound[$0] })
      })
  }

  /// A function of any number of arguments by place, and of parameters that are given by name.
  func defineVariadic(
    _ name: String, named: [String] = [],
    _ body: @escaping ([Value], ArrayCall) throws(Interruption) -> Value
  ) {
    module.define(
      name,
      machine.makeNative(name) { (arguments, machine) throws(Interruption) in
        for keyword in arguments.keywords where !named.contains(keyword) {
          throw .raised(.type, "\(name)() got an unexpected keyword argument '\(keyword)'")
        }
        let values = arguments.positional
        let call = ArrayCall(machine, name, sources: values) {
          $0 < named.count ? arguments.keyword(named[$0]) : nil
        }
        return try body(values, call)
      })
  }
}

/// Parameters as they are written, read when they are first asked for: a program calls few of the
/// functions that it imports.
private final class WrittenSignature {
  private let name: String
  private let text: String

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }

  private(set) lazy var read: Signature = {
    var required: [String] = []
    var optional: [String] = []
    var keywordOnly: [String] = []
    var isNamedOnly = false
    for part in text.split(separator: ",") {
      let parameter = part.drop { $0 == " " }
      if parameter == "*" {
        isNamedOnly = true
      } else if isNamedOnly {
        keywordOnly.append(String(parameter.dropLast()))
      } else if parameter.last == "=" {
        optional.append(String(parameter.dropLast()))
      } else {
        required.append(String(parameter))
      }
    }
    return Signature(
      name: name, required: required, optional: optional, keywordOnly: keywordOnly)
  }()
}

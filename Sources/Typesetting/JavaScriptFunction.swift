/// A JavaScript function of texts and flags that gives a text, in a context of its own.
///
/// Not safe to use from two threads at once; from one after the other it is.
final class JavaScriptFunction {
  /// Why a call gave nothing.
  enum Failure: Error {
    /// It threw; the exception as text.
    case threw(String)
    /// It ran past its time limit. The function must not be called again.
    case timedOut
  }

  private let engine: JavaScriptCore
  private let group: JavaScriptCore.Group
  private let context: JavaScriptCore.Context
  private let function: JavaScriptCore.Value
  private let termination: Termination

  /// Runs `library`, then evaluates `expression`, which must give a function.
  ///
  /// `nil` when either fails. `seconds` is the limit of processor time for one call.
  init?(engine: JavaScriptCore, library: [UInt8], expression: String, seconds: Double) {
    guard let group = engine.makeGroup() else { return nil }
    guard let context = engine.makeContext(group, nil) else {
      engine.releaseGroup(group)
      return nil
    }
    guard
      Self.evaluate(library + [0], with: engine, in: context) != nil,
      let function = Self.evaluate(
        Array(expression.utf8CString.map(UInt8.init(bitPattern:))), with: engine, in: context),
      engine.isObject(context, function)
    else {
      engine.releaseContext(context)
      engine.releaseGroup(group)
      return nil
    }
    engine.protect(context, function)
    self.engine = engine
    self.group = group
    self.context = context
    self.function = function
    self.termination = Termination()
    limitTime(to: seconds)
  }

  deinit {
    engine.releaseContext(context)
    engine.releaseGroup(group)
  }

  /// What the function gives for `texts` and `flags`.
  func callAsFunction(_ texts: [String], _ flags: [Bool] = []) throws(Failure) -> String {
    var arguments: [JavaScriptCore.Value?] = []
    for text in texts {
      guard let script = engine.makeText(text) else { throw .threw("no memory") }
      defer { engine.releaseText(script) }
      arguments.append(engine.makeString(context, script))
    }
    arguments += flags.map { engine.makeBoolean(context, $0) }
    var exception: JavaScriptCore.Value?
    let result = engine.call(context, function, nil, arguments.count, arguments, &exception)
    if termination.happened { throw .timedOut }
    if let exception { throw .threw(string(of: exception) ?? "an exception without a text") }
    guard let result, let string = string(of: result) else { throw .threw("no text came back") }
    return string
  }

  /// A text as JavaScript writes it between quotation marks.
  static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "\"": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private func limitTime(to seconds: Double) {
    let note = Unmanaged.passUnretained(termination).toOpaque()
    engine.setTimeLimit?(
      group, seconds,
      { _, note in
        if let note {
          Unmanaged<Termination>.fromOpaque(note).takeUnretainedValue().happened = true
        }
        return true
      }, note)
  }

  private func string(of value: JavaScriptCore.Value) -> String? {
    guard let text = engine.copyString(context, value, nil) else { return nil }
    defer { engine.releaseText(text) }
    let capacity = engine.maximumLength(text)
    return String(unsafeUninitializedCapacity: capacity) { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        max(0, engine.copyText(text, characters.baseAddress, capacity) - 1)
      }
    }
  }

  /// The value of a script that ends with a zero byte; `nil` when it threw.
  private static func evaluate(
    _ script: [UInt8], with engine: JavaScriptCore, in context: JavaScriptCore.Context
  ) -> JavaScriptCore.Value? {
    let text = script.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { engine.makeText($0.baseAddress) }
    }
    guard let text else { return nil }
    defer { engine.releaseText(text) }
    var exception: JavaScriptCore.Value?
    let value = engine.evaluate(context, text, nil, nil, 1, &exception)
    return exception == nil ? value : nil
  }

  /// Told by the engine that it stopped a call; it tells so on the calling thread.
  private final class Termination {
    var happened = false
  }
}

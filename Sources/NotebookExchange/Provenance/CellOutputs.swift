import LessonDocument

/// What a neuron cell gives, as a code cell of a notebook keeps it: printing as a stream, the value as
/// the result of execution, an exception as an error.
struct CellOutputs: Hashable {
  var printed = ""
  var value: String?
  /// The exception's type and its message, which may be empty.
  var error: Exception?

  struct Exception: Hashable {
    var name: String
    var message: String

    /// As a lesson stores it.
    var line: String { message.isEmpty ? name : "\(name): \(message)" }
  }

  /// The text that a lesson stores for it.
  var storedText: String {
    LineEndings.unified(
      EvaluatedCell.outputText(printed: printed, value: value, error: error?.line).utf8)
  }

  /// The same for texts that differ in line endings only, which editors change as they like.
  var digest: String {
    let parts = [printed, value.map { "=" + $0 } ?? "", error?.name ?? "", error?.message ?? ""]
    return TextDigest.of(parts.map { LineEndings.unified($0.utf8) })
  }
}

extension CellOutputs {
  /// What the outputs of a code cell say; `nil` when they hold more than a neuron cell gives: pictures,
  /// HTML, warnings.
  init?(_ outputs: [NotebookOutput]) {
    for output in outputs {
      // Nothing comes after the value or an error.
      guard value == nil, error == nil else { return nil }
      switch output {
      case .stream(name: "stdout", let text): printed += text
      case .display(let bundle, isResult: false) where Self.isPicture(bundle):
        printed += bundle.text("text/plain") ?? ""
      case .display(let bundle, isResult: true):
        guard bundle.forms.count == 1, let text = bundle.text("text/plain") else { return nil }
        value = text
      case .error(let name, let message, _): error = Exception(name: name, message: message)
      default: return nil
      }
    }
  }

  private static func isPicture(_ bundle: MediaBundle) -> Bool {
    bundle.forms.map(\.type).sorted() == ["image/svg+xml", "text/plain"]
  }

  /// As outputs of a code cell.
  ///
  /// - Parameter pictures: SVG for stretches of `printed` that are pictures, in bytes, in order.
  /// - Parameter traceback: for the error.
  func outputs(
    pictures: [(range: Range<Int>, svg: String)], traceback: [String]
  ) -> [NotebookOutput] {
    var outputs: [NotebookOutput] = []
    let bytes = Array(printed.utf8)
    var position = 0
    func addText(to end: Int) {
      guard end > position else { return }
      let text = String(decoding: bytes[position..<end], as: UTF8.self)
      outputs.append(.stream(name: "stdout", text: text))
    }
    for (range, svg) in pictures
    where range.lowerBound >= position && range.upperBound <= bytes.count {
      addText(to: range.lowerBound)
      // The line ending too, lest a stream of nothing else follows.
      let endsLine = range.upperBound < bytes.count && bytes[range.upperBound] == UInt8(ascii: "\n")
      let end = range.upperBound + (endsLine ? 1 : 0)
      let text = String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
      let forms: [MediaBundle.Form] = [
        .init("image/svg+xml", .text(svg)), .init("text/plain", .text(text)),
      ]
      outputs.append(.display(MediaBundle(forms), isResult: false))
      position = end
    }
    addText(to: bytes.count)
    if let value {
      let bundle = MediaBundle([MediaBundle.Form("text/plain", .text(value))])
      outputs.append(.display(bundle, isResult: true))
    }
    if let error {
      outputs.append(
        .error(name: error.name, message: error.message, traceback: traceback))
    }
    return outputs
  }
}

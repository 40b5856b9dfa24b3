import NeuronSyntax
import SourceText
import Testing

/// Reads a text as the file `test.py`.
func read(_ text: String) -> ReadText {
  readNeuron(SourceFragment(SourceFile(path: "test.py", text: text)))
}

func problems(in text: String) -> [Diagnostic] {
  read(text).diagnostics
}

/// A text whose places are marked: `«x»` marks a span.
struct MarkedText {
  var text = ""
  var spans: [Span] = []

  init(_ marked: String) {
    var starts: [Int] = []
    for character in marked {
      switch character {
      case "«": starts.append(text.utf8.count)
      case "»": spans.append(Span(starts.popLast() ?? 0, text.utf8.count))
      default: text.append(character)
      }
    }
  }
}

extension Diagnostic {
  /// The span of a problem in its text.
  var span: Span? {
    if case .text(let place) = location { place.span } else { nil }
  }
}

/// The problems of cells that are declared together and then checked in order, as
/// `ID: message` with the text that is underlined.
func check(
  _ cells: [String], builtins: [String] = ["print", "range", "len", "super", "NameError"]
) -> [String] {
  var checker = StaticChecker(builtins: builtins)
  let texts = cells.map { read($0) }
  for text in texts { checker.declare(text.module) }
  return texts.flatMap { text in
    (text.diagnostics + checker.check(text.module)).map { describe($0) }
  }
}

func describe(_ diagnostic: Diagnostic) -> String {
  guard case .text(let place) = diagnostic.location else { return diagnostic.message }
  return "\(place.start.line): \(diagnostic.rule.id): \(diagnostic.message)"
}

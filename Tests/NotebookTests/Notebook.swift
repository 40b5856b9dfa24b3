import LessonDocument
import LessonEvaluation
import LessonVerification
import NeuronRuntime
import SourceText
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A lesson of `Notebooks/`, and what becomes of it when its text is changed.
struct Notebook {
  let source: SourceFile

  static let names = ["training-with-the-chain-rule", "introducing-backpropagation"]

  init(named name: String) throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path = "/\(root)/Notebooks/\(name).md"
    let file = try #require(fopen(path, "r"), "cannot open \(path)")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    source = SourceFile(path: "Notebooks/\(name).md", utf8: bytes)
  }

  private init(_ source: SourceFile) { self.source = source }

  var lesson: Lesson { Lesson(parsing: source) }

  /// The lesson with some bytes replaced.
  func replacing(_ span: Span, with text: String) -> Notebook {
    var bytes = source.utf8
    bytes.replaceSubrange(span.start..<span.end, with: text.utf8)
    return Notebook(SourceFile(path: source.path, utf8: bytes))
  }

  /// Run with a limit that ends a loop that a change made endless soon.
  func evaluated() -> EvaluatedLesson {
    var limits = Limits.standard
    limits.steps = 20_000_000
    return LessonEvaluator(limits: limits).evaluate(lesson)
  }
}

extension VerifiedLesson {
  /// What makes `verify` exit with 1 or 2.
  var failures: [Diagnostic] { diagnostics.filter(\.isError) }
}

extension Diagnostic {
  /// The bytes that a diagnostic points at.
  var span: Span? {
    if case .text(let place) = location { return place.span }
    return nil
  }
}

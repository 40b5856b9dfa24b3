import SourceText

/// Which problems have been reported, so that one of a module that many lessons import is told
/// once. An exception that a module raises for two lessons is two problems: each has a call of its
/// own to mend.
///
/// It keeps what tells problems apart and not the problems: these hold the texts they are about.
struct SeenProblems {
  private struct Key: Hashable {
    let path: String
    let span: Span?
    let rule: String
    let message: String
    /// Where the outermost call stands.
    let caller: Caller?

    struct Caller: Hashable {
      let path: String
      let span: Span
    }

    init(_ diagnostic: Diagnostic) {
      switch diagnostic.location {
      case .text(let place): (path, span) = (place.file.path, place.span)
      case .file(let file): (path, span) = (file, nil)
      }
      rule = diagnostic.rule.id
      message = diagnostic.message
      caller = diagnostic.traceback.first.map {
        Caller(path: $0.place.file.path, span: $0.place.span)
      }
    }
  }

  private var keys: Set<Key> = []

  /// Whether the problem was not seen before.
  mutating func insert(_ diagnostic: Diagnostic) -> Bool {
    keys.insert(Key(diagnostic)).inserted
  }
}

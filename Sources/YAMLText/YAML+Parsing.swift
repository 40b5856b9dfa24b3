import SourceText
import Yams

extension YAML {
  /// Reads a part of a file. The tree, `nil` for a text that says nothing, or what is wrong.
  public static func parse(
    _ source: SourceFile, in span: Span, as subject: YAMLSubject
  ) -> Result<YAML?, Diagnostic> {
    let text = YAMLLines(source: source, span: span)
    func problem(_ message: String) -> Result<YAML?, Diagnostic> {
      .failure(Diagnostic(subject.syntax, message, at: text.firstLine))
    }
    if span.length > subject.maximumSize {
      return problem("\(subject.name) is at most \(subject.maximumSize) bytes, not \(span.length)")
    }
    if YAMLMeasure.isHostile(source.utf8[span.start..<span.end]) {
      return problem("\(subject.name) is nested or shared beyond what is read")
    }
    do {
      // Nodes hold their anchors weakly: the parser keeps them.
      // Without an encoding Yams looks through the whole environment for one.
      let parser = try Parser(yaml: source.text(of: span), resolver: .basic, encoding: .utf8)
      return try withExtendedLifetime(parser) {
        let node = try parser.singleRoot()
        guard let node, let shared = firstAnchor(in: node) else {
          return .success(node.map { YAML($0, in: text) })
        }
        let message = "anchors and aliases are not read in \(subject.name)"
        return .failure(Diagnostic(subject.syntax, message, at: text.place(of: shared)))
      }
    } catch let error as YamlError {
      return .failure(text.diagnostic(for: error, subject.syntax))
    } catch {
      return problem("this is no YAML")
    }
  }

  private init(_ node: Node, in text: YAMLLines) {
    place = text.place(of: node)
    kind =
      switch node {
      case .scalar(let scalar): .scalar(scalar.string)
      case .sequence(let items): .sequence(items.map { YAML($0, in: text) })
      case .mapping(let mapping):
        .mapping(
          mapping.map { Entry(key: YAML($0.key, in: text), value: YAML($0.value, in: text)) })
      case .alias: .scalar("")
      }
  }

  private static func firstAnchor(in node: Node) -> Node? {
    if node.anchor != nil { return node }
    switch node {
    case .alias: return node
    case .scalar: return nil
    case .sequence(let sequence):
      return sequence.lazy.compactMap(firstAnchor).first
    case .mapping(let mapping):
      return mapping.lazy.compactMap { firstAnchor(in: $0.key) ?? firstAnchor(in: $0.value) }.first
    }
  }
}

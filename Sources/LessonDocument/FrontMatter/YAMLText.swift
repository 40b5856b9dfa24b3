import SourceText
import Yams

/// The YAML of a file's front matter, with its places in the file.
struct YAMLText {
  private let source: SourceFile
  private let span: Span
  private let text: String
  /// Where each line begins, relative to the YAML.
  private let lineStarts: [Int]

  /// Bytes; front matter is a dozen lines.
  private static let maximumSize = 1 << 16
  /// Levels; the schema has two.
  private static let maximumDepth = 32
  /// Aliases, before an anchor is refused unseen: so many can stand for 2^n nodes.
  private static let maximumAliases = 16

  init(source: SourceFile, span: Span) {
    self.source = source
    self.span = span
    text = source.text(of: span)
    lineStarts = Self.lineStarts(of: text)
  }

  /// The tree, `nil` for an empty text, or what is wrong. Anchors and aliases are refused.
  func compose() -> Result<Node?, Diagnostic> {
    if span.length > Self.maximumSize {
      return .failure(
        problem("front matter is at most \(Self.maximumSize) bytes, this is \(span.length)", span))
    }
    if isHostile {
      return .failure(problem("front matter is nested or shared beyond what is read", span))
    }
    do {
      // Nodes hold their anchors weakly: the parser keeps them.
      let parser = try Parser(yaml: text, resolver: .basic)
      return try withExtendedLifetime(parser) {
        let node = try parser.singleRoot()
        guard let node, let shared = Self.firstAnchor(in: node) else { return .success(node) }
        let message = "anchors and aliases are not read in front matter"
        return .failure(Diagnostic(.frontMatterSyntax, message, at: place(of: shared)))
      }
    } catch let error as YamlError {
      return .failure(diagnostic(for: error))
    } catch {
      return .failure(problem("this is no YAML", span))
    }
  }

  /// What stands after `key:` on the first line that begins so, whether the whole is YAML or not.
  func lineValue(of key: String) -> String? {
    for start in lineStarts {
      let line = source.utf8[(span.start + start)..<span.end].prefix { !$0.isLineEnding }
      guard line.starts(with: key.utf8),
        line.dropFirst(key.utf8.count).first == UInt8(ascii: ":")
      else { continue }
      var value = line.dropFirst(key.utf8.count + 1).drop(while: \.isSpaceOrTab)
      while value.last?.isSpaceOrTab == true { value.removeLast() }
      return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }
    return nil
  }

  /// From the beginning of a node to the end of its line.
  func place(of node: Node) -> Place {
    guard let mark = node.mark else { return Place(source, span) }
    guard case .scalar(let scalar) = node else { return place(of: mark) }
    return place(of: scalar.string, at: mark)
  }

  // MARK: Places

  /// A scalar's own text, where it stands as it is: plain and on one line.
  private func place(of scalar: String, at mark: Mark) -> Place {
    var place = place(of: mark)
    let end = place.span.start + scalar.utf8.count
    if end <= place.span.end, source.text(of: Span(place.span.start, end)) == scalar {
      place.span.end = end
    }
    return place
  }

  /// From a mark to the end of its line.
  private func place(of mark: Mark) -> Place {
    let line = min(max(mark.line - 1, 0), lineStarts.count - 1)
    var offset = span.start + lineStarts[line]
    var column = 1
    let bytes = source.utf8
    while column < mark.column, offset < span.end, !bytes[offset].isLineEnding {
      offset += 1
      while offset < span.end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    var end = bytes[offset..<span.end].firstIndex(where: \.isLineEnding) ?? span.end
    while end > offset, bytes[end - 1].isSpaceOrTab { end -= 1 }
    return Place(source, Span(offset, end))
  }

  /// libyaml ends lines at U+0085, U+2028 and U+2029 too.
  private static func lineStarts(of text: String) -> [Int] {
    var starts = [0]
    var offset = 0
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      offset += UTF8.width(scalar)
      switch scalar.value {
      case 0x0A where previous == "\r": starts[starts.count - 1] = offset
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: starts.append(offset)
      default: break
      }
      previous = scalar
    }
    return starts
  }

  // MARK: Problems

  private func problem(_ message: String, _ span: Span) -> Diagnostic {
    Diagnostic(.frontMatterSyntax, message, at: Place(source, span))
  }

  private func diagnostic(for error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      Diagnostic(.frontMatterSyntax, "this is no YAML: \(problem)", at: place(of: mark))
    case .duplicatedKeysInMapping(let keys, let context):
      Diagnostic(
        .frontMatterSyntax, "the key `\(keys.first ?? "")` is given twice",
        at: place(of: keys.first ?? "", at: context.mark))
    case .reader(let description, let offset, _, _):
      problem(
        "this is no YAML: \(description)",
        Span(min(span.start + (offset ?? 0), span.end), span.end))
    default: problem("this is no YAML", span)
    }
  }

  // MARK: Hostile texts

  /// Whether the text may nest deep or multiply: Yams makes its tree by recursion, and compares keys
  /// through aliases. Errs on the side of reading, since texts have brackets and stars of their own.
  private var isHostile: Bool {
    var measure = YAMLMeasure()
    for byte in source.utf8[span.start..<span.end] { measure.take(byte) }
    return measure.depth > Self.maximumDepth
      || measure.aliases > Self.maximumAliases && measure.anchors > 0
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

/// Upper bounds on what a YAML text holds, from its bytes alone.
private struct YAMLMeasure {
  private(set) var depth = 0
  private(set) var aliases = 0
  private(set) var anchors = 0
  private var brackets = 0
  private var marks = 0
  private var isAtLineFront = true
  private var previous = UInt8.newline

  mutating func take(_ byte: UInt8) {
    let isAfterBreak = previous.isWhitespace || [0x5B, 0x7B, 0x2C].contains(previous)
    switch byte {
    case .newline, .carriageReturn:
      isAtLineFront = true
      marks = 0
    case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(brackets - 1, 0)
    case UInt8(ascii: "*") where isAfterBreak: aliases += 1
    case UInt8(ascii: "&") where isAfterBreak: anchors += 1
    case UInt8(ascii: "-"), UInt8(ascii: "?"), .space, .tab: break
    default: isAtLineFront = false
    }
    if isAtLineFront, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") || byte == .space {
      marks += 1
    }
    // Two bytes at a line's front make one level at most: a mark and its space.
    depth = max(depth, brackets, marks / 2)
    previous = byte
  }
}

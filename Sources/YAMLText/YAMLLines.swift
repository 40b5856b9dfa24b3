import SourceText
import Yams

/// The lines of a YAML text, and so the way from libyaml's places to those in the file.
struct YAMLLines {
  private let source: SourceFile
  private let span: Span
  /// Where each line begins in the file.
  private let starts: [Int]

  init(source: SourceFile, span: Span) {
    self.source = source
    self.span = span
    starts = Self.starts(of: source.text(of: span)).map { span.start + $0 }
  }

  var firstLine: Place { place(from: span.start) }

  func place(of node: Node) -> Place {
    guard let mark = node.mark else { return firstLine }
    guard case .scalar(let scalar) = node else { return place(of: mark) }
    return place(of: scalar.string, at: mark)
  }

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
    // A text that ends too soon ends on the line after its last.
    guard mark.line <= starts.count else { return Place(source, Span(span.end, span.end)) }
    var offset = starts[max(mark.line - 1, 0)]
    var column = 1
    let bytes = source.utf8
    while column < mark.column, offset < span.end, !Self.isLineEnding(bytes[offset]) {
      offset += 1
      while offset < span.end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return place(from: offset)
  }

  private func place(from offset: Int) -> Place {
    let bytes = source.utf8
    var end = bytes[offset..<span.end].firstIndex(where: Self.isLineEnding) ?? span.end
    while end > offset, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return Place(source, Span(offset, end))
  }

  private static func isLineEnding(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// libyaml ends lines at U+0085, U+2028 and U+2029 too.
  private static func starts(of text: String) -> [Int] {
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
}

extension YAMLLines {
  /// What Yams says of a text that it cannot read.
  func diagnostic(for error: YamlError, _ rule: Rule) -> Diagnostic {
    switch error {
    case .composer(.some, _, let mark, _):
      return Diagnostic(rule, "another document begins here, and one is read", at: place(of: mark))
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      var place = place(of: mark)
      // What is never closed is told of where it begins.
      if place.span.start == span.end, let context { place = self.place(of: context.mark) }
      let isTab = place.span.length > 0 && source.utf8[place.span.start] == 0x09
      return Diagnostic(
        rule, "this is no YAML: \(problem)", at: place,
        help: isTab ? "YAML is indented with spaces, not with tabs" : nil)
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      return Diagnostic(
        rule, "the key `\(key)` is given twice", at: placeOfSecond(key, after: context.mark))
    case .reader(let description, let offset, _, _):
      let start = min(span.start + (offset ?? 0), span.end)
      return Diagnostic(rule, "this is no YAML: \(description)", at: place(from: start))
    default: return Diagnostic(rule, "this is no YAML", at: firstLine)
    }
  }

  /// Where a key of the mapping at a mark stands again: on a line of its own, as far in as the
  /// mapping. In another form, the mapping itself.
  private func placeOfSecond(_ key: String, after mark: Mark) -> Place {
    let first = place(of: mark)
    let indentation = max(mark.column - 1, 0)
    var found = 0
    for start in starts.dropFirst(max(mark.line - 1, 0)) {
      let text = source.utf8[start..<span.end].dropFirst(indentation)
      let lead = source.utf8[start..<span.end].prefix(indentation)
      guard lead.allSatisfy({ $0 == 0x20 }), text.starts(with: key.utf8) else { continue }
      let after = text.dropFirst(key.utf8.count).drop { $0 == 0x20 }
      guard after.first == UInt8(ascii: ":") else { continue }
      found += 1
      if found == 2 {
        return Place(source, Span(text.startIndex, text.startIndex + key.utf8.count))
      }
    }
    return first
  }
}

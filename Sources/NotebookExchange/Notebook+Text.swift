import JSONText
import SourceText

extension Notebook {
  /// The notebook as a file of nbformat 4.5, in the very bytes in which Jupyter would save it, so that
  /// saving it there changes no line: members by name, an indentation of one, texts line by line.
  public var utf8: [UInt8] {
    let json: JSON = [
      "cells": .array(cells.map(\.json)), "metadata": metadata.json, "nbformat": 4,
      "nbformat_minor": 5,
    ]
    return json.withSortedMembers.utf8(indent: 1) + [UInt8(ascii: "\n")]
  }
}

extension NotebookMetadata {
  fileprivate var json: JSON {
    var json: JSON = [
      "kernelspec": ["display_name": "Python 3", "language": "python", "name": "python3"],
      "language_info": [
        "file_extension": ".py", "mimetype": "text/x-python", "name": "python",
        "pygments_lexer": "python3",
      ],
    ]
    if let title { json.set("title", .string(title)) }
    if !authors.isEmpty {
      json.set("authors", .array(authors.map { ["name": .string($0)] }))
    }
    if let provenance { json.set(CellProvenance.key, provenance.json) }
    return json
  }
}

extension NotebookCell {
  fileprivate var json: JSON {
    var json: JSON = ["metadata": metadataJSON, "source": .lines(source)]
    if let id { json.set("id", .string(id)) }
    switch kind {
    case .code:
      json.set("cell_type", "code")
      json.set("execution_count", executionCount)
      json.set("outputs", .array(outputs.map { $0.json(executionCount: executionCount) }))
    case .raw: json.set("cell_type", "raw")
    case .markdown, .heading: json.set("cell_type", "markdown")
    }
    if !attachments.isEmpty {
      json.set(
        "attachments",
        .object(
          .init(attachments.map { ($0.name, $0.bundle.json) }, uniquingKeysWith: { a, _ in a })))
    }
    return json
  }

  private var executionCount: JSON {
    if case .count(let number) = execution { .integer(number) } else { .null }
  }

  private var metadataJSON: JSON {
    var json: JSON = [:]
    if case .raw(let format?) = kind { json.set("raw_mimetype", .string(format)) }
    if !tags.isEmpty { json.set("tags", .array(tags.map { .string($0) })) }
    var hidden: JSON = [:]
    if hidesSource { hidden.set("source_hidden", true) }
    if hidesOutputs { hidden.set("outputs_hidden", true) }
    if hidden != [:] { json.set("jupyter", hidden) }
    if let provenance { json.set(CellProvenance.key, provenance.json) }
    return json
  }
}

extension NotebookOutput {
  fileprivate func json(executionCount: JSON) -> JSON {
    switch self {
    case .stream(let name, let text):
      return ["output_type": "stream", "name": .string(name), "text": .lines(text)]
    case .display(let bundle, let isResult):
      var json: JSON = ["data": bundle.json, "metadata": [:]]
      json.set("output_type", isResult ? "execute_result" : "display_data")
      if isResult { json.set("execution_count", executionCount) }
      return json
    case .error(let name, let message, let traceback):
      return [
        "output_type": "error", "ename": .string(name), "evalue": .string(message),
        "traceback": .array(traceback.map { .string($0) }),
      ]
    }
  }
}

extension MediaBundle {
  fileprivate var json: JSON {
    var json: JSON = [:]
    for form in forms { json.set(form.type, form.json) }
    return json
  }
}

extension MediaBundle.Form {
  fileprivate var json: JSON {
    switch content {
    case .text(let text):
      return type.hasPrefix("image/") && type != "image/svg+xml" ? .string(text) : .lines(text)
    case .json(let text):
      return (try? JSON(parsing: SourceFile(path: type, text: text))) ?? .null
    }
  }
}

extension JSON {
  /// A text as a notebook keeps it: its lines in a list, each but the last with its ending. Lines are
  /// Python's, whose `splitlines` made this form.
  fileprivate static func lines(_ text: String) -> JSON {
    var lines: [JSON] = []
    var start = text.unicodeScalars.startIndex
    var index = start
    let scalars = text.unicodeScalars
    while index < scalars.endIndex {
      let scalar = scalars[index]
      index = scalars.index(after: index)
      guard endsLine(scalar) else { continue }
      if scalar == "\r", index < scalars.endIndex, scalars[index] == "\n" {
        index = scalars.index(after: index)
      }
      lines.append(.string(String(scalars[start..<index])))
      start = index
    }
    if start < scalars.endIndex { lines.append(.string(String(scalars[start...]))) }
    return .array(lines)
  }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// With the members of each object in the order of their names.
  fileprivate var withSortedMembers: JSON {
    switch self {
    case .array(let elements): .array(elements.map(\.withSortedMembers))
    case .object(let members):
      .object(
        .init(
          uniqueKeysWithValues: members.elements
            .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { ($0.key, $0.value.withSortedMembers) }))
    default: self
    }
  }
}

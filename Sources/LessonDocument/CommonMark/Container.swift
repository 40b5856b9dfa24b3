/// A block quote or list item around a block, with what it takes off the front of each line.
struct Container {
  enum Kind {
    case quote
    /// Its first line has a mark of `markLength` bytes after `indentation` columns; its content
    /// stands `padding` columns after the mark's beginning.
    case item(indentation: Int, markLength: Int, padding: Int)
  }

  let kind: Kind
  /// The 1-based line where it begins.
  let firstLine: Int

  /// Moves past what the container takes from a line; `false` when the line is not its own (a
  /// paragraph in it may still go on there, lazily).
  func enter(_ cursor: inout LineCursor, line: Int) -> Bool {
    switch kind {
    case .quote:
      guard cursor.indentation < 4 else { return false }
      var ahead = cursor
      ahead.skipSpaces()
      guard ahead.next == .quoteMark else { return false }
      ahead.skipMark(1)
      ahead.skipColumns(1)
      cursor = ahead
    case .item(let indentation, let markLength, let padding):
      if line == firstLine {
        cursor.skipSpaces()
        cursor.skipMark(markLength)
        cursor.skipColumns(padding - markLength)
      } else if cursor.indentation >= indentation + padding {
        cursor.skipColumns(indentation + padding)
      } else if cursor.isBlank {
        cursor.skipSpaces()
      } else {
        return false
      }
    }
    return true
  }
}

/// The containers around a block, outermost first.
struct ContainerChain {
  private(set) var containers: [Container] = []

  var isEmpty: Bool { containers.isEmpty }
  var depth: Int { containers.count }

  /// Moves past all containers' marks. Returns whether each of them holds the line.
  func enter(_ cursor: inout LineCursor, line: Int) -> Bool {
    for container in containers where !container.enter(&cursor, line: line) { return false }
    return true
  }

  func adding(_ container: Container) -> ContainerChain {
    var chain = self
    chain.containers.append(container)
    return chain
  }

  /// The chain within a list item, whose mark is read from the text.
  func addingItem(at line: Int, in text: MarkdownText) -> ContainerChain {
    var cursor = text.cursor(line: line)
    _ = enter(&cursor, line: line)
    let indentation = cursor.indentation
    cursor.skipSpaces()
    let digits = cursor.rest.prefix { $0.isDigit }.count
    let markLength = digits + 1
    cursor.skipMark(markLength)
    let space = cursor.indentation
    // Five columns or more are one of padding and an indented code block.
    let padding = cursor.isBlank || space > 4 ? markLength + 1 : markLength + space
    return adding(
      Container(
        kind: .item(indentation: indentation, markLength: markLength, padding: padding),
        firstLine: line))
  }
}

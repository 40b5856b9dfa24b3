/// What the tags of a code cell, and the switches of its metadata, say as options of a lesson's cell.
///
///     hide-input        #| echo: false
///     raises-exception  #| error: true
struct CellTags {
  /// Lines `#| key: value`, each with its line ending.
  private(set) var optionLines = ""
  private(set) var remarks: [Remark] = []

  /// Those of Jupyter Book, nbconvert and nbclient; `_` and `-` are the same.
  private static let options: [String: String] = [
    "hide-input": "echo: false", "remove-input": "echo: false", "hide-code": "echo: false",
    "hide-output": "output: false", "remove-output": "output: false",
    "hide-cell": "include: false", "remove-cell": "include: false",
    "raises-exception": "error: true", "skip-execution": "eval: false",
  ]

  /// Whether a tag says that the cell is to raise.
  static func expectsError(_ cell: NotebookCell) -> Bool {
    cell.tags.contains { options[normalized($0)] == "error: true" }
  }

  /// Options that the source gives itself stand as they are.
  init(_ cell: NotebookCell) {
    var wanted: [String] = []
    for tag in cell.tags where cell.provenance?.tags.contains(tag) != true {
      if let option = Self.options[Self.normalized(tag)] {
        wanted.append(option)
      } else {
        remarks.append(.loss("the tag `\(excerpt(tag))` left out: it means nothing in a lesson"))
      }
    }
    var given = Self.optionNames(in: cell.source)
    let hidesAll = given.contains("include")
    if cell.hidesSource, !hidesAll, !given.contains("echo") { wanted.append("code-fold: true") }
    if cell.hidesOutputs, !hidesAll, !cell.outputs.isEmpty { wanted.append("output: false") }
    for option in wanted {
      let name = option.prefix { $0 != ":" }
      if given.insert(String(name)).inserted { optionLines += "#| \(option)\n" }
    }
  }

  /// Of text; a lesson has no options for it.
  init(textCell cell: NotebookCell) {
    for tag in cell.tags {
      let isHiding = Self.options[Self.normalized(tag)] != nil
      remarks.append(
        .loss(
          "the tag `\(excerpt(tag))` of a text left out"
            + (isHiding ? ": the text is shown" : ": it means nothing in a lesson")))
    }
  }

  private static func normalized(_ tag: String) -> String {
    tag.lowercased().replacing("_", with: "-")
  }

  private static func optionNames(in source: String) -> Set<String> {
    var names: Set<String> = []
    guard source.hasPrefix("#|") else { return names }
    for line in source.lines {
      guard line.hasPrefix("#|") else { break }
      let name = line.dropFirst(2).prefix { $0 != ":" }.filter { !$0.isWhitespace }
      names.insert(String(name))
    }
    return names
  }
}

import SourceText

extension ReadText {
  /// The tree as an outline, a node a line, parts below what they are part of; a word before a part
  /// says which it is.
  ///
  ///     assign 1:1-1:10
  ///       name x 1:1-1:2
  ///       binary + 1:5-1:10
  ///         integer 1 1:5-1:6
  ///         name y 1:9-1:10
  public var treeText: String {
    var writer = TreeWriter(source: module.source)
    for statement in module.body { writer.write(statement) }
    return writer.text
  }
}

/// Writes the outline. The recursion is as deep as the tree, whose height is bounded.
struct TreeWriter {
  let source: SourceFragment
  private(set) var text = ""
  private var depth = 0

  init(source: SourceFragment) {
    self.source = source
  }

  // MARK: Lines

  /// A node and, below it, what `parts` writes.
  mutating func node(
    _ label: String, _ span: Span? = nil, _ parts: (inout TreeWriter) -> Void = { _ in }
  ) {
    text += String(repeating: "  ", count: depth) + label
    if let span { text += " " + source.place(of: span).range }
    text += "\n"
    depth += 1
    parts(&self)
    depth -= 1
  }

  /// Parts that are not simply the node's next one, under a word for what they are; nothing for none.
  mutating func group<Part>(
    _ label: String, _ parts: [Part], _ write: (inout TreeWriter, Part) -> Void
  ) {
    if parts.isEmpty { return }
    node(label + ":") { writer in
      for part in parts { write(&writer, part) }
    }
  }

  mutating func group(_ label: String, _ expression: Expression?) {
    group(label, expression.map { [$0] } ?? []) { $0.write($1) }
  }

  mutating func group(_ label: String, _ body: [Statement]) {
    group(label, body) { $0.write($1) }
  }

  mutating func write(_ expressions: [Expression]) {
    for expression in expressions { write(expression) }
  }

  // MARK: Definitions

  mutating func write(_ parameters: Parameters) {
    func write(_ label: String, _ list: [Parameter], _ writer: inout TreeWriter) {
      for parameter in list {
        let name = parameter.identifier
        writer.node("\(label) \(name.name)", name.span) {
          $0.group("annotation", parameter.annotation)
          $0.group("default", parameter.defaultValue)
        }
      }
    }
    write("positional-only", parameters.positionalOnly, &self)
    write("parameter", parameters.ordinary, &self)
    write("rest", parameters.rest.map { [$0] } ?? [], &self)
    write("keyword-only", parameters.keywordOnly, &self)
    write("keyword-rest", parameters.keywordRest.map { [$0] } ?? [], &self)
  }

  mutating func write(_ arguments: [Argument]) {
    for argument in arguments {
      switch argument.kind {
      case .positional: write(argument.value)
      case .keyword(let name): node("keyword \(name.name)", name.span) { $0.write(argument.value) }
      case .unpacked: node("*") { $0.write(argument.value) }
      case .keywordsUnpacked: node("**") { $0.write(argument.value) }
      }
    }
  }

  /// What the names of a scope mean, as the resolver found it.
  mutating func write(_ scope: Scope) {
    func line(_ label: String, _ names: [String], _ writer: inout TreeWriter) {
      if !names.isEmpty { writer.node("\(label): " + names.joined(separator: " ")) }
    }
    line("locals", scope.locals, &self)
    line("cells", scope.cells.sorted(), &self)
    line("free", scope.free, &self)
    line("globals", scope.globals.sorted(), &self)
    if scope.isGenerator { node("generator") }
  }
}

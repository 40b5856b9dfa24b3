// One way through a document for all who look for something in it. Nesting is bounded by the reader.

extension Block {
  /// The blocks directly within it.
  public var children: [Block] {
    switch kind {
    case .quote(let blocks): blocks
    case .list(let list): list.items.flatMap { $0 }
    case .footnote(let note): note.blocks
    case .heading, .paragraph, .code, .math, .cell, .html, .table, .thematicBreak: []
    }
  }

  /// Its own running text; of a table that of all cells, of a formula that stands alone this one.
  public var inlines: [Inline] {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines): inlines
    case .table(let table): ([table.header] + table.rows).flatMap { $0.cells.flatMap(\.content) }
    case .math(let math): [.math(math)]
    case .quote, .list, .footnote, .code, .cell, .html, .thematicBreak: []
    }
  }
}

extension Inline {
  /// What stands directly within it.
  public var children: [Inline] {
    switch self {
    case .emphasis(let inlines), .strong(let inlines), .link(let inlines, _, _),
      .image(let inlines, _, _):
      inlines
    case .text, .softBreak, .lineBreak, .code, .math, .value, .footnoteReference, .html: []
    }
  }
}

extension Sequence<Block> {
  /// These blocks and all within them, in the order of the text.
  public var withDescendants: [Block] {
    var all: [Block] = []
    appendDescendants(to: &all)
    return all
  }

  private func appendDescendants(to all: inout [Block]) {
    for block in self {
      all.append(block)
      let children = block.children
      if !children.isEmpty { children.appendDescendants(to: &all) }
    }
  }

  /// All running text in these blocks, with what is nested in it, in the order of the text.
  public var allInlines: [Inline] {
    withDescendants.flatMap(\.inlines.withDescendants)
  }
}

extension Sequence<Inline> {
  /// These pieces and all within them, in the order of the text.
  public var withDescendants: [Inline] {
    var all: [Inline] = []
    appendDescendants(to: &all)
    return all
  }

  private func appendDescendants(to all: inout [Inline]) {
    for inline in self {
      all.append(inline)
      let children = inline.children
      if !children.isEmpty { children.appendDescendants(to: &all) }
    }
  }
}

import Pictures

@testable import Drawing

/// What can be said of a drawing by looking at its elements.
struct DrawnParts {
  struct Box {
    var name: String
    /// Words within a box share its group.
    var group: Int
    var box: Rectangle
  }

  private(set) var boxes: [Box] = []
  private(set) var texts: [String] = []
  private(set) var identifiers: [String] = []
  private(set) var byteCount = 0
  private var named: [String: String] = [:]
  private var styled: [(group: String, element: String, style: String, path: String)] = []
  private(set) var width: Double?
  private var groups = 0

  init(_ node: SVGNode) {
    if case .element(_, let attributes, _) = node {
      width = attributes.first { $0.name == "width" }.flatMap { Double($0.value) }
    }
    visit(node, group: 0, style: "")
  }

  func text(of identifier: String) -> String { named[identifier] ?? "" }

  /// The outlines of elements of a style, in groups of a style.
  func elements(in group: String, _ element: String, _ style: String) -> [String] {
    styled.filter { $0.group == group && $0.element == element && $0.style == style }.map(\.path)
  }

  private mutating func visit(_ node: SVGNode, group: Int, style: String) {
    guard case .element(let name, let attributes, let children) = node else { return }
    let values = Dictionary(attributes.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    byteCount += attributes.reduce(2 * name.utf8.count + 4) {
      $0 + $1.name.utf8.count + $1.value.utf8.count + 4
    }
    let words = Self.words(node)
    if let id = values["id"] {
      identifiers.append(id)
      named[id] = words
    }
    var group = group
    var style = style
    if name == "g" {
      groups += 1
      group = groups
      style = values["class"] ?? ""
    }
    func number(_ key: String) -> Double { values[key].flatMap(Double.init) ?? 0 }
    styled.append((style, name, values["class"] ?? "", values["d"] ?? ""))
    if name == "rect" {
      let (x, y) = (number("x"), number("y"))
      let box = Rectangle(
        left: x, top: y, right: x + number("width"), bottom: y + number("height"))
      boxes.append(Box(name: "box \(group)", group: group, box: box))
    }
    if name == "text" {
      texts.append(words)
      byteCount += words.utf8.count
      // Turned words would need turned boxes.
      if values["transform"] == nil { addWords(words, values, children, group) }
      return
    }
    for child in children { visit(child, group: group, style: style) }
  }

  private mutating func addWords(
    _ words: String, _ values: [String: String], _ children: [SVGNode], _ group: Int
  ) {
    let size =
      values["font-size"].flatMap(Double.init)
      ?? TextRuns.Style(rawValue: values["class"] ?? "")?.size ?? 11
    let lines =
      values["font-size"] != nil && children.count > 1 ? children.map(Self.words) : [words]
    let width = lines.map { TextMetrics.width($0, size: size) }.max() ?? 0
    let x = values["x"].flatMap(Double.init) ?? 0
    let y = values["y"].flatMap(Double.init) ?? 0
    let left =
      switch values["text-anchor"] ?? (values["font-size"] == nil ? "middle" : "start") {
      case "middle": x - width / 2
      case "end": x - width
      default: x
      }
    if values["font-size"] != nil { texts += lines.count > 1 ? lines : [] }
    boxes.append(
      Box(
        name: words, group: values["font-size"] == nil ? group : -boxes.count,
        box: Rectangle(
          left: left, top: y - size * 0.8, right: left + width,
          bottom: y + size * 0.2 + Double(lines.count - 1) * size * 1.25)))
  }

  private static func words(_ node: SVGNode) -> String {
    switch node {
    case .text(let text): text
    case .element(_, _, let children): children.map(words).joined()
    }
  }
}

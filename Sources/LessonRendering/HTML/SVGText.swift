import Drawing

/// A drawing as text.
enum SVGText {
  /// For inside of a page, whose style sheet gives the colours, and shows the form that fits. HTML knows
  /// the elements without their namespace.
  static func inline(_ drawing: PictureDrawing) -> String {
    var text = ""
    for form in drawing.forms {
      guard case .element(let name, let attributes, let children) = form else { continue }
      write(.element(name, attributes.filter { $0.name != "xmlns" }, children), to: &text)
    }
    return text
  }

  /// A file of its own, which brings its colours along, for light and for dark, and its ground: who shows it
  /// may have another one than these colours are for.
  static func file(_ drawing: PictureDrawing) -> String {
    guard case .element(let name, let attributes, let children) = drawing.wide else { return "" }
    let isGraph = attributes.contains { $0.name == "class" && $0.value.hasPrefix("graph") }
    let style = SVGNode.element(
      "style", [], [.text(schemes + (isGraph ? GraphColors.style : colors))])
    let ground = SVGNode.element(
      "rect",
      [
        SVGNode.Attribute("class", "ground"), SVGNode.Attribute("width", "100%"),
        SVGNode.Attribute("height", "100%"),
      ], [])
    var text = ""
    write(.element(name, attributes, [style, ground] + children), to: &text)
    return text + "\n"
  }

  private static let schemes = ":root{color-scheme:light dark}"

  private static func write(_ node: SVGNode, to text: inout String) {
    switch node {
    case .text(let content): text += HTMLEscaping.escaped(ControlPictures.shown(content))
    case .element(let name, let attributes, let children):
      text += "<" + name
      for attribute in attributes {
        let value = HTMLEscaping.escaped(ControlPictures.shown(attribute.value))
        text += " \(attribute.name)=\"\(value)\""
      }
      if children.isEmpty {
        text += "/>"
        return
      }
      text += ">"
      for child in children { write(child, to: &text) }
      text += "</\(name)>"
    }
  }

  /// The colours of series on white paper, and on a dark screen: matplotlib's ten, the dark ones lighter so
  /// that thin lines are seen.
  static let series: [(light: String, dark: String)] = [
    ("#1f77b4", "#5aa9e6"), ("#d9660a", "#ff9f4a"), ("#2ca02c", "#5ccb5c"),
    ("#d62728", "#ff7b72"), ("#9467bd", "#b794e0"), ("#8c564b", "#c49a8f"),
    ("#d557b3", "#f5a3dd"), ("#7f7f7f", "#a8a8a8"), ("#8f9014", "#cdce4b"),
    ("#128f9c", "#4dd4e2"),
  ]

  private static var colors: String {
    var light = ""
    var dark = ""
    for (index, color) in series.enumerated() {
      light += ".f\(index){fill:\(color.light)}.s\(index){stroke:\(color.light)}"
      dark += ".f\(index){fill:\(color.dark)}.s\(index){stroke:\(color.dark)}"
    }
    return light + scheme(ink: "#222", paper: "#fff", line: "#999", faint: "#e4e4e4")
      + "text{font-family:system-ui,'Helvetica Neue',Arial,sans-serif}"
      + ".halo{paint-order:stroke;stroke-width:3}.cells{image-rendering:pixelated}"
      + ".touch{fill:none;pointer-events:all}"
      + "@media(prefers-color-scheme:dark){" + dark
      + scheme(ink: "#ddd", paper: "#161616", line: "#777", faint: "#333") + "}"
  }

  private static func scheme(ink: String, paper: String, line: String, faint: String) -> String {
    ".ff{fill:\(ink)}.sf{stroke:\(ink)}.fb,.ground{fill:\(paper)}.sb,.halo{stroke:\(paper)}"
      + ".frame,.ticks{fill:none;stroke:\(line);stroke-width:.8}"
      + ".grid{fill:none;stroke:\(faint);stroke-width:.8}"
      + ".legend{fill:\(paper);fill-opacity:.85;stroke:\(faint);stroke-width:.8}"
  }
}

extension Figure {
  /// The figure as text, so that it can be stored, compared and reviewed: a line for the figure, one for
  /// each system of axes, and one for each artist with its kind, label, count, range and style, and a
  /// digest of its data to nine digits. No newline after the last one.
  ///
  ///     figure 6.4 × 4.8
  ///     axes "Loss": x "epoch", y "error" log
  ///       line "train": 100 points, x 0 to 99, y 0.0132 to 0.693, solid C0, data kbdqmzte
  public var text: String {
    var lines = ["figure \(Self.number(width)) × \(Self.number(height))" + Self.quoted(title)]
    for axes in axes {
      lines.append(axes.heading)
      lines += axes.artists.map { "  " + $0.text }
      lines += axes.colorScales.map { "  " + $0.text }
      if let legend = axes.legend {
        lines.append("  legend" + Self.quoted(legend.title) + " \(legend.location)")
      }
    }
    return lines.joined(separator: "\n")
  }

  static func number(_ value: Double) -> String { value.rounded(toDigits: 6) }

  /// ` "text"` on one line; nothing where there is no text.
  static func quoted(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "" }
    return " \"" + text.split(whereSeparator: \.isNewline).joined(separator: " ") + "\""
  }
}

extension Axes {
  fileprivate var heading: String {
    var words = "axes"
    if place != .whole {
      words += " row \(Self.text(place.rowRange)) of \(place.rows)"
      words += ", column \(Self.text(place.columnRange)) of \(place.columns)"
    }
    words += Figure.quoted(title)
    let directions = [("x", x), ("y", y)].compactMap { name, axis in axis.text(name) }
    let parts =
      directions + (grid == .none ? [] : ["grid" + (grid == .both ? "" : " of \(grid.rawValue)")])
      + (minorGrid == .none
        ? [] : ["minor grid" + (minorGrid == .both ? "" : " of \(minorGrid.rawValue)")])
      + (gridStyle == GridStyle() ? [] : ["grid " + gridStyle.text])
      + (hasEqualUnits ? ["equal units"] : [])
      + FrameSide.allCases.filter(hiddenSides.contains).map { "no \($0.rawValue) side" }
      + (isFramed ? [] : ["no frame"])
    return words + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
  }

  private static func text(_ range: Range<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound + 1)" : "\(range.lowerBound + 1) to \(range.upperBound)"
  }
}

extension GridStyle {
  /// `#ff0000 dashed, width 2, opacity 0.3`.
  fileprivate var text: String {
    [
      color.map { Paint($0).text }, pattern.map { "style \($0.rawValue)" },
      width.map { "width \(Figure.number($0))" }, opacity.map { "opacity \(Figure.number($0))" },
    ].compactMap(\.self).joined(separator: " ")
  }
}

extension Axis {
  /// `nil` where nothing was said of it.
  fileprivate func text(_ name: String) -> String? {
    var words: [String] = []
    if let label, !label.isEmpty { words.append(String(Figure.quoted(label).dropFirst())) }
    switch (lower, upper) {
    case (let lower?, let upper?):
      words.append("\(Figure.number(lower)) to \(Figure.number(upper))")
    case (let lower?, nil): words.append("from \(Figure.number(lower))")
    case (nil, let upper?): words.append("to \(Figure.number(upper))")
    case (nil, nil): break
    }
    if scale == .log { words.append("log") }
    if isInverted { words.append("inverted") }
    if let hasMinorMarks { words.append(hasMinorMarks ? "minor ticks" : "no minor ticks") }
    if margin != 0.05 { words.append("margin \(Figure.number(margin))") }
    if let labelRotation { words.append("labels turned by \(Figure.number(labelRotation))") }
    if let ticks {
      let labels = ticks.map { $0.label ?? Figure.number($0.value) }
      words.append(
        labels.isEmpty
          ? "no ticks"
          : labels.count > 12 ? "\(labels.count) ticks" : "ticks \(labels.joined(separator: " "))")
    }
    return words.isEmpty ? nil : "\(name) " + words.joined(separator: " ")
  }
}

extension Artist {
  /// The artist on one line.
  fileprivate var text: String {
    var digest = DataDigest()
    let (name, parts) = description(&digest)
    digest.add(kind)
    let words = name + Figure.quoted(label?.hasPrefix("_") == true ? nil : label)
    return words + ": "
      + (parts.filter { !$0.isEmpty } + ["data \(digest.text)"]).joined(separator: ", ")
  }

  /// What it is called, and what is to be said of it.
  private func description(_ digest: inout DataDigest) -> (String, [String]) {
    switch kind {
    case .line(let curve): return ("line", curve.parts(&digest))
    case .points(let cloud): return ("points", cloud.parts(&digest))
    case .bars(let bars): return (bars.isHistogram ? "histogram" : "bars", bars.parts(&digest))
    case .image(let grid): return ("image", grid.parts(&digest))
    case .contours(let contours): return ("contours", contours.parts(&digest))
    case .filledContours(let contours): return ("filled contours", contours.parts(&digest))
    case .area(let area):
      area.outlines.forEach { digest.add($0) }
      let corners = area.outlines.flatMap(\.self)
      return (
        area.name,
        [
          counted(area.outlines.count, "piece"), extent("x", corners.map(\.x)),
          extent("y", corners.map(\.y)), area.fill.text,
        ]
      )
    case .axisLine(let line):
      digest.add([line.value, line.stretch.lowerBound, line.stretch.upperBound])
      let name = line.direction == .horizontal ? "y" : "x"
      return (
        "\(line.direction.rawValue) line",
        ["\(name) = \(Figure.number(line.value))", line.line.text(line.paint)]
      )
    case .band(let band):
      digest.add([band.range.lowerBound, band.range.upperBound])
      let name = band.direction == .horizontal ? "y" : "x"
      return (
        "\(band.direction.rawValue) band",
        [extent(name, [band.range.lowerBound, band.range.upperBound]), band.paint.text]
      )
    case .segments(let segments):
      digest.add(segments.starts)
      digest.add(segments.ends)
      return (
        segments.name, [counted(segments.starts.count, "line"), segments.line.text(segments.paint)]
      )
    case .text(let label): return label.description(&digest)
    case .arrows(let arrows):
      digest.add(arrows.tails)
      digest.add(arrows.vectors)
      return ("arrows", [counted(arrows.tails.count, "arrow"), arrows.paint.text])
    }
  }
}

extension ColorScale {
  fileprivate var text: String {
    "colour bar" + Figure.quoted(label) + ": " + map.name
      + " \(Figure.number(range.lowerBound)) to \(Figure.number(range.upperBound))"
  }
}

extension Curve {
  fileprivate func parts(_ digest: inout DataDigest) -> [String] {
    digest.add(x)
    digest.add(y)
    for errors in [xErrors, yErrors] where !errors.isEmpty {
      digest.add(errors.flatMap { [$0.below, $0.above] })
    }
    return [
      counted(x.count, "point"), extent("x", x), extent("y", y), line.text(paint),
      marker.map { "marker \($0.rawValue)" } ?? "",
      steps == .none ? "" : "steps \(steps.rawValue)",
      xErrors.isEmpty && yErrors.isEmpty ? "" : "error bars",
    ]
  }
}

extension PointCloud {
  fileprivate func parts(_ digest: inout DataDigest) -> [String] {
    digest.add(x)
    digest.add(y)
    digest.add(areas)
    if case .values(let values, _, _, _) = fill { digest.add(values) }
    return [
      counted(x.count, "point"), extent("x", x), extent("y", y), "marker \(marker.rawValue)",
      fill.text,
    ]
  }
}

extension Bars {
  fileprivate func parts(_ digest: inout DataDigest) -> [String] {
    [starts, widths, bases, heights].forEach { digest.add($0) }
    let ends = zip(starts, widths).map { $0 + $1 }
    return [
      counted(starts.count, isHistogram ? "bin" : "bar"), extent("from", starts + ends),
      extent(isHistogram ? "counts" : "heights", heights),
      direction == .horizontal ? "horizontal" : "",
      Set(paints).count == 1 ? paints[0].text : counted(Set(paints).count, "colour"),
      errors.isEmpty ? "" : "error bars",
    ]
  }
}

extension ColorGrid {
  fileprivate func parts(_ digest: inout DataDigest) -> [String] {
    digest.add(columnEdges)
    digest.add(rowEdges)
    let size = "\(rows) × \(columns)"
    switch cells {
    case .values(let values):
      digest.add(values)
      return [
        size, extent("values", values),
        "\(map.name) \(Figure.number(range.lowerBound)) to \(Figure.number(range.upperBound))",
      ]
    case .colors(let colors):
      digest.add(colors.map(Double.init))
      return [size, "colours"]
    }
  }
}

extension Contours {
  fileprivate func parts(_ digest: inout DataDigest) -> [String] {
    [x, y, values, levels].forEach { digest.add($0) }
    return [
      "\(y.count) × \(x.count)", extent("x", x), extent("y", y), extent("values", values),
      "\(counted(levels.count, "level")) " + extent("from", levels),
    ]
  }
}

extension Label {
  fileprivate func description(_ digest: inout DataDigest) -> (String, [String]) {
    digest.add([place])
    digest.add(text)
    if let target { digest.add([target]) }
    let at = "at \(Figure.number(place.x)), \(Figure.number(place.y))"
    let to = target.map { "arrow to \(Figure.number($0.x)), \(Figure.number($0.y))" }
    return ("text" + Figure.quoted(text), [at + (isInAxes ? " of the axes" : ""), to ?? ""])
  }
}

extension Coloring {
  fileprivate var text: String {
    switch self {
    case .paint(let paint): paint.text
    case .paints(let paints): counted(Set(paints).count, "colour")
    case .values(let values, let map, _, _): "\(map.name) by " + extent("values", values)
    }
  }
}

extension LineStyle {
  /// With its colour; nothing for no line.
  fileprivate func text(_ paint: Paint) -> String {
    switch pattern {
    case .none: "no line, \(paint.text)"
    case .solid: "solid \(paint.text)"
    case .dashed: "dashed \(paint.text)"
    case .dotted: "dotted \(paint.text)"
    case .dashDotted: "dash-dotted \(paint.text)"
    }
  }
}

extension Paint {
  var text: String {
    let name =
      switch color {
      case .series(let index): "C\(index)"
      case .foreground: "black"
      case .background: "white"
      case .clear: "clear"
      case .rgb(let number): "#" + Self.hexadecimal(number)
      }
    return opacity == 1 ? name : "\(name) opacity \(Figure.number(opacity))"
  }

  private static func hexadecimal(_ number: UInt32) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}

private func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// `name least to greatest` of what is finite.
private func extent(_ name: String, _ values: [Double]) -> String {
  let finite = values.filter(\.isFinite)
  guard let least = finite.min(), let greatest = finite.max() else { return "" }
  return "\(name) \(Figure.number(least)) to \(Figure.number(greatest))"
}

import NeuronRuntime
import Pictures

// Colours, line styles and markers as programs name them.

extension PlotCall {
  /// One colour: a name, or three or four numbers from 0 to 1.
  func paint(_ value: Value) throws(Interruption) -> Paint {
    if isString(value) {
      let name = machine.textOf(value)
      if let paint = Color.paint(named: name) { return paint }
      throw .raised(.value, "'\(name)' is not a valid value for color")
    }
    if value.kind == .tuple || value.kind == .list || machine.arrayValue(value) != nil {
      let items = machine.elements(ofSequence: value)
      if let items, items.count == 2, isString(items[0]) {
        var paint = try self.paint(items[0])
        paint.opacity = try number(items[1], "alpha")
        return paint
      }
      let parts = try numbers(value)
      if let paint = Self.paint(parts) { return paint }
    }
    throw .raised(.value, "\(machine.sketch(of: value)) is not a valid value for color")
  }

  /// `nil` when the numbers are no colour.
  static func paint(_ parts: [Double]) -> Paint? {
    guard parts.count == 3 || parts.count == 4, parts.allSatisfy({ (0...1).contains($0) }) else {
      return nil
    }
    return Paint(.rgb(rgb(parts)), opacity: parts.count == 4 ? parts[3] : 1)
  }

  static func rgb(_ parts: [Double]) -> UInt32 {
    parts.prefix(3).reduce(0) { $0 << 8 | UInt32(min(max(($1 * 255).rounded(), 0), 255)) }
  }

  /// A colour each, or one for all: a name, a list of names, or rows of three or four numbers. `nil` for
  /// numbers that are no colours, which stand for values.
  func paints(_ value: Value, count: Int) throws(Interruption) -> [Paint]? {
    if isString(value) { return [try paint(value)] }
    if let names = strings(value) {
      return try names.map { (name) throws(Interruption) in
        guard let paint = Color.paint(named: name) else {
          throw .raised(.value, "'\(name)' is not a valid value for color")
        }
        return paint
      }
    }
    let (values, shape) = try array(value)
    if shape.count == 2, shape[1] == 3 || shape[1] == 4 {
      let rows = stride(from: 0, to: values.count, by: shape[1]).map {
        Self.paint(Array(values[$0..<$0 + shape[1]]))
      }
      let known = rows.compactMap(\.self)
      if known.count == rows.count { return known }
    }
    if shape == [values.count], values.count != count, let paint = Self.paint(values) {
      return [paint]
    }
    return nil
  }

  /// `alpha`, which goes before the opacity of colours.
  mutating func takeOpacity() throws(Interruption) -> Double? {
    guard let value = keyword("alpha") else { return nil }
    let opacity = try number(value, "alpha")
    guard (0...1).contains(opacity) else {
      throw .raised(.value, "alpha (\(opacity.rounded(toDigits: 9))) is outside 0-1 range")
    }
    return opacity
  }

  mutating func takePaint(_ names: String...) throws(Interruption) -> Paint? {
    for name in names {
      if let value = keyword(name) { return try paint(value) }
    }
    return nil
  }

  mutating func takeNumber(_ names: String...) throws(Interruption) -> Double? {
    for name in names {
      if let value = keyword(name) { return try number(value, name) }
    }
    return nil
  }

  mutating func takeString(_ names: String...) throws(Interruption) -> String? {
    for name in names {
      if let value = keyword(name) { return try string(value) }
    }
    return nil
  }

  mutating func takeFlag(_ name: String, else missing: Bool) throws(Interruption) -> Bool {
    try flag(keyword(name), else: missing)
  }

  mutating func takePattern() throws(Interruption) -> LineStyle.Pattern? {
    guard let value = keyword("linestyle", "ls", "linestyles") else { return nil }
    // Lengths of dashes and gaps.
    if value.kind == .tuple { return .dashed }
    let name = try string(value)
    return switch name {
    case "-", "solid": .solid
    case "--", "dashed": .dashed
    case ":", "dotted": .dotted
    case "-.", "dashdot": .dashDotted
    case "", " ", "None", "none": LineStyle.Pattern.none
    default: throw .raised(.value, "'\(name)' is not a valid value for ls")
    }
  }

  /// The outer `nil` where nothing was said, the inner for no marker.
  mutating func takeMarker() throws(Interruption) -> Marker?? {
    guard let value = keyword("marker") else { return nil }
    let name = try string(value)
    if ["", " ", "None", "none"].contains(name) { return .some(nil) }
    guard let marker = Marker(rawValue: name) else {
      throw .raised(.value, "Unrecognized marker style '\(name)'")
    }
    return marker
  }

  /// A map of colours by name, or one that a program made.
  mutating func takeMap() throws(Interruption) -> ColorMap? {
    guard let value = keyword("cmap") else { return nil }
    return try map(value)
  }

  func map(_ value: Value, parameter: String = "cmap") throws(Interruption) -> ColorMap {
    if let map = machine.foreign(value) as? ColorMapValue { return map.map }
    let name = try string(value)
    if let map = machine.colorMaps?.map(named: name) { return map }
    throw .raised(
      .value,
      "'\(name)' is not a valid value for \(parameter); supported values are \(ColorMap.names.map { "'\($0)'" }.joined(separator: ", "))"
    )
  }
}

extension Machine {
  /// The items of a list or tuple; `nil` for anything else.
  func elements(ofSequence value: Value) -> [Value]? {
    value.kind == .list || value.kind == .tuple ? elements(of: value) : nil
  }
}

/// `'r--o'`: a colour, a marker and a line style, in any order.
struct LineFormat {
  var paint: Paint?
  var marker: Marker?
  var pattern: LineStyle.Pattern?

  /// - Throws: ValueError in matplotlib's words.
  init(_ text: String) throws(Interruption) {
    // A name alone is a colour, too; digits alone are markers.
    if Double(text) == nil, let paint = Color.paint(named: text), text.count > 1 {
      self.paint = paint
      return
    }
    var rest = Substring(text)
    while let character = rest.first {
      if let pattern = ["--", "-.", "-", ":"].first(where: rest.hasPrefix) {
        if self.pattern != nil { throw Self.problem(text, "two linestyle symbols") }
        self.pattern = LineStyle.Pattern(rawValue: pattern)
        rest = rest.dropFirst(pattern.count)
        continue
      }
      if rest.hasPrefix("C"), rest.dropFirst().first?.isNumber == true {
        if paint != nil { throw Self.problem(text, "two color symbols") }
        let digits = rest.dropFirst().prefix { $0.isNumber }
        paint = Color.paint(named: "C" + digits)
        rest = rest.dropFirst(1 + digits.count)
        continue
      }
      if "bgrcmykw".contains(character) {
        if paint != nil { throw Self.problem(text, "two color symbols") }
        paint = Color.paint(named: String(character))
      } else if let marker = Marker(rawValue: String(character)) {
        if self.marker != nil { throw Self.problem(text, "two marker symbols") }
        self.marker = marker
      } else if character == " " {
        pattern = LineStyle.Pattern.none
      } else {
        throw Self.problem(text, "unrecognized character '\(character)'")
      }
      rest = rest.dropFirst()
    }
  }

  private static func problem(_ text: String, _ why: String) -> Interruption {
    .raised(.value, "'\(text)' is not a valid format string (\(why))")
  }
}

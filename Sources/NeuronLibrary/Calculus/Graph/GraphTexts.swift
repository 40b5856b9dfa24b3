import Backprop

/// The texts of one node of a drawn graph, which may stand for many values of the run.
struct GraphTexts {
  let nodes: [RunGraph.Node]
  /// How many parts the parameter has of which these are parts.
  var partCount = 0

  /// `z`, `neuron[1…16]`, `w[0]`.
  var name: String {
    guard nodes.count > 1, let first = nodes.first else { return nodes.first?.name ?? "" }
    if first.kind == .constant { return "" }
    if first.kind == .parameter {
      return nodes.count == partCount
        ? first.group : GraphTexts.pattern(first.group, of: nodes.map(\.path))
    }
    if first.kind == .operation { return first.name }
    return GraphTexts.range(of: nodes.map(\.name), first.group)
  }

  var aliases: [String] {
    guard nodes.count > 1, let first = nodes.first else { return nodes.first?.aliases ?? [] }
    let named = nodes.filter { !$0.aliases.isEmpty }
    guard first.kind == .operation, let call = named.first else { return [] }
    return named.count == 1
      ? call.aliases : [GraphTexts.range(of: named.map { $0.aliases[0] }, call.group)]
  }

  /// `neuron[1…16]` where the names are these, else the name that they share.
  private static func range(of names: [String], _ group: String) -> String {
    let numbers = names.map { name -> Int? in
      guard name.hasPrefix(group + "["), name.hasSuffix("]") else { return nil }
      return Int(name.dropFirst(group.count + 1).dropLast())
    }
    let known = numbers.compactMap(\.self).sorted()
    guard known.count == names.count, let first = known.first, let last = known.last,
      last - first == known.count - 1
    else { return group }
    return "\(group)[\(first)…\(last)]"
  }

  /// `w[0][…]['b']` for some places in a list: what all have, and `…` where they differ. Where nothing but
  /// the end differs it is a range, as in `w[0…47]`, or nothing, since the shape tells.
  private static func pattern(_ whole: String, of paths: [[String]]) -> String {
    guard let first = paths.first else { return whole }
    var parts = first.indices.map { place in
      let items = Set(paths.map { $0.indices.contains(place) ? $0[place] : "" })
      return items.count == 1 ? first[place] : nil
    }
    if parts.count(where: { $0 == nil }) == 1, parts.last == nil {
      let numbers = paths.compactMap { $0.last.flatMap { Int($0) } }
      if numbers.count == paths.count, let least = numbers.min(), let greatest = numbers.max(),
        greatest - least == numbers.count - 1
      {
        parts[parts.count - 1] = "\(least)…\(greatest)"
      }
    }
    while let last = parts.last, last == nil { parts.removeLast() }
    return parts.reduce(whole) { "\($0)[\($1 ?? "…")]" }
  }

  /// `[16, 3]` for 16 lists of 3 numbers; one dimension where they are not alike.
  var shape: [Int] {
    guard let first = nodes.first else { return [] }
    guard nodes.count > 1 else { return first.value.shape }
    let dimensions = first.kind == .parameter ? Self.dimensions(of: nodes.map(\.path)[...], 0) : nil
    return (dimensions ?? [nodes.count]).filter { $0 != 1 } + first.value.shape
  }

  /// Of paths that agree before `place` and are sorted.
  private static func dimensions(of paths: ArraySlice<[String]>, _ place: Int) -> [Int]? {
    guard let length = paths.first?.count, place < length else { return [] }
    var counts: [Int]?
    var parts = 0
    var rest = paths
    while let item = rest.first?[place] {
      let part = rest.prefix { $0[place] == item }
      guard let inner = dimensions(of: part, place + 1), counts == nil || counts == inner else {
        return nil
      }
      counts = inner
      parts += 1
      rest = rest.dropFirst(part.count)
    }
    return counts.map { [parts] + $0 }
  }

  var value: String { Self.text(nodes.map(\.value)) }

  var derivative: String? {
    let derivatives = nodes.compactMap(\.derivative)
    return derivatives.count == nodes.count ? Self.text(derivatives) : nil
  }

  /// A number with at most 10 significant digits; of many the range, with 4 or a few more.
  static func text(_ values: [RunValue]) -> String {
    if values.count == 1, let number = values[0].number { return shortDecimal(number) }
    var (least, greatest) = (Double.infinity, -Double.infinity)
    for value in values {
      let range: (least: Double, greatest: Double)
      switch value {
      case .number(let number): range = (number, number)
      case .array(let array):
        guard array.dtype == .float64 else { return array.dtype == .bool ? "mask" : "" }
        let floats = array.floats
        if floats.contains(where: \.isNaN) { return "with nan" }
        guard let low = floats.min(), let high = floats.max() else { continue }
        range = (low, high)
      }
      if range.least.isNaN { return "with nan" }
      least = min(least, range.least)
      greatest = max(greatest, range.greatest)
    }
    if least > greatest { return "" }
    let range = shortRange(least, greatest)
    return least == greatest
      ? "all \(shortDecimal(least))" : "\(range.least) to \(range.greatest)"
  }
}

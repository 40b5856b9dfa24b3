import NeuronRuntime
import Pictures

/// `matplotlib.colormaps`: the maps of colours by their names, and what maps can do.
final class ColorMapLibrary: ForeignValue {
  private(set) var methods: [String: Value] = [:]
  private var ownMethods: [String: Value] = [:]
  /// That of images where none is named; `set_cmap` changes it.
  var usual = ColorMap.usual
  /// Those that a program registered, in order.
  private var registered: [ColorMap] = []

  init(_ machine: Machine) {
    defineMethods(machine)
    ownMethods["register"] = machine.makeNative("register") {
      [unowned self] (arguments, machine) throws(Interruption) in
      var call = PlotCall("register", arguments, skipping: 1, machine)
      let map = try call.map(try call.required("cmap"))
      let name = try call.takeString("name") ?? map.name
      let isForced = try call.takeFlag("force", else: false)
      try call.finish("ColormapRegistry")
      if ColorMap.allNames.contains(name) || !isForced && self.map(named: name) != nil {
        throw .raised(
          .value,
          isForced
            ? "Re-registering the builtin cmap '\(name)' is not allowed."
            : "A colormap named \"\(name)\" is already registered.")
      }
      self.registered.removeAll { $0.name == name }
      self.registered.append(map.renamed(name))
      return .none
    }
  }

  var typeName: String { "ColormapRegistry" }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<matplotlib.cm.ColormapRegistry object>"
  }

  func text(in machine: Machine) throws(Interruption) -> String {
    "ColormapRegistry; available colormaps:\n"
      + names.map { "'\($0)'" }.joined(separator: ", ")
  }

  var names: [String] { ColorMap.allNames + registered.map(\.name) }

  func map(named name: String) -> ColorMap? {
    ColorMap(named: name) ?? registered.first { $0.name == name }
  }

  func value(_ map: ColorMap, in machine: Machine, colors: Value? = nil) -> Value {
    machine.heap.foreign(ColorMapValue(map, self, colors: colors))
  }

  func method(_ name: String, in machine: Machine) -> Value? { ownMethods[name] }

  // MARK: As a mapping

  var isCallable: Bool { true }

  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    try arguments.expect("colormaps", 0...0)
    return try list(machine)
  }

  private func list(_ machine: Machine) throws(Interruption) -> Value {
    try machine.heap.list(
      names.map { (name) throws(Interruption) in try machine.heap.string(name) })
  }

  var count: Int? { names.count }

  func makeIterator(in machine: Machine) throws(Interruption) -> Value? {
    try machine.iterator(of: try list(machine))
  }

  func contains(_ element: Value, in machine: Machine) throws(Interruption) -> Bool? {
    element.kind == .string && map(named: machine.textOf(element)) != nil
  }

  func item(at index: Value, in machine: Machine) throws(Interruption) -> Value? {
    guard index.kind == .string else {
      throw .raised(.key, "\(machine.sketch(of: index)) is not a valid value for colormap")
    }
    let name = machine.textOf(index)
    guard let map = map(named: name) else {
      throw .raised(.key, "\"'\(name)' is not a valid value for colormap\"")
    }
    return value(map, in: machine)
  }

  // MARK: Methods of maps

  private func defineMethods(_ machine: Machine) {
    func define(
      _ name: String,
      _ body: @escaping (ColorMapValue, inout PlotCall) throws(Interruption) -> Value
    ) {
      methods[name] = machine.makeNative(name) { (arguments, machine) throws(Interruption) in
        guard arguments.count > 0, let map = machine.foreign(arguments[0]) as? ColorMapValue else {
          throw .raised(.type, "\(name)() is a method of maps of colours")
        }
        var call = PlotCall("Colormap.\(name)", arguments, skipping: 1, machine)
        let result = try body(map, &call)
        try call.finish("Colormap")
        return result
      }
    }
    define("reversed") { [unowned self] (own, call) throws(Interruption) in
      let name = try call.optional("name").map { (value) throws(Interruption) in
        try call.string(value)
      }
      return self.value(own.map.reversed(name: name), in: call.machine)
    }
    define("resampled") { [unowned self] (own, call) throws(Interruption) in
      let count = try call.colorCount(try call.required("lutsize"))
      return self.value(own.map.resampled(to: count), in: call.machine)
    }
    define("copy") { [unowned self] (own, call) throws(Interruption) in
      self.value(own.map, in: call.machine)
    }
    define("with_extremes") { [unowned self] (own, call) throws(Interruption) in
      let copy = ColorMapValue(own.map, self)
      try copy.takeExtremes(&call)
      return call.machine.heap.foreign(copy)
    }
    define("set_extremes") { (own, call) throws(Interruption) in
      try own.takeExtremes(&call)
      return .none
    }
    for (name, isBad, isUnder) in [
      ("bad", true, false), ("under", false, true), ("over", false, false),
    ] {
      define("set_" + name) { (own, call) throws(Interruption) in
        var color =
          try call.optional("color").map { (value) throws(Interruption) in
            try call.exactColor(value)
          } ?? RGBA(0)
        if let alpha = call.optional("alpha") { color.alpha = try call.number(alpha, "alpha") }
        own.setExtremes(
          bad: isBad ? color : nil, under: isUnder ? color : nil,
          over: isBad || isUnder ? nil : color)
        return .none
      }
      define("get_" + name) { (own, call) throws(Interruption) in
        let map = own.map
        let color =
          isBad
          ? map.bad : isUnder ? map.exactColor(number: -1) : map.exactColor(number: .max)
        return try call.machine.array(
          try call.machine.heap.list(color.parts.map { Value($0) }), in: call)
      }
    }
  }
}

extension ColorMapValue {
  fileprivate func takeExtremes(_ call: inout PlotCall) throws(Interruption) {
    var colors: [RGBA?] = []
    for name in ["bad", "under", "over"] {
      colors.append(
        try call.keyword(name).map { (value) throws(Interruption) in try call.exactColor(value) })
    }
    setExtremes(bad: colors[0], under: colors[1], over: colors[2])
  }
}

extension PlotCall {
  /// The map where none is named.
  var usualMap: ColorMap { machine.colorMaps?.usual ?? .usual }
}

extension Machine {
  /// The one that `matplotlib.cm` has made.
  var colorMaps: ColorMapLibrary? {
    let maps = try? attributeIfAny("_maps", of: libraryModule("matplotlib.cm"))
    return maps.flatMap { foreign($0) } as? ColorMapLibrary
  }

  fileprivate func array(_ list: Value, in call: PlotCall) throws(Interruption) -> Value {
    try array(try arrayArgument(list, call.name).array)
  }
}

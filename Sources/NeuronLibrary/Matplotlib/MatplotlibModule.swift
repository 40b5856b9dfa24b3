import NeuronRuntime
import Pictures

/// `matplotlib`: what is around `pyplot`.
func makeMatplotlibModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "matplotlib")
  module.define("pyplot", machine.libraryModule("matplotlib.pyplot"))
  module.define("cm", machine.libraryModule("matplotlib.cm"))
  module.define("colors", machine.libraryModule("matplotlib.colors"))
  module.define("patches", machine.libraryModule("matplotlib.patches"))
  module.define("lines", machine.libraryModule("matplotlib.lines"))
  let plot = machine.libraryModule("matplotlib.pyplot")
  for name in ["rcParams", "colormaps"] {
    if let value = try? machine.attributeIfAny(name, of: plot) { module.define(name, value) }
  }
  module.define(
    "use", machine.makeNative("use") { (_, _) throws(Interruption) in .none })
  return module
}

/// `matplotlib.style`: how figures look is the page's.
func makeStyleModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "matplotlib.style")
  module.define("use", machine.makeNative("use") { (_, _) throws(Interruption) in .none })
  return module
}

/// `matplotlib.pyplot`: functions that draw in the current axes of the current figure. What is open at the
/// end of a cell is shown there, as notebooks do.
func makePyplotModule(_ machine: Machine) -> NativeModule {
  let library = PlotLibrary(machine)
  let module = NativeModule(name: "matplotlib.pyplot")
  // Under a name that programs do not write, so that the collector finds what is open.
  module.define("_figures", machine.heap.foreign(library))
  machine.atEndOfText { (machine) throws(Interruption) in try library.show(machine) }
  for function in AxesFunction.all {
    library.define(
      function.name, of: AxesValue.self,
      machine.makeNative(function.name) { (arguments, machine) throws(Interruption) in
        guard arguments.count > 0, let axes = machine.foreign(arguments[0]) as? AxesValue else {
          throw .raised(.type, "\(function.name)() is a method of axes")
        }
        var call = PlotCall("Axes.\(function.name)", arguments, skipping: 1, machine)
        return try function.body(axes, &call)
      })
    guard let plain = function.plain else { continue }
    module.define(
      plain,
      machine.makeNative(plain) { (arguments, machine) throws(Interruption) in
        var call = PlotCall(plain, arguments, skipping: 0, machine)
        return try function.body(try library.currentAxes(machine), &call)
      })
  }
  library.defineObjects(machine)
  module.definePatches(machine)
  library.defineFigures(module, machine)
  library.defineSurroundings(module, machine)
  module.reasonForAbsence = absenceOfPyplot
  return module
}

private func absenceOfPyplot(_ name: String) -> String? {
  let known: Set<String> = [
    "pie", "boxplot", "violinplot", "polar", "streamplot", "hexbin", "hist2d", "spy", "table",
    "tripcolor", "tricontour", "tricontourf", "triplot", "broken_barh", "eventplot",
    "stairs", "specgram", "psd", "acorr", "xcorr", "axline", "figtext", "subplot2grid",
    "subplot_mosaic", "savefig", "imread", "imsave", "ginput", "waitforbuttonpress", "figimage",
    "barbs", "bar_label", "ecdf", "locator_params", "rc",
  ]
  guard known.contains(name) else { return nil }
  switch name {
  case "savefig", "imsave", "imread":
    return
      "matplotlib.pyplot has `\(name)`, neuron's does not: a lesson sees no files, and shows figures by itself"
  default:
    return
      "matplotlib.pyplot has `\(name)`, neuron's does not: draw it with plot, scatter, bar, imshow or contourf"
  }
}

extension PlotLibrary {
  /// The methods of figures, artists and their kin.
  fileprivate func defineObjects(_ machine: Machine) {
    for (name, isSetter) in ArtistProperty.all {
      define(
        (isSetter ? "set_" : "get_") + name, of: ArtistValue.self,
        machine.makeNative((isSetter ? "set_" : "get_") + name) {
          (arguments, machine) throws(Interruption) in
          guard arguments.count > 0, let artist = machine.foreign(arguments[0]) as? ArtistValue
          else { throw .raised(.type, "\(name) is a property of an artist") }
          guard isSetter else { return try artist.get(name, machine) ?? .none }
          var call = PlotCall("set_" + name, arguments, skipping: 1, machine)
          try artist.set(name, &call)
          return .none
        })
    }
    define(
      "remove", of: ArtistValue.self,
      machine.makeNative("remove") { (arguments, machine) throws(Interruption) in
        (machine.foreign(arguments[0]) as? ArtistValue)?.remove()
        return .none
      })
    define(
      "set_label", of: ColorBarValue.self,
      machine.makeNative("set_label") { (arguments, machine) throws(Interruption) in
        var call = PlotCall("set_label", arguments, skipping: 1, machine)
        let text = try call.words(try call.required("label"))
        (machine.foreign(arguments[0]) as? ColorBarValue)?.setLabel(text)
        return .none
      })
    for name in ["ravel", "flatten"] {
      define(
        name, of: AxesGridValue.self,
        machine.makeNative(name) { (arguments, machine) throws(Interruption) in
          guard let grid = machine.foreign(arguments[0]) as? AxesGridValue else { return .none }
          return grid.flattened(in: machine)
        })
    }
    define(
      "set", of: AxesValue.self,
      machine.makeNative("set") { (arguments, machine) throws(Interruption) in
        guard let axes = machine.foreign(arguments[0]) as? AxesValue else { return .none }
        var call = PlotCall("set", arguments, skipping: 1, machine)
        return try axes.setMany(&call, arguments)
      })
  }

  /// Styles and settings, which are the page's own, and what waits for a person.
  fileprivate func defineSurroundings(_ module: NativeModule, _ machine: Machine) {
    for name in [
      "tight_layout", "pause", "ion", "ioff", "draw", "subplots_adjust", "rcdefaults",
    ] {
      module.define(name, idle)
    }
    module.define(
      "set_cmap",
      machine.makeNative("set_cmap") { [unowned self] (arguments, machine) throws(Interruption) in
        var call = PlotCall("set_cmap", arguments, skipping: 0, machine)
        let map = try call.map(try call.required("cmap"))
        try call.finish("pyplot")
        machine.colorMaps?.usual = map
        if let figure = self.open.last, !figure.axes.isEmpty {
          try figure.currentAxes(machine).setMap(map)
        }
        return .none
      })
    module.define("rcParams", machine.heap.dictionary())
    module.define("style", machine.libraryModule("matplotlib.style"))
    module.define("cm", machine.libraryModule("matplotlib.cm"))
    if let map = try? machine.attributeIfAny("get_cmap", of: machine.libraryModule("matplotlib.cm"))
    {
      module.define("get_cmap", map)
    }
    if let maps = try? machine.attributeIfAny("_maps", of: machine.libraryModule("matplotlib.cm")) {
      module.define("colormaps", maps)
    }
  }
}

/// What artists let programs set and ask for.
enum ArtistProperty {
  static let all: [(name: String, isSetter: Bool)] =
    ["label", "zorder", "data", "xdata", "ydata", "color", "alpha"].map { ($0, true) }
    + ["label", "text"].map { ($0, false) }
}

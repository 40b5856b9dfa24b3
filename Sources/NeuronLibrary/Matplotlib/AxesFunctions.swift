import NeuronRuntime
import Pictures

/// A function of axes: what `ax.plot` is, and under another name perhaps `plt.plot`.
struct AxesFunction: Sendable {
  /// The method of axes.
  let name: String
  /// The function of pyplot; `nil` where there is none.
  let plain: String?
  let body: @Sendable (AxesValue, inout PlotCall) throws(Interruption) -> Value

  /// A function that has the same name in both places, unless another is given.
  init(
    _ name: String, plain: String? = "", noPlain: Bool = false,
    _ body: @escaping @Sendable (AxesValue, inout PlotCall) throws(Interruption) -> Value
  ) {
    self.name = name
    self.plain = noPlain ? nil : plain == "" ? name : plain
    self.body = body
  }

  static let all: [AxesFunction] = drawing + texts + settings

  private static let drawing: [AxesFunction] = [
    AxesFunction("plot") { (axes, call) throws(Interruption) in try axes.plot(&call) },
    AxesFunction("semilogy") { (axes, call) throws(Interruption) in
      try axes.logPlot(&call, x: false, y: true)
    },
    AxesFunction("semilogx") { (axes, call) throws(Interruption) in
      try axes.logPlot(&call, x: true, y: false)
    },
    AxesFunction("loglog") { (axes, call) throws(Interruption) in
      try axes.logPlot(&call, x: true, y: true)
    },
    AxesFunction("step") { (axes, call) throws(Interruption) in try axes.step(&call) },
    AxesFunction("stem") { (axes, call) throws(Interruption) in try axes.stem(&call) },
    AxesFunction("errorbar") { (axes, call) throws(Interruption) in try axes.errorbar(&call) },
    AxesFunction("scatter") { (axes, call) throws(Interruption) in try axes.scatter(&call) },
    AxesFunction("bar") { (axes, call) throws(Interruption) in try axes.bar(&call, .vertical) },
    AxesFunction("barh") { (axes, call) throws(Interruption) in try axes.bar(&call, .horizontal) },
    AxesFunction("hist") { (axes, call) throws(Interruption) in try axes.hist(&call) },
    AxesFunction("fill_between") { (axes, call) throws(Interruption) in
      try axes.fillBetween(&call, along: .horizontal)
    },
    AxesFunction("fill_betweenx") { (axes, call) throws(Interruption) in
      try axes.fillBetween(&call, along: .vertical)
    },
    AxesFunction("fill") { (axes, call) throws(Interruption) in try axes.fill(&call) },
    AxesFunction("axhline") { (axes, call) throws(Interruption) in
      try axes.axisLine(&call, .horizontal)
    },
    AxesFunction("axvline") { (axes, call) throws(Interruption) in
      try axes.axisLine(&call, .vertical)
    },
    AxesFunction("axhspan") { (axes, call) throws(Interruption) in
      try axes.band(&call, .horizontal)
    },
    AxesFunction("axvspan") { (axes, call) throws(Interruption) in try axes.band(&call, .vertical)
    },
    AxesFunction("vlines") { (axes, call) throws(Interruption) in
      try axes.straightLines(&call, .vertical)
    },
    AxesFunction("hlines") { (axes, call) throws(Interruption) in
      try axes.straightLines(&call, .horizontal)
    },
    AxesFunction("stackplot") { (axes, call) throws(Interruption) in try axes.stackPlot(&call) },
    AxesFunction("add_patch", noPlain: true) { (axes, call) throws(Interruption) in
      try axes.addMade(&call)
    },
    AxesFunction("add_artist", noPlain: true) { (axes, call) throws(Interruption) in
      try axes.addMade(&call)
    },
    AxesFunction("add_line", noPlain: true) { (axes, call) throws(Interruption) in
      try axes.addMade(&call)
    },
    AxesFunction("quiver") { (axes, call) throws(Interruption) in try axes.quiver(&call) },
    AxesFunction("arrow") { (axes, call) throws(Interruption) in try axes.arrow(&call) },
    AxesFunction("imshow") { (axes, call) throws(Interruption) in try axes.imshow(&call) },
    AxesFunction("matshow") { (axes, call) throws(Interruption) in try axes.imshow(&call) },
    AxesFunction("pcolormesh") { (axes, call) throws(Interruption) in try axes.colorMesh(&call) },
    AxesFunction("pcolor") { (axes, call) throws(Interruption) in try axes.colorMesh(&call) },
    AxesFunction("contour") { (axes, call) throws(Interruption) in
      try axes.contour(&call, filled: false)
    },
    AxesFunction("contourf") { (axes, call) throws(Interruption) in
      try axes.contour(&call, filled: true)
    },
    AxesFunction("clabel") { (axes, call) throws(Interruption) in try axes.labelContours(&call) },
    AxesFunction("colorbar", noPlain: false) { (axes, call) throws(Interruption) in
      try axes.colorBar(&call)
    },
  ]

  private static let texts: [AxesFunction] = [
    AxesFunction("text") { (axes, call) throws(Interruption) in try axes.text(&call) },
    AxesFunction("annotate") { (axes, call) throws(Interruption) in try axes.annotate(&call) },
    AxesFunction("set_title", plain: "title") { (axes, call) throws(Interruption) in
      try axes.setTitle(&call)
    },
    AxesFunction("set_xlabel", plain: "xlabel") { (axes, call) throws(Interruption) in
      try axes.setLabel(&call, .horizontal)
    },
    AxesFunction("set_ylabel", plain: "ylabel") { (axes, call) throws(Interruption) in
      try axes.setLabel(&call, .vertical)
    },
    AxesFunction("legend") { (axes, call) throws(Interruption) in try axes.legend(&call) },
  ]

  private static let settings: [AxesFunction] =
    [
      AxesFunction("set_xlim", plain: "xlim") { (axes, call) throws(Interruption) in
        try axes.setLimits(&call, .horizontal)
      },
      AxesFunction("set_ylim", plain: "ylim") { (axes, call) throws(Interruption) in
        try axes.setLimits(&call, .vertical)
      },
      AxesFunction("get_xlim", noPlain: true) { (axes, call) throws(Interruption) in
        try axes.limitsValue(.horizontal, call.machine)
      },
      AxesFunction("get_ylim", noPlain: true) { (axes, call) throws(Interruption) in
        try axes.limitsValue(.vertical, call.machine)
      },
      AxesFunction("set_xscale", plain: "xscale") { (axes, call) throws(Interruption) in
        try axes.setScale(&call, .horizontal)
      },
      AxesFunction("set_yscale", plain: "yscale") { (axes, call) throws(Interruption) in
        try axes.setScale(&call, .vertical)
      },
      AxesFunction("set_xticks", plain: "xticks") { (axes, call) throws(Interruption) in
        try axes.setTicks(&call, .horizontal)
      },
      AxesFunction("set_yticks", plain: "yticks") { (axes, call) throws(Interruption) in
        try axes.setTicks(&call, .vertical)
      },
      AxesFunction("set_xticklabels", noPlain: true) { (axes, call) throws(Interruption) in
        try axes.setTickLabels(&call, .horizontal)
      },
      AxesFunction("set_yticklabels", noPlain: true) { (axes, call) throws(Interruption) in
        try axes.setTickLabels(&call, .vertical)
      },
      AxesFunction("tick_params") { (axes, call) throws(Interruption) in
        try axes.tickParameters(&call)
      },
      AxesFunction("grid") { (axes, call) throws(Interruption) in try axes.setGrid(&call) },
      AxesFunction("axis") { (axes, call) throws(Interruption) in try axes.setAxis(&call) },
      AxesFunction("set_aspect", noPlain: true) { (axes, call) throws(Interruption) in
        try axes.setAspect(&call)
      },
      AxesFunction("set_axis_off", noPlain: true) { (axes, _) throws(Interruption) in
        axes.figure.figure.axes[axes.index].isFramed = false
        return .none
      },
      AxesFunction("invert_xaxis", noPlain: true) { (axes, _) throws(Interruption) in
        axes.invert(.horizontal)
        return .none
      },
      AxesFunction("invert_yaxis", noPlain: true) { (axes, _) throws(Interruption) in
        axes.invert(.vertical)
        return .none
      },
      AxesFunction("twinx") { (axes, call) throws(Interruption) in try axes.twin(.y, call.machine)
      },
      AxesFunction("twiny") { (axes, call) throws(Interruption) in try axes.twin(.x, call.machine)
      },
      AxesFunction("autoscale") { (axes, _) throws(Interruption) in
        axes.figure.figure.axes[axes.index].fitsShapes = true
        return .none
      },
      AxesFunction("autoscale_view", noPlain: true) { (axes, _) throws(Interruption) in
        axes.figure.figure.axes[axes.index].fitsShapes = true
        return .none
      },
      AxesFunction("minorticks_on") { (axes, _) throws(Interruption) in
        axes.setMinorMarks(true)
        return .none
      },
      AxesFunction("minorticks_off") { (axes, _) throws(Interruption) in
        axes.setMinorMarks(false)
        return .none
      },
      AxesFunction("margins") { (axes, call) throws(Interruption) in try axes.setMargins(&call) },
      AxesFunction("set_xmargin", noPlain: true) { (axes, call) throws(Interruption) in
        try axes.setMargin(try call.required("m"), .horizontal, call)
        return .none
      },
      AxesFunction("set_ymargin", noPlain: true) { (axes, call) throws(Interruption) in
        try axes.setMargin(try call.required("m"), .vertical, call)
        return .none
      },
      AxesFunction("set_axisbelow", noPlain: true) { (_, call) throws(Interruption) in
        if try call.string(try call.required("b")) != "True" {
          throw .raised(.value, "a grid lies below what is drawn here")
        }
        return .none
      },
      AxesFunction("cla", plain: "cla") { (axes, _) throws(Interruption) in
        axes.clear()
        return .none
      },
      AxesFunction("clear", noPlain: true) { (axes, _) throws(Interruption) in
        axes.clear()
        return .none
      },
      AxesFunction("get_legend_handles_labels", noPlain: true) {
        (axes, call) throws(Interruption) in
        try axes.legendEntries(call.machine)
      },
    ]
    + idle.map { name in
      AxesFunction(name, noPlain: true) { (_, _) throws(Interruption) in .none }
    }

  /// What changes nothing in pictures of this kind.
  private static let idle = [
    "relim"
  ]
}

extension AxesValue {
  /// `(handles, labels)` of what a legend would name.
  func legendEntries(_ machine: Machine) throws(Interruption) -> Value {
    var handles: [Value] = []
    var labels: [Value] = []
    for (place, artist) in axes.artists.enumerated() {
      guard artist.isLegendary, let label = artist.label, !label.hasPrefix("_") else { continue }
      handles.append(machine.heap.foreign(ArtistValue("Line2D", of: self, at: place)))
      labels.append(try machine.heap.string(label))
    }
    return try machine.heap.tuple([try machine.heap.list(handles), try machine.heap.list(labels)])
  }
}

import NeuronRuntime
import Pictures

extension AxesValue {
  /// `text(x, y, s, …)`.
  func text(_ call: inout PlotCall) throws(Interruption) -> Value {
    let (left, height) = (try call.required("x"), try call.required("y"))
    let place = Point(try call.number(left, "x"), try call.number(height, "y"))
    var label = Label(try call.words(try call.required("s")), at: place)
    let shown = try [left, height].map { (value) throws(Interruption) in
      try call.machine.representation(of: value)
    }.joined(separator: ", ")
    if let transform = call.keyword("transform"),
      let known = call.machine.foreign(transform) as? AxesTransform
    {
      label.isInAxes = known.isOfAxes
    }
    let order = try call.takeTextOptions(&label)
    try call.finish("Text")
    let text = label.text
    return try add(
      .text(label), label: nil, order: order, type: "Text", call.machine,
      shown: titleText(text, shown, call.machine))
  }

  /// `annotate(text, xy, xytext, arrowprops)`.
  func annotate(_ call: inout PlotCall) throws(Interruption) -> Value {
    let text = try call.words(try call.required("text"))
    let target = try call.pair(try call.required("xy"), "xy")
    let place = try call.optional("xytext").map { (value) throws(Interruption) in
      try call.pair(value, "xytext")
    }
    let coordinates = try call.takeString("xycoords") ?? "data"
    let textCoordinates = try call.takeString("textcoords") ?? coordinates
    let arrow = call.keyword("arrowprops")
    _ = call.keyword("annotation_clip", "arrow_style")
    var label = Label(text, at: Point(target.0, target.1))
    label.isInAxes = coordinates == "axes fraction"
    if let place {
      if textCoordinates.hasPrefix("offset") {
        label.offset = Point(place.0, place.1)
      } else {
        label.place = Point(place.0, place.1)
        label.isInAxes = textCoordinates == "axes fraction"
      }
      if let arrow {
        label.target = Point(target.0, target.1)
        label.arrow = try call.arrowPaint(arrow)
      }
    }
    let order = try call.takeTextOptions(&label)
    try call.finish("Text")
    return try add(
      .text(label), label: nil, order: order, type: "Annotation", call.machine,
      shown: titleText(
        text, "\(target.0.rounded(toDigits: 9)), \(target.1.rounded(toDigits: 9))", call.machine))
  }

  // MARK: Titles and labels

  /// `set_title(label)`, also for the labels of the axes. Gives the text that matplotlib gives.
  func setTitle(_ call: inout PlotCall) throws(Interruption) -> Value {
    let text = try call.words(try call.required("label"))
    try call.skipTextOptions("Text", besides: ["loc", "y"])
    figure.figure.axes[index].title = text
    return titleValue(text, "0.5, 1.0", call.machine)
  }

  func setLabel(_ call: inout PlotCall, _ direction: Direction) throws(Interruption) -> Value {
    let isX = direction == .horizontal
    let text = try call.words(try call.required(isX ? "xlabel" : "ylabel"))
    try call.skipTextOptions("Text", besides: ["loc"])
    update(direction) { $0.label = text }
    return titleValue(text, isX ? "0.5, 0" : "0, 0.5", call.machine)
  }

  /// - Parameter place: as matplotlib shows it.
  func titleValue(_ text: String, _ place: String, _ machine: Machine) -> Value {
    machine.heap.foreign(
      ArtistValue("Text", of: self, at: .max, text: titleText(text, place, machine)))
  }

  private func titleText(_ text: String, _ place: String, _ machine: Machine) -> String {
    let quoted = (try? machine.heap.string(text)).flatMap { try? machine.representation(of: $0) }
    return "Text(\(place), \(quoted ?? "''"))"
  }

  /// `legend()`, `legend(labels)`, `legend(handles, labels)`.
  func legend(_ call: inout PlotCall) throws(Interruption) -> Value {
    let first = call.next()
    let second = call.next()
    let handles = call.keyword("handles") ?? (second == nil ? nil : first)
    let labels = call.keyword("labels") ?? second ?? first
    let location = try call.keyword("loc").map { (value) throws(Interruption) in
      try call.legendLocation(value)
    }
    let title = try call.keyword("title").map { (value) throws(Interruption) in
      try call.words(value)
    }
    _ = call.keyword("fontsize", "facecolor", "edgecolor", "labelcolor", "alignment")
    try call.finish("Legend")
    if let labels, let names = call.strings(labels) {
      var targets = axes.artists.indices.filter { axes.artists[$0].isLegendary }.map { ($0, self) }
      if let handles, let items = call.machine.elements(ofSequence: handles) {
        try label(items, names, call)
        targets = []
      }
      for ((place, _), name) in zip(targets, names) {
        figure.figure.axes[index].artists[place].label = name
      }
    }
    if let handles, let items = call.machine.elements(ofSequence: handles) {
      try nameOnly(items, call.machine)
    }
    for artist in axes.artists where artist.isLegendary {
      try PlotCall.checkFormulas(in: artist.label ?? "")
    }
    figure.figure.axes[index].legend = Legend(location: location ?? "best", title: title)
    return call.machine.heap.foreign(
      ArtistValue("Legend", of: self, at: .max, text: "<Legend object>"))
  }

  private func label(
    _ handles: [Value], _ names: [String], _ call: PlotCall
  ) throws(Interruption) {
    for (handle, name) in zip(handles, names) {
      (call.machine.foreign(handle) as? ArtistValue)?.artist.label = name
    }
  }
}

extension Artist {
  /// Whether a legend without handles would name it.
  var isLegendary: Bool {
    switch kind {
    case .line, .points, .bars, .area, .segments: true
    default: false
    }
  }
}

extension PlotCall {
  private static let locations = [
    "best", "upper right", "upper left", "lower left", "lower right", "right", "center left",
    "center right", "lower center", "upper center", "center",
  ]

  func legendLocation(_ value: Value) throws(Interruption) -> String {
    if value.isInt, Self.locations.indices.contains(value.int) { return Self.locations[value.int] }
    let name = try string(value)
    if Self.locations.contains(name) { return name }
    throw .raised(
      .value,
      "'\(name)' is not a valid value for loc; supported values are \(Self.locations.map { "'\($0)'" }.joined(separator: ", "))"
    )
  }

  /// What texts take by name.
  ///
  /// - Returns: in which order it is drawn.
  mutating func takeTextOptions(_ label: inout Label) throws(Interruption) -> Double {
    if let size = keyword("fontsize", "size") { label.size = try fontSize(size) }
    if let weight = keyword("fontweight", "weight") { label.isBold = try isBold(weight) }
    if let paint = try takePaint("color", "c") { label.paint = paint }
    if let opacity = try takeOpacity() { label.paint.opacity = opacity }
    if let rotation = keyword("rotation") {
      label.rotation =
        isString(rotation)
        ? (machine.textOf(rotation) == "vertical" ? 90 : 0) : try number(rotation, "rotation")
    }
    switch try takeString("ha", "horizontalalignment") {
    case "center"?: label.horizontal = .center
    case "right"?: label.horizontal = .right
    default: break
    }
    switch try takeString("va", "verticalalignment") {
    case "center"?, "center_baseline"?: label.vertical = .center
    case "top"?: label.vertical = .top
    case "bottom"?: label.vertical = .bottom
    default: break
    }
    for name in ["bbox", "backgroundcolor"] {
      guard let box = keyword(name) else { continue }
      label.box = try boxPaint(box)
    }
    return try takeNumber("zorder") ?? StandardOrder.text
  }

  /// White boxes have the colour of the page, on which the colour of text is read.
  private func boxPaint(_ value: Value) throws(Interruption) -> Paint {
    var box = Paint(.background)
    if isString(value) {
      box = try paint(value)
    } else if value.kind == .dictionary {
      for entry in machine.entries(of: value) where isString(entry.key) {
        switch machine.textOf(entry.key) {
        case "facecolor", "fc", "color": box.color = try paint(entry.value).color
        case "alpha": box.opacity = try number(entry.value, "alpha")
        default: break
        }
      }
    }
    if box.color == .rgb(0xFFFFFF) { box.color = .background }
    return box
  }

  func arrowPaint(_ value: Value) throws(Interruption) -> Paint {
    guard value.kind == .dictionary else { return Paint(.foreground) }
    for entry in machine.entries(of: value) where isString(entry.key) {
      if ["color", "facecolor", "ec", "edgecolor"].contains(machine.textOf(entry.key)) {
        return try paint(entry.value)
      }
    }
    return Paint(.foreground)
  }

  private static let sizes: [String: Double] = [
    "xx-small": 5.8, "x-small": 6.9, "small": 8.3, "medium": 10, "large": 12, "x-large": 14.4,
    "xx-large": 17.3,
  ]

  private func fontSize(_ value: Value) throws(Interruption) -> Double {
    guard isString(value) else { return try number(value, "fontsize") }
    return Self.sizes[machine.textOf(value)] ?? 10
  }

  private func isBold(_ value: Value) throws(Interruption) -> Bool {
    guard isString(value) else { return try number(value, "fontweight") >= 600 }
    return ["bold", "heavy", "black", "semibold"].contains(machine.textOf(value))
  }

  /// Takes what texts take where their looks are the page's.
  mutating func skipTextOptions(
    _ owner: String, besides others: [String] = []
  ) throws(Interruption) {
    var label = Label("", at: Point(0, 0))
    _ = try takeTextOptions(&label)
    for name in others { _ = keyword(name) }
    try finish(owner)
  }
}

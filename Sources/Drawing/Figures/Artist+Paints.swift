import Pictures

extension Paint {
  /// Whether it covers what is below with a colour that is neither black nor white.
  var isFilledColor: Bool {
    guard opacity >= 0.5 else { return false }
    return switch color {
    case .series: true
    case .rgb(let number): number != AxesGround.black && number != AxesGround.white
    case .foreground, .background, .clear: false
    }
  }

  fileprivate var inTrueColors: Paint {
    switch color {
    case .foreground: Paint(.rgb(AxesGround.black), opacity: opacity)
    case .background: Paint(.rgb(AxesGround.white), opacity: opacity)
    case .series, .rgb, .clear: self
    }
  }

  fileprivate var followingScheme: Paint {
    switch color {
    case .rgb(AxesGround.black): Paint(.foreground, opacity: opacity)
    case .rgb(AxesGround.white): Paint(.background, opacity: opacity)
    case .series, .rgb, .foreground, .background, .clear: self
    }
  }
}

extension Artist {
  var showsValuesAsColors: Bool {
    switch kind {
    case .image, .filledContours: true
    default: false
    }
  }

  /// Black and white as numbers.
  var inTrueColors: Artist { painted(\.inTrueColors) }

  /// Black and white as the page has them.
  var followingScheme: Artist { painted(\.followingScheme) }

  private func painted(_ change: (Paint) -> Paint) -> Artist {
    var artist = self
    artist.kind = kind.painted(change)
    return artist
  }
}

extension Artist.Kind {
  /// With other paints. Colours that stand for values stay.
  fileprivate func painted(_ change: (Paint) -> Paint) -> Artist.Kind {
    switch self {
    case .line(var curve):
      curve.paint = change(curve.paint)
      curve.markerFace = change(curve.markerFace)
      curve.markerEdge = change(curve.markerEdge)
      return .line(curve)
    case .points(var cloud):
      cloud.fill = cloud.fill.painted(change)
      cloud.edge = change(cloud.edge)
      return .points(cloud)
    case .bars(var bars):
      bars.paints = bars.paints.map(change)
      bars.edge = change(bars.edge)
      return .bars(bars)
    case .image, .filledContours: return self
    case .contours(var contours):
      contours.paints =
        contours.paints.isEmpty ? [change(Paint(.foreground))] : contours.paints.map(change)
      return .contours(contours)
    case .area(var area):
      area.fill = change(area.fill)
      area.edge = change(area.edge)
      return .area(area)
    case .axisLine(var line):
      line.paint = change(line.paint)
      return .axisLine(line)
    case .band(var band):
      band.paint = change(band.paint)
      return .band(band)
    case .segments(var segments):
      segments.paint = change(segments.paint)
      return .segments(segments)
    case .text(var label):
      label.paint = change(label.paint)
      label.arrow = change(label.arrow)
      label.box = label.box.map(change)
      return .text(label)
    case .arrows(var arrows):
      arrows.paint = change(arrows.paint)
      return .arrows(arrows)
    }
  }
}

extension Coloring {
  fileprivate func painted(_ change: (Paint) -> Paint) -> Coloring {
    switch self {
    case .paint(let paint): .paint(change(paint))
    case .paints(let paints): .paints(paints.map(change))
    case .values: self
    }
  }
}

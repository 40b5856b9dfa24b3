import LessonDocument
import JSONText
import LessonRendering
import SourceText

/// The files that a SARIF run speaks of, and places in them.
///
/// Files are named relative to the folder that the program ran in, so that the report is the same
/// on every machine.
struct SARIFArtifacts {
  private static let base = "SRCROOT"
  private var paths: [String] = []
  private var isTarget: [Bool] = []
  private var indices: [String: Int] = [:]

  /// What relative addresses are relative to.
  static let baseIDs: JSON = [
    base: ["description": ["text": "The folder in which neuronbook ran."]]
  ]

  /// A lesson that was checked, whether it has problems or not.
  mutating func addTarget(_ path: String) {
    isTarget[index(of: path)] = true
  }

  private mutating func index(of path: String) -> Int {
    if let index = indices[path] { return index }
    indices[path] = paths.count
    paths.append(path)
    isTarget.append(false)
    return paths.count - 1
  }

  /// The run's `artifacts`.
  var json: JSON {
    .array(
      zip(paths, isTarget).map { path, isTarget in
        JSON(members: [
          ("location", JSON(members: Self.address(path))),
          ("sourceLanguage", path.hasSuffix(".md") ? "markdown" : nil),
          ("roles", isTarget ? ["analysisTarget"] : nil),
        ])
      })
  }

  mutating func artifactLocation(_ path: String) -> JSON {
    JSON(members: Self.address(path) + [("index", .integer(index(of: path)))])
  }

  mutating func location(
    _ location: Diagnostic.Location, id: Int? = nil, message: String? = nil
  ) -> JSON {
    let path: String
    var region: JSON?
    switch location {
    case .file(let file): path = file
    case .text(let place): (path, region) = (place.file.path, Self.region(place))
    }
    return JSON(members: [
      ("id", id.map { .integer($0) }),
      (
        "physicalLocation",
        JSON(members: [("artifactLocation", artifactLocation(path)), ("region", region)])
      ),
      ("message", message.map(SARIFText.message)),
    ])
  }

  static func region(_ place: Place) -> JSON {
    let region = TextRegion(place)
    return [
      "startLine": .integer(region.start.line),
      "startColumn": .integer(region.start.column),
      "endLine": .integer(region.end.line),
      "endColumn": .integer(region.end.column),
    ]
  }

  /// A colon in a path is encoded, so that no relative one reads as if it began with a scheme.
  private static func address(_ path: String) -> [(key: String, value: JSON?)] {
    let encoded = Address.encoded(path)
    return path.hasPrefix("/")
      ? [("uri", .string("file://" + encoded))]
      : [("uri", .string(encoded)), ("uriBaseId", .string(base))]
  }
}

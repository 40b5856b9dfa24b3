import JSONText
import LessonVerification
import SourceText

/// A report for programs, by `report.schema.json`: one object, each lesson on a line.
final class JSONReport: ReportWriter {
  /// Rises when a member goes or changes its meaning; new members do not raise it.
  static let version = 1

  private let heading: ReportHeading
  private let output: Console
  private var stream: JSONStream

  init(_ heading: ReportHeading, to output: Console) {
    self.heading = heading
    self.output = output
    stream = JSONStream(to: output)
    stream.write("report", "neuronbook")
    stream.write("version", .integer(Self.version))
    stream.write("tool", ["name": "neuronbook", "version": .string(ProgramVersion.text)])
    stream.write("strict", .boolean(heading.isStrict))
    if let shard = heading.shard {
      stream.write("shard", ["index": .integer(shard.index), "count": .integer(shard.count)])
    }
    stream.beginArray("lessons")
  }

  func add(_ lesson: LessonReport, new: [Diagnostic]) {
    stream.write(
      element: JSON(members: [
        ("path", .string(lesson.path)),
        ("outcome", .string(lesson.outcome(strict: heading.isStrict).rawValue)),
        ("counts", Self.counts(lesson.counts)),
        ("accepted", .integer(lesson.acceptedOutputs)),
        ("seconds", lesson.duration.map { .number($0.seconds) }),
        ("cells", .array(lesson.cells.map(Self.cell))),
        (
          "problems", .array(lesson.diagnostics.map { Self.problem($0, cell: lesson.cell(of: $0)) })
        ),
      ]))
  }

  func end(_ summary: RunSummary) {
    stream.endArray()
    stream.write("problems", .array(summary.problems.map { Self.problem($0, cell: nil) }))
    stream.write("summary", Self.summary(summary))
    stream.write("exitCode", .integer(Int(summary.status.rawValue)))
    stream.end()
    output.flush()
  }

  // MARK: Parts

  private static func summary(_ summary: RunSummary) -> JSON {
    [
      "lessons": .integer(summary.counts.lessons),
      "counts": counts(summary.counts),
      "accepted": .integer(summary.acceptedOutputs),
      "incomplete": .integer(summary.tally.incomplete),
      "errors": .integer(summary.tally.errors),
      "warnings": .integer(summary.tally.warnings),
    ]
  }

  private static func counts(_ counts: VerifiedLesson.Counts) -> JSON {
    JSON(members: RunSummary.parts(of: counts).map { ($0.name, .integer($0.count)) })
  }

  private static func cell(_ cell: CellReport) -> JSON {
    JSON(members: [
      ("number", .integer(cell.number)),
      ("label", cell.label.map { .string($0) }),
      ("start", position(cell.start)),
      ("end", position(cell.end)),
      ("outcome", .string(cell.outcome.rawValue)),
      ("comparesOutput", .boolean(cell.comparesOutput)),
      ("derivatives", .integer(cell.derivatives)),
      ("seconds", cell.duration.map { .number($0.seconds) }),
    ])
  }

  private static func problem(_ diagnostic: Diagnostic, cell: Int?) -> JSON {
    JSON(
      members: [
        ("rule", .string(diagnostic.rule.id)),
        ("severity", .string(RuleTable.word(for: diagnostic.rule.severity))),
        ("message", .string(diagnostic.message)),
      ] + location(diagnostic.location) + [
        ("cell", cell.map { .integer($0 + 1) }),
        ("traceback", list(diagnostic.traceback, frame)),
        ("notes", list(diagnostic.notes, note)),
        ("help", diagnostic.help.map { .string($0) }),
        ("fix", diagnostic.fix.map(fix)),
      ])
  }

  private static func frame(_ frame: Diagnostic.Frame) -> JSON {
    JSON(
      members: [("function", frame.function.map { .string($0) })] + location(.text(frame.place)))
  }

  private static func note(_ note: Diagnostic.Note) -> JSON {
    let place = note.place.map { location(.text($0)) } ?? []
    return JSON(members: [("message", .string(note.message))] + place)
  }

  private static func fix(_ fix: Diagnostic.Fix) -> JSON {
    JSON(members: location(.text(fix.place)) + [("replacement", .string(fix.replacement))])
  }

  /// No member for no elements.
  private static func list<Element>(_ elements: [Element], _ value: (Element) -> JSON) -> JSON? {
    elements.isEmpty ? nil : .array(elements.map(value))
  }

  private static func location(_ location: Diagnostic.Location) -> [(key: String, value: JSON?)] {
    switch location {
    case .file(let path): return [("path", .string(path))]
    case .text(let place):
      let region = TextRegion(place)
      return [
        ("path", .string(place.file.path)), ("start", position(region.start)),
        ("end", position(region.end)),
      ]
    }
  }

  private static func position(_ position: Position) -> JSON {
    ["line": .integer(position.line), "column": .integer(position.column)]
  }
}

import JSONText
import LessonVerification
import SourceText

/// A report in the Static Analysis Results Interchange Format, 2.1.0 (OASIS): one run, each result
/// on a line.
///
/// Severity `incomplete` is a result of level `error`, so that every viewer shows it, and a
/// notification of the invocation, which says why it was not successful.
final class SARIFReport: ReportWriter {
  private let heading: ReportHeading
  private let output: Console
  private var stream: JSONStream
  private var artifacts = SARIFArtifacts()
  private let ruleIndices: [Rule: Int]

  init(_ heading: ReportHeading, to output: Console) {
    self.heading = heading
    self.output = output
    ruleIndices = Dictionary(
      zip(RuleTable.all, RuleTable.all.indices), uniquingKeysWith: { first, _ in first })
    output.write(
      """
      {
      "$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version":"2.1.0",
      "runs":[

      """)
    stream = JSONStream(to: output)
    stream.write("tool", ["driver": Self.driver])
    stream.write("automationDetails", ["id": .string(Self.automationID(heading.shard))])
    stream.write("columnKind", "unicodeCodePoints")
    stream.write("newlineSequences", ["\r\n", "\n", "\r"])
    stream.write("originalUriBaseIds", SARIFArtifacts.baseIDs)
    stream.beginArray("results")
  }

  func add(_ problems: [Diagnostic]) {
    for problem in problems { stream.write(element: result(problem)) }
  }

  func add(_ lesson: LessonReport, new: [Diagnostic]) {
    artifacts.addTarget(lesson.path)
    notifications += new.filter { $0.rule.severity == .incomplete }.map(notification)
    for problem in new { stream.write(element: result(problem)) }
  }

  /// What stopped a lesson; few, since each is one at most.
  private var notifications: [JSON] = []

  func end(_ summary: RunSummary) {
    stream.endArray()
    notifications += summary.problems.filter { $0.rule.severity == .incomplete }.map(notification)
    stream.write(
      "invocations",
      [
        [
          "executionSuccessful": .boolean(summary.status != .incomplete),
          "exitCode": .integer(Int(summary.status.rawValue)),
          "toolExecutionNotifications": .array(notifications),
        ]
      ])
    stream.write("artifacts", artifacts.json)
    stream.write("properties", Self.checked(summary))
    stream.end()
    output.write("]\n}\n")
    output.flush()
  }

  // MARK: Parts of a run

  /// Up to its last slash the id is GitHub's category, by which it tells apart what several
  /// machines of one workflow upload.
  private static func automationID(_ shard: Shard?) -> String {
    shard.map { "neuronbook/shard-\($0.index)-of-\($0.count)/" } ?? "neuronbook/"
  }

  /// What was checked: the standard has no place for that but a bag of properties.
  private static func checked(_ summary: RunSummary) -> JSON {
    let parts = RunSummary.parts(of: summary.counts).map { ($0.name, JSON.integer($0.count)) }
    return ["checked": JSON(members: [("lessons", .integer(summary.counts.lessons))] + parts)]
  }

  private static var driver: JSON {
    [
      "name": "neuronbook",
      "semanticVersion": .string(ProgramVersion.text),
      "rules": .array(RuleTable.all.map(SARIFRule.json)),
    ]
  }

  private func reference(to rule: Rule) -> [(key: String, value: JSON?)] {
    [("id", .string(rule.id)), ("index", ruleIndices[rule].map { .integer($0) })]
  }

  private func notification(_ diagnostic: Diagnostic) -> JSON {
    [
      "level": "error",
      "message": SARIFText.message(diagnostic.message),
      "locations": [artifacts.location(diagnostic.location)],
      "associatedRule": JSON(members: reference(to: diagnostic.rule)),
    ]
  }

  private func result(_ diagnostic: Diagnostic) -> JSON {
    JSON(members: [
      ("ruleId", .string(diagnostic.rule.id)),
      ("ruleIndex", ruleIndices[diagnostic.rule].map { .integer($0) }),
      ("level", diagnostic.isError ? "error" : "warning"),
      ("message", SARIFText.message(of: diagnostic)),
      ("locations", [artifacts.location(diagnostic.location)]),
      ("relatedLocations", relatedLocations(diagnostic.notes)),
      ("stacks", stack(diagnostic.traceback).map { [$0] }),
      ("codeFlows", codeFlow(diagnostic.traceback).map { [$0] }),
      ("fixes", diagnostic.fix.map { [fix($0)] }),
    ])
  }

  // MARK: Parts of a result

  /// Notes without a place stand in the message.
  private func relatedLocations(_ notes: [Diagnostic.Note]) -> JSON? {
    var locations: [JSON] = []
    for note in notes {
      guard let place = note.place else { continue }
      locations.append(
        artifacts.location(.text(place), id: locations.count + 1, message: note.message))
    }
    return locations.isEmpty ? nil : .array(locations)
  }

  /// The most recent call first, as SARIF wants it.
  private func stack(_ calls: [Diagnostic.Frame]) -> JSON? {
    let frames = callLocations(calls).reversed().map { JSON(members: [("location", $0)]) }
    return frames.isEmpty ? nil : ["frames": .array(frames)]
  }

  /// The same in the order of time: GitHub shows code flows and no stacks.
  private func codeFlow(_ calls: [Diagnostic.Frame]) -> JSON? {
    let steps = callLocations(calls).map { JSON(members: [("location", $0)]) }
    return steps.isEmpty ? nil : ["threadFlows": [["locations": .array(steps)]]]
  }

  /// Calls shown at each end of a long chain, as many as make sense of it.
  private static let shownCalls = 20

  private func callLocations(_ calls: [Diagnostic.Frame]) -> [JSON] {
    let hidden = calls.count - 2 * Self.shownCalls
    guard hidden > 1 else { return calls.map(callLocation) }
    let gap: JSON = ["message": SARIFText.message("… \(hidden) more calls")]
    return calls.prefix(Self.shownCalls).map(callLocation) + [gap]
      + calls.suffix(Self.shownCalls).map(callLocation)
  }

  private func callLocation(_ call: Diagnostic.Frame) -> JSON {
    artifacts.location(.text(call.place), message: call.function.map { "in \($0)" } ?? "in a cell")
  }

  private func fix(_ fix: Diagnostic.Fix) -> JSON {
    [
      "description": SARIFText.message("replace it by \(fix.replacement)"),
      "artifactChanges": [
        [
          "artifactLocation": artifacts.artifactLocation(fix.place.file.path),
          "replacements": [
            [
              "deletedRegion": SARIFArtifacts.region(fix.place),
              "insertedContent": ["text": .string(fix.replacement)],
            ]
          ],
        ]
      ],
    ]
  }
}

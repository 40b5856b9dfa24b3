import Platform

/// How long the stages of rendering took by the clock, all lessons together. Where several are rendered
/// at once, their times add up.
final class StageTimes: Sendable {
  /// What is done to a lesson, in this order.
  enum Stage: Int, CaseIterable {
    /// From text to lesson.
    case parse
    /// Checking and running its cells.
    case run
    /// Pictures to SVG.
    case draw
    /// Its page, in HTML and in Markdown.
    case compose
    /// Comparing files with those that are there, and writing them.
    case write
  }

  private let times = Locked([Duration](repeating: .zero, count: Stage.allCases.count))
  let clock: @Sendable () -> Duration

  init(clock: @escaping @Sendable () -> Duration) { self.clock = clock }

  func add(_ duration: Duration, to stage: Stage) {
    times.withLock { $0[stage.rawValue] += duration }
  }

  /// A line for each stage. Composing a page includes having its formulas set, for which the typesetter
  /// knows the time.
  func text(typesetting: Duration) -> String {
    times.withLock { times in
      Stage.allCases.map { stage in
        let time = times[stage.rawValue]
        guard stage == .compose else { return "\(time.text)  \(stage)" }
        return "\(typesetting.text)  typeset\n\((time - typesetting).text)  compose"
      }
      .joined(separator: "\n")
    }
  }
}

extension StageTimes? {
  /// Does something that belongs to a stage.
  func measure<Result, Failure: Error>(
    _ stage: StageTimes.Stage, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let self else { return try body() }
    let start = self.clock()
    defer { self.add(self.clock() - start, to: stage) }
    return try body()
  }
}

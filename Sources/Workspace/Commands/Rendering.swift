import LessonDocument
import LessonRendering
import SourceText
import Typesetting

/// `neuronbook render`: a page for every lesson, and an index of all.
public struct Rendering: Sendable {
  /// What to do with pages.
  public enum Purpose: Sendable {
    case write
    /// To write them, and delete those whose lesson is gone.
    case writeAndPrune
    /// To compare those that are committed with what is there.
    case check
  }

  /// Files and folders; none means `Notebooks`, or the current folder.
  public var paths: [String] = []
  /// Where pages are written; `nil` leaves it to configurations.
  public var output: String?
  public var purpose = Purpose.write
  /// Whether a lesson with errors is written all the same, each error shown at its place.
  public var keepsGoing = false
  /// Whether each page is one file, with nothing beside it; `nil` leaves it to configurations.
  public var isSelfContained: Bool?
  /// The most lessons at once.
  public var jobs = OrderedWork.processorCount
  /// What a lesson or program may take.
  public var resources = ResourceLimits()
  /// Whether it is told how long the stages took.
  public var showsTimings = false
  /// Where typeset formulas are kept; `nil` means the user's cache.
  var formulaFolder: String?

  /// Rendering of the usual lessons.
  public init() {}

  /// Renders, and says what was written.
  public func run(_ reporter: Reporter) -> RunStatus {
    let search = LessonSearch(
      paths: paths, output: output.map(FilePath.normalize), seeksRoots: true)
    reporter.report(search.diagnostics + search.orderProblems)
    let sets = search.scopes.map { (scope: $0, folder: RenderedFolder(path: folder(of: $0))) }
    let shared = Self.sharedFolders(sets)
    if !shared.isEmpty {
      reporter.report(shared)
      reporter.close("rendered no lesson: \(reporter.tally)")
      return reporter.status
    }
    let times = showsTimings ? StageTimes(clock: Clock.now) : nil
    let store = FormulaStore(in: formulaFolder)
    let typesetter = Typesetter(cache: store.load(), clock: times?.clock)
    var isEmpty = true
    for (scope, folder) in sets {
      var lessons = LessonSet(scope, around: search.all(in: scope), folder: folder, jobs: jobs)
      reporter.report(lessons.problems)
      if lessons.selected.isEmpty { continue }
      isEmpty = false
      guard let theme = theme(of: scope, for: folder, reporter) else { continue }
      lessons.theme = theme
      if isSelfContained ?? scope.configuration.isSelfContained ?? false {
        let (embedding, problems) = RenderedFolder.embedding(katex: .installed(), theme: theme)
        reporter.report(problems)
        lessons.embedding = embedding
      }
      render(lessons, scope, folder, typesetter, reporter, times)
    }
    if isEmpty {
      if reporter.status != .incomplete { reporter.report([search.noLessons]) }
      reporter.close("rendered no lesson: \(reporter.tally)")
    }
    reporter.report(typesetter.problems + LessonPage.drawingProblems)
    store.save(typesetter.cache)
    if let times { reporter.close(times.text(typesetting: typesetter.duration)) }
    return reporter.status
  }

  private func folder(of scope: LessonScope) -> String {
    FilePath.normalize(output ?? scope.configuration.output ?? RenderedFolder.usualName)
  }

  /// The theme of a set; `nil`, reported, where pages cannot be made from it.
  private func theme(
    of scope: LessonScope, for folder: RenderedFolder, _ reporter: Reporter
  ) -> Theme? {
    guard let path = scope.configuration.theme else { return .standard }
    let read = ThemeFolder(path)
    let problems = read.problems + Self.overlap(of: path, with: folder)
    if problems.isEmpty { return read.theme }
    reporter.report(problems)
    reporter.close("rendered no lesson: \(reporter.tally)")
    return nil
  }

  /// Pages among the files of the theme would be copied as its files.
  private static func overlap(of theme: String, with folder: RenderedFolder) -> [Diagnostic] {
    let (theme, output) = (
      FilePath.resolvingLinks(ofNew: theme), FilePath.resolvingLinks(ofNew: folder.path)
    )
    guard FilePath.relative(output, to: theme) != nil || FilePath.relative(theme, to: output) != nil
    else { return [] }
    return [
      Diagnostic(
        .outputCollision, "pages would be written where the theme is", file: folder.path,
        help: "give the pages or the theme another folder")
    ]
  }

  private func render(
    _ lessons: LessonSet, _ scope: LessonScope, _ folder: RenderedFolder,
    _ typesetter: Typesetter, _ reporter: Reporter, _ times: StageTimes?
  ) {
    let isCheck = purpose == .check
    let delivery = PageDelivery(
      folder: folder, compared: isCheck ? scope.configuration.commit : nil)
    let site = SiteRendering(
      lessons, delivery, typesetter, resources, keepsGoing: keepsGoing, times: times)
    let result = site.run(jobs: jobs, prunes: purpose == .writeAndPrune) {
      reporter.report($0.diagnostics)
      reporter.output.write($0.diff)
    }
    let count = counted(lessons.selected.count, "lesson")
    reporter.close(
      isCheck
        ? "compared \(counted(result.compared, "file")) in \(folder.path) with what "
          + "\(count) \(lessons.selected.count == 1 ? "gives" : "give"): \(reporter.tally)"
        : "rendered \(result.lessons) of \(count) into \(folder.path) "
          + "(\(counted(result.written, "file")) changed): \(reporter.tally)")
  }

  /// Sets that would be written where another is: nothing is written then, since of the first there
  /// would be pages that its own list does not have.
  private static func sharedFolders(
    _ sets: [(scope: LessonScope, folder: RenderedFolder)]
  ) -> [Diagnostic] {
    var owners: [String: LessonScope] = [:]
    return sets.compactMap { scope, folder in
      let place = FilePath.resolvingLinks(ofNew: folder.path)
      if let owner = owners[place] { return sharedFolder(folder, owner, scope) }
      owners[place] = scope
      return nil
    }
  }

  private static func sharedFolder(
    _ folder: RenderedFolder, _ first: LessonScope, _ second: LessonScope
  ) -> Diagnostic {
    Diagnostic(
      .severalConfigurations,
      "the lessons below \(second.roots[0]) and below \(first.roots[0]) are sets of their own, "
        + "but both would be written into \(folder.path)",
      file: second.configuration.source?.path ?? second.roots[0],
      help: "render them one after the other, each with an output folder of its own")
  }
}

import LessonDocument
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
  /// The most lessons at once.
  public var jobs = OrderedWork.processorCount
  /// What a lesson or program may take.
  public var resources = ResourceLimits()
  /// Where typeset formulas are kept; `nil` means the user's cache.
  var formulaFolder: String?

  /// Rendering of the usual lessons.
  public init() {}

  /// Renders, and says what was written.
  public func run(_ reporter: Reporter) -> RunStatus {
    let search = LessonSearch(paths: paths, output: output.map(FilePath.normalize))
    reporter.report(search.diagnostics + search.orderProblems)
    let store = FormulaStore(in: formulaFolder)
    let typesetter = Typesetter(cache: store.load())
    var owners: [String: LessonScope] = [:]
    var isEmpty = true
    for scope in search.scopes {
      let folder = RenderedFolder(path: folder(of: scope))
      let place = FilePath.resolvingLinks(folder.path)
      if let owner = owners[place] {
        reporter.report([Self.sharedFolder(folder, owner, scope)])
        continue
      }
      owners[place] = scope
      let lessons = LessonSet(scope, around: search.all(in: scope), folder: folder, jobs: jobs)
      reporter.report(lessons.problems)
      if lessons.selected.isEmpty { continue }
      isEmpty = false
      render(lessons, scope, folder, typesetter, reporter)
    }
    if isEmpty {
      if reporter.status != .incomplete { reporter.report([search.noLessons]) }
      reporter.close("rendered no lesson: \(reporter.tally)")
    }
    reporter.report(typesetter.problem.map { [$0] } ?? [])
    store.save(typesetter.cache)
    return reporter.status
  }

  private func folder(of scope: LessonScope) -> String {
    FilePath.normalize(output ?? scope.configuration.output ?? RenderedFolder.usualName)
  }

  private func render(
    _ lessons: LessonSet, _ scope: LessonScope, _ folder: RenderedFolder,
    _ typesetter: Typesetter, _ reporter: Reporter
  ) {
    let isCheck = purpose == .check
    let delivery = PageDelivery(
      folder: folder, compared: isCheck ? scope.configuration.commit : nil)
    let site = SiteRendering(lessons, delivery, typesetter, resources, keepsGoing: keepsGoing)
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

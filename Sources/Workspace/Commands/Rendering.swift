import LessonDocument
import LessonRendering
import NeuronRuntime
import SourceText
import Typesetting

/// `neuronbook render`: a page for every lesson, and an index of all.
public struct Rendering: Sendable {
  /// Files and folders; none means `Notebooks`, or the current folder.
  public var paths: [String] = []
  /// Where pages are written.
  public var output = RenderedFolder.usualName
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

  /// What became of one lesson.
  private struct Outcome: Sendable {
    var diagnostics: [Diagnostic] = []
    /// Pages that have other bytes now.
    var written = 0
    /// Whether the lesson's pages are as they should be.
    var isCurrent = false
  }

  /// Renders, and says what was written.
  public func run(_ reporter: Reporter) -> RunStatus {
    let folder = RenderedFolder(path: FilePath.normalize(output))
    let search = LessonSearch(paths: paths, output: folder.path)
    reporter.report(search.diagnostics)
    let lessons = LessonSet(search, folder: folder, jobs: jobs)
    reporter.report(lessons.problems)
    if lessons.selected.isEmpty {
      if reporter.status != .incomplete { reporter.report([search.noLessons]) }
      reporter.close("rendered no lesson: \(reporter.tally)")
      return reporter.status
    }
    render(lessons, into: folder, reporter)
    return reporter.status
  }

  private func render(_ lessons: LessonSet, into folder: RenderedFolder, _ reporter: Reporter) {
    let store = FormulaStore(in: formulaFolder)
    let typesetter = Typesetter(cache: store.load())
    let site = lessons.site
    folder.removeAbandoned(besides: lessons.selected.map(\.pagePath))
    var current = 0
    var written = 0
    OrderedWork.run(lessons.selected, jobs: jobs) { [self] file in
      render(file, site, folder, typesetter)
    } consume: { outcome in
      reporter.report(outcome.diagnostics)
      if outcome.isCurrent { current += 1 }
      written += outcome.written
    }
    reporter.report(typesetter.problem.map { [$0] } ?? [])
    store.save(typesetter.cache)
    written += writeIndex(lessons.indexedSite, folder, reporter)
    reporter.close(
      "rendered \(current) of \(counted(lessons.selected.count, "lesson")) into \(folder.path) "
        + "(\(counted(written, "file")) changed): \(reporter.tally)")
  }

  /// What all pages share, written only where there is a page.
  private func writeIndex(
    _ site: Site, _ folder: RenderedFolder, _ reporter: Reporter
  ) -> Int {
    guard !site.lessons.isEmpty else { return 0 }
    let (assets, problems) = folder.writeAssets(katex: .installed())
    reporter.report(problems)
    let index = IndexPage(site)
    var outcome = Outcome()
    write([("html", index.html), ("md", index.markdown)], page: "index", folder, &outcome)
    reporter.report(outcome.diagnostics)
    return assets + outcome.written
  }

  private func render(
    _ file: LessonFile, _ site: Site, _ folder: RenderedFolder, _ typesetter: Typesetter
  ) -> Outcome {
    let lesson: EvaluatedLesson
    switch LessonLoading(limits: resources.limits).load(file) {
    case .notALesson: return Outcome()
    case .failed(let problem): return Outcome(diagnostics: [problem])
    case .evaluated(let evaluated): lesson = evaluated
    }
    let page = LessonPage(
      lesson, path: file.pagePath, in: site, lessonFolder: wayToLesson(file, folder))
    let html = page.html(typesetter: typesetter)
    var outcome = Outcome(diagnostics: (lesson.diagnostics + html.diagnostics).sorted())
    guard keepsGoing || RunStatus(outcome.diagnostics) == .success else { return outcome }
    outcome.isCurrent = true
    write([("html", html.text), ("md", page.markdown())], page: file.pagePath, folder, &outcome)
    return outcome
  }

  private func write(
    _ texts: [(kind: String, text: String)], page: String, _ folder: RenderedFolder,
    _ outcome: inout Outcome
  ) {
    for (kind, text) in texts {
      do {
        if try AtomicWriting.write(Array(text.utf8), to: folder.file(page, kind)) {
          outcome.written += 1
        }
      } catch {
        outcome.diagnostics.append(error)
        outcome.isCurrent = false
      }
    }
  }

  private func wayToLesson(_ file: LessonFile, _ folder: RenderedFolder) -> String {
    FilePath.way(
      from: FilePath.folder(of: folder.file(file.pagePath, "html")),
      to: FilePath.folder(of: file.path))
  }
}

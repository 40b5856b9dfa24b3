import LessonDocument
import LessonRendering
import NeuronRuntime
import NotebookExchange
import SourceText

/// `neuronbook export`: a notebook of every lesson, with outputs.
public struct Exporting: Sendable {
  /// Where notebooks go.
  public enum Target: Sendable {
    /// Each beside its lesson.
    case beside
    /// To standard output, of one lesson.
    case standardOutput
    /// Into a file, of one lesson.
    case file(String)
    /// Below a folder, as the lessons stand below theirs.
    case folder(String)
  }

  /// Files and folders; none means `Notebooks`, or the current folder.
  public var paths: [String] = []
  public var target = Target.beside
  /// Whether a lesson with errors is written all the same, with the errors below their cells.
  public var keepsGoing = false
  /// Whether notebooks hold the images that their text shows.
  public var embedsImages = false
  /// Whether a notebook that somebody changed is written over.
  public var overwrites = false
  /// The most lessons at once.
  public var jobs = OrderedWork.processorCount
  /// What a lesson or program may take.
  public var resources = ResourceLimits()

  /// Exporting of the usual lessons.
  public init() {}

  /// What became of one lesson.
  private struct Outcome: Sendable {
    var diagnostics: [Diagnostic] = []
    /// The notebook; `nil` when there is none to write.
    var utf8: [UInt8]?
  }

  /// Exports, and says what was written.
  public func run(_ reporter: Reporter) -> RunStatus {
    let folder: String? = if case .folder(let path) = target { path } else { nil }
    let search = LessonSearch(paths: paths, output: folder.map(FilePath.normalize))
    reporter.report(search.diagnostics)
    var tally = Tally()
    OrderedWork.run(search.files, jobs: jobs, export) { [self] outcome in
      let file = search.files[tally.looked]
      tally.looked += 1
      reporter.report(outcome.diagnostics)
      guard let utf8 = outcome.utf8 else { return }
      do throws(Diagnostic) {
        try write(utf8, of: file, &tally, reporter)
      } catch {
        reporter.report([error])
      }
    }
    close(tally, search, reporter)
    return reporter.status
  }

  private func export(_ file: LessonFile) -> Outcome {
    switch LessonLoading(resources, file.configuration).load(file) {
    case .notALesson: return Outcome()
    case .failed(let problem): return Outcome(diagnostics: [problem])
    case .evaluated(let lesson):
      let way = wayToLesson(file)
      let exported = ExportedLesson(
        lesson, address: { Destination.address(of: $0, lessonFolder: way) },
        image: { [embedsImages] in embedsImages ? Self.image($0, of: file) : nil },
        pictures: Self.pictures(of: lesson, file))
      let diagnostics = (lesson.diagnostics + exported.diagnostics).sorted()
      let isWritten = keepsGoing || RunStatus(diagnostics) == .success
      return Outcome(diagnostics: diagnostics, utf8: isWritten ? exported.notebook.utf8 : nil)
    }
  }
}

extension Exporting {
  private static func pictures(of lesson: EvaluatedLesson, _ file: LessonFile) -> [Int: [String]] {
    let site = Site(title: "", lessons: [])
    let page = LessonPage(lesson, path: file.pagePath, in: site, lessonFolder: "")
    return page.pictures.reduce(into: [:]) { $0[$1.cell, default: []].append($1.text) }
  }

  /// A file that cannot be read stays a link; that it leads nowhere, verifying says.
  private static func image(_ destination: String, of file: LessonFile) -> ImageFile? {
    guard let path = Destination.localPath(of: destination),
      let bytes = try? FileReading.bytes(of: FilePath.join(FilePath.folder(of: file.path), path))
    else { return nil }
    return ImageFile(path: path, bytes: bytes)
  }

  /// What was done so far.
  private struct Tally {
    var looked = 0
    var exported = 0
    var changed = 0
    /// The lesson that each notebook is of.
    var owners: [String: String] = [:]
  }

  private func write(
    _ utf8: [UInt8], of file: LessonFile, _ tally: inout Tally, _ reporter: Reporter
  ) throws(Diagnostic) {
    let path = notebookPath(of: file)
    if let owner = tally.owners[path] {
      throw Diagnostic(
        .outputCollision, "its notebook would be written over that of \(owner)", file: file.path,
        help: "give a folder with `-o`, or export them apart")
    }
    tally.owners[path] = file.path
    if case .standardOutput = target {
      reporter.output.write(utf8)
      reporter.output.flush()
    } else if try replace(path, with: utf8) {
      tally.changed += 1
    }
    tally.exported += 1
  }

  /// From the notebook's folder to the lesson's. What goes to standard output may end anywhere.
  private func wayToLesson(_ file: LessonFile) -> String {
    if case .standardOutput = target { return "" }
    return FilePath.way(
      from: FilePath.folder(of: notebookPath(of: file)), to: FilePath.folder(of: file.path))
  }

  private func notebookPath(of file: LessonFile) -> String {
    switch target {
    case .beside:
      file.path.hasSuffix(".md") ? file.path.dropLast(3) + ".ipynb" : file.path + ".ipynb"
    case .standardOutput: "-"
    case .file(let path): FilePath.normalize(path)
    case .folder(let folder): FilePath.join(FilePath.normalize(folder), file.pagePath + ".ipynb")
    }
  }

  /// Writes the notebook unless the file has its bytes.
  private func replace(_ path: String, with utf8: [UInt8]) throws(Diagnostic) -> Bool {
    var care = AtomicWriting.Care()
    if !overwrites, FileStatus(path: path)?.isRegularFile == true {
      let old = try FileReading.source(path)
      guard old.utf8 == utf8 || ExportedLesson.notebook(in: old)?.isAsExported == true else {
        throw Diagnostic(
          .notebookChanged, "it holds what no export wrote; it is left as it is", file: path,
          help: "`neuronbook import` takes it back into a lesson, `--force` writes over it")
      }
      care.replacing = old.utf8
    }
    return try AtomicWriting.write(utf8, to: path, care)
  }

  private func close(_ tally: Tally, _ search: LessonSearch, _ reporter: Reporter) {
    if tally.exported == 0, reporter.status == .success { reporter.report([search.noLessons]) }
    if case .standardOutput = target { return }
    reporter.close(
      "exported \(counted(tally.exported, "lesson")) "
        + "(\(counted(tally.changed, "file")) changed): \(reporter.tally)")
  }
}

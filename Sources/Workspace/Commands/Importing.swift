import NotebookExchange
import SourceText

/// `neuronbook import`: notebooks of other programs become lessons, and what stands in the way is told.
public struct Importing: Sendable {
  /// Notebooks; `-` is standard input.
  public var paths: [String] = []
  /// The folder for the lessons.
  public var output = LessonSearch.usualFolder
  /// Whether what stands there already is written over.
  public var replaces = false
  /// What a lesson may take when it is verified.
  public var resources = ResourceLimits()
  /// Where typeset formulas are kept; `nil` means the user's cache.
  var formulaFolder: String?

  /// An import into the usual folder.
  public init() {}

  /// A notebook and where its lesson goes.
  private struct Item: Sendable {
    var notebook: String
    var lesson: String
  }

  /// What became of one notebook.
  private struct Outcome: Sendable {
    var item: Item
    var diagnostics: [Diagnostic] = []
    /// Whether the lesson stands there now.
    var isImported = false
    var files = 0
  }

  /// Imports, then verifies what was imported.
  public func run(_ reporter: Reporter) -> RunStatus {
    var items: [Item] = []
    for path in paths {
      let item = Item(notebook: path, lesson: FilePath.join(folder, lessonName(for: path) + ".md"))
      if let other = items.first(where: { $0.lesson == item.lesson }) {
        reporter.report([Self.collision(item, with: other)])
      } else {
        items.append(item)
      }
    }
    var imported: [Outcome] = []
    OrderedWork.run(items, jobs: OrderedWork.processorCount) { [self] item in
      importing(item)
    } consume: { outcome in
      reporter.report(outcome.diagnostics)
      if outcome.isImported { imported.append(outcome) }
    }
    for outcome in imported {
      let files = outcome.files == 0 ? "" : " and \(counted(outcome.files, "file")) beside it"
      reporter.output.write(
        "imported \(outcome.item.notebook) into \(outcome.item.lesson)\(files)\n")
    }
    reporter.output.flush()
    return max(reporter.status, verify(imported.map(\.item.lesson), reporter))
  }

  private var folder: String { FilePath.normalize(output) }

  /// What was a lesson has a lesson's name already.
  private func lessonName(for path: String) -> String {
    if path == "-" { return ImportedLesson.name(for: "notebook") }
    let name = FilePath.name(of: path)
    if name.hasSuffix(".ipynb"), let file = try? FileReading.source(path),
      ExportedLesson.notebook(in: file) != nil
    {
      return String(name.dropLast(".ipynb".count))
    }
    return ImportedLesson.name(for: name)
  }

  private static func collision(_ item: Item, with other: Item) -> Diagnostic {
    Diagnostic(
      .outputCollision, "its lesson would be written over that of \(other.notebook)",
      file: item.notebook, help: "import one of them into another folder with `-o`")
  }

  private func verify(_ lessons: [String], _ reporter: Reporter) -> RunStatus {
    if lessons.isEmpty { return .success }
    var verifying = Verifying()
    verifying.paths = lessons
    verifying.resources = resources
    verifying.formulaFolder = formulaFolder
    return verifying.run(reporter)
  }

  // MARK: One notebook

  private func importing(_ item: Item) -> Outcome {
    var outcome = Outcome(item: item)
    do throws(Diagnostic) {
      let lesson = try ImportedLesson(of: FileReading.source(item.notebook), at: item.lesson)
      outcome.diagnostics = lesson.diagnostics
      outcome.files = lesson.files.count
      try write(lesson)
      outcome.isImported = true
    } catch {
      outcome.diagnostics.append(error)
    }
    return outcome
  }

  /// The files first, so that no lesson shows what is not there. Unless all of them may be written none
  /// is.
  private func write(_ lesson: ImportedLesson) throws(Diagnostic) {
    let folder = FilePath.folder(of: lesson.source.path)
    var writes: [(path: String, bytes: [UInt8])] = []
    for file in lesson.files { writes.append((FilePath.join(folder, file.path), file.bytes)) }
    writes.append((lesson.source.path, lesson.source.utf8))
    for (path, bytes) in writes where !replaces { try checkPlace(path, bytes) }
    for (path, bytes) in writes { try AtomicWriting.write(bytes, to: path) }
  }

  /// Whether nothing stands there yet, or the very same.
  private func checkPlace(_ path: String, _ bytes: [UInt8]) throws(Diagnostic) {
    guard let status = FileStatus(path: path) else { return }
    if status.size == bytes.count, try FileReading.bytes(of: path) == bytes { return }
    throw Diagnostic(
      .lessonExists, "something else stands here already; it is left as it is", file: path,
      help: "give another folder with `-o`, or write over it with `--force`")
  }
}

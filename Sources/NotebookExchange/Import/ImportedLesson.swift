import JSONText
import LessonDocument
import SourceText

/// A notebook as a lesson: its text, the files that go beside it, and what is to be told.
///
///     let lesson = try ImportedLesson(of: SourceFile(path: "a.ipynb", utf8: bytes), at: "Notebooks/a.md")
///     lesson.source.text    // ---⏎title: …
public struct ImportedLesson: Sendable {
  /// A picture, or another file that the notebook held.
  public struct File: Hashable, Sendable {
    /// Its path as seen from the lesson's folder.
    public var path: String
    public var bytes: [UInt8]
  }

  /// The lesson's text under the path at which it will stand.
  public let source: SourceFile
  public let files: [File]
  /// What was left out or changed, at places of the lesson, sorted.
  public let diagnostics: [Diagnostic]

  /// The name of a lesson made of a notebook's file, without `.md`: lower-case words joined by `-`.
  public static func name(for file: String) -> String { FileNames.slug(file) }

  /// Imports a notebook: JSON where it begins with `{`, else text with `In [n]:` marks.
  ///
  /// - Parameter path: where the lesson will stand.
  /// - Throws: a problem of the whole file, when it is no notebook.
  public init(of file: SourceFile, at path: String) throws(Diagnostic) {
    let read = try Self.read(file)
    var composer = LessonComposer(read, at: path, named: file.path)
    composer.compose()
    source = composer.source
    files = composer.files.files
    let general = read.generalRemarks.map {
      Diagnostic($0.rule, $0.message, file: path, help: $0.help)
    }
    diagnostics = (general + composer.diagnostics).sorted()
  }

  private static func read(_ file: SourceFile) throws(Diagnostic) -> ReadNotebook {
    let first = file.utf8[file.textStart...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    if first == UInt8(ascii: "{") || file.path.hasSuffix(".ipynb") {
      return try JupyterReader(try JSON(parsing: file), path: file.path).result
    }
    return try TranscriptReader(file).result
  }
}

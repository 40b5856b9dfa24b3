import LessonDocument
import LessonRendering
import SourceText

/// What is done with a page once it is made: it is written, or compared with what is there.
struct PageDelivery: Sendable {
  let folder: RenderedFolder
  /// What is compared; `nil` where pages are written.
  let compared: [PageKind]?

  /// What became of files.
  struct Result: Sendable {
    var diagnostics: [Diagnostic] = []
    /// Files that have other bytes now.
    var written = 0
    /// Files that were compared.
    var compared = 0
    /// Changes that would make files what they should be.
    var diff = ""

    /// Whether every file is there, written now or before.
    var isComplete: Bool { diagnostics.isEmpty }

    static func += (a: inout Result, b: Result) {
      a.diagnostics += b.diagnostics
      a.written += b.written
      a.compared += b.compared
      a.diff += b.diff
    }
  }

  /// Delivers a file, `path` being below the folder.
  func deliver(_ bytes: [UInt8], _ kind: PageKind, to path: String) -> Result {
    var result = Result()
    let file = FilePath.join(folder.path, path)
    if let compared {
      if compared.contains(kind) { compare(bytes, with: file, &result) }
      return result
    }
    do throws(Diagnostic) {
      let care = AtomicWriting.Care(isDurable: kind != .assets)
      if try AtomicWriting.write(bytes, to: file, care) { result.written = 1 }
    } catch {
      result.diagnostics.append(error)
    }
    return result
  }

  /// What keeps a page from being written: a lesson stands where its Markdown would, in a folder that was
  /// given for pages by mistake.
  func obstacle(to page: String) -> Diagnostic? {
    let file = folder.file(page, PageKind.md.rawValue)
    guard compared == nil, FileStatus(path: file)?.isRegularFile == true,
      let present = try? FileReading.source(file), !PageMark.isAnywhere(in: present.utf8),
      Lesson.isLesson(present)
    else { return nil }
    return Diagnostic(
      .outputCollision, "a page would be written over this lesson", file: file,
      help: "give another output folder with `-o`")
  }

  private func compare(_ bytes: [UInt8], with file: String, _ result: inout Result) {
    result.compared = 1
    guard FileStatus(path: file) != nil else {
      result.diagnostics.append(Self.stale(file, "it is not there"))
      return
    }
    do throws(Diagnostic) {
      let present = try FileReading.bytes(of: file)
      if present == bytes { return }
      result.diagnostics.append(Self.stale(file, "it is not what its lesson gives"))
      let isText = UTF8Check.firstInvalidByte(in: present + bytes) == nil
      if isText { result.diff = UnifiedDiff(path: file, old: present, new: bytes).text }
    } catch {
      result.diagnostics.append(error)
    }
  }

  /// A file that is not as rendering would leave it.
  static func stale(_ file: String, _ message: String, help: String = "") -> Diagnostic {
    Diagnostic(
      .stalePage, message, file: file,
      help: help.isEmpty ? "`neuronbook render` makes it anew; commit it then" : help)
  }
}

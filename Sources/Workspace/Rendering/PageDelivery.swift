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

  /// What keeps a page from being written: a file that is no page stands where it would, in a folder that
  /// was given for pages by mistake.
  func obstacle(to page: String) -> Diagnostic? {
    let files = [PageKind.md, .html].map { folder.file(page, $0.rawValue) }
    return files.lazy.compactMap(obstacle(at:)).first
  }

  /// The same for a file of a page. Where nothing is, nothing can be lost.
  func obstacle(at file: String) -> Diagnostic? {
    guard compared == nil, let present = try? FileReading.bytes(of: file), !present.isEmpty,
      !PageMark.isAnywhere(in: present)
    else { return nil }
    return Self.foreign(file)
  }

  /// The same for a file without a mark: until pages are in the folder, it is somebody's.
  func obstacle(to bytes: [UInt8], at path: String) -> Diagnostic? {
    let file = FilePath.join(folder.path, path)
    guard compared == nil, let present = try? FileReading.bytes(of: file), !present.isEmpty,
      present != bytes
    else { return nil }
    return Self.foreign(file)
  }

  private static func foreign(_ file: String) -> Diagnostic {
    Diagnostic(
      .outputCollision, "it is no page, and would be written over", file: file,
      help: "give another output folder with `-o`, or move the file away")
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

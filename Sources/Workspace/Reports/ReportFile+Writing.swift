import SourceText

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension ReportFile {
  /// What will keep the report from being written, known before anything runs. Its folder is made.
  var obstacle: Diagnostic? {
    let target = FilePath.resolvingLinks(path)
    do throws(Diagnostic) {
      try AtomicWriting.makeFolder(FilePath.folder(of: target))
    } catch {
      return error
    }
    guard let status = FileStatus(path: target) else {
      let folder = FilePath.folder(of: target)
      return access(folder, W_OK) == 0 ? nil : Self.unwritable(path, systemMessage())
    }
    if status.isFolder { return Self.unwritable(path, systemMessage(EISDIR)) }
    return access(target, W_OK) == 0 ? nil : Self.unwritable(path, systemMessage())
  }

  /// A file is replaced whole; what is no file (a pipe, `/dev/null`) is written to.
  static func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    let target = FilePath.resolvingLinks(path)
    if let status = FileStatus(path: target), !status.isRegularFile {
      let descriptor = open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw unwritable(path, systemMessage()) }
      defer { close(descriptor) }
      if !writeAll(bytes, to: descriptor) { throw unwritable(path, systemMessage()) }
      return
    }
    try AtomicWriting.write(bytes, to: target, AtomicWriting.Care(evenIfSame: true))
  }

  private static func unwritable(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(.unwritableFile, "cannot write the report: \(reason)", file: path)
  }
}

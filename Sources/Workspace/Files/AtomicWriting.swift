import SourceText

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes whole files so that, killed at any moment, the old file or the new one is there, never a
/// part: to a temporary file beside it, synced, then renamed.
enum AtomicWriting {
  /// What a write has to heed beyond the bytes.
  struct Care {
    /// The file whose permissions and, where that is allowed, owner it gets; `nil` leaves them to the
    /// process.
    var model: FileStatus?
    /// What the file must still hold right before it is replaced: someone may be editing it.
    var replacing: [UInt8]?
    /// Whether the bytes must be on the disk before the name points at them. What can be made again,
    /// and is compared before it is relied on, need not.
    var isDurable = true
    /// Whether the file is written also where it holds the bytes already, so that its time tells when
    /// they were found.
    var evenIfSame = false
  }

  /// The folders that were cleared of what killed runs left: once, before anything is written there.
  private static let tidied = Monitor<Set<String>>([])

  /// Writes unless the file already has these bytes; then even its time stays.
  ///
  /// - Returns: whether anything was written.
  @discardableResult
  static func write(
    _ bytes: [UInt8], to path: String, _ care: Care = Care()
  ) throws(Diagnostic) -> Bool {
    let folder = FilePath.folder(of: path)
    if tidied.update({ $0.insert(folder).inserted }) { removeAbandoned(in: folder) }
    if !care.evenIfSame, holds(bytes, path) { return false }
    try makeFolder(folder)
    // A rename asks only for the folder's permission.
    if FileStatus(path: path) != nil, access(path, W_OK) != 0 {
      throw unwritable(path, systemMessage())
    }
    let temporary = try TemporaryFile(for: path)
    defer { temporary.forget() }
    do throws(Diagnostic) {
      try temporary.fill(with: bytes, care)
      if let expected = care.replacing, !holds(expected, path) {
        // Another thread came here by a symbolic link, and has done it.
        guard holds(bytes, path) else { throw changed(path) }
        temporary.remove()
        return false
      }
      try temporary.replace()
    } catch {
      temporary.remove()
      throw error
    }
    if care.isDurable { syncFolder(folder) }
    return true
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(Diagnostic) {
    if let status = FileStatus(path: path) {
      guard status.isFolder else { throw unwritable(path, "it is not a folder") }
      return
    }
    let parent = FilePath.folder(of: path)
    if parent != path { try makeFolder(parent) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw unwritable(path, systemMessage())
    }
  }

  /// Takes away what killed runs of this program left in a folder: files in the making whose process
  /// has ended.
  static func removeAbandoned(in folder: String) {
    guard let names = try? namesInFolder(folder) else { return }
    for name in names where TemporaryFile.isAbandoned(name, in: folder) {
      unlink(FilePath.join(folder, name))
    }
  }

  private static func holds(_ bytes: [UInt8], _ path: String) -> Bool {
    guard let status = FileStatus(path: path), status.size == bytes.count else { return false }
    return (try? FileReading.bytes(of: path)) == bytes
  }

  /// Makes a rename last. Where that cannot be had the file is whole all the same.
  private static func syncFolder(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func changed(_ path: String) -> Diagnostic {
    Diagnostic(
      .changedFile, "the file changed while it was being verified; it is left as it is",
      file: path, help: "run the command again")
  }
}

/// Writes all bytes, in as many calls as it takes; `false` leaves the reason in `errno`.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  bytes.withUnsafeBytes { buffer in
    var written = 0
    while written < buffer.count {
      let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
      let count = retrying { write(descriptor, rest.baseAddress, rest.count) }
      if count < 0 { return false }
      written += count
    }
    return true
  }
}

func unwritable(_ path: String, _ reason: String) -> Diagnostic {
  Diagnostic(.unwritableFile, "cannot write it: \(reason)", file: path)
}

import SourceText

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads whole files.
enum FileReading {
  /// 256 MB: more than any lesson, and little enough to hold several at once.
  static let sizeLimit = 256 << 20

  /// A file's bytes. Standard input is read for the path `-`.
  static func bytes(of path: String) throws(Diagnostic) -> [UInt8] {
    if path == "-" { return try contents(of: 0, expecting: 0, path: path) }
    // Without O_NONBLOCK, opening a named pipe waits for someone to write to it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { close(descriptor) }
    guard let status = FileStatus(descriptor: descriptor) else { throw unreadable(path, errno) }
    if status.isFolder { throw unreadable(path, EISDIR) }
    guard status.isRegularFile else {
      throw Diagnostic(.unreadableFile, "cannot read it: it is not a regular file", file: path)
    }
    guard status.size <= sizeLimit else { throw tooLarge(path) }
    return try contents(of: descriptor, expecting: status.size, path: path)
  }

  /// A file as text.
  static func source(_ path: String) throws(Diagnostic) -> SourceFile {
    let bytes = try bytes(of: path)
    let name = path == "-" ? "<stdin>" : path
    guard let invalid = UTF8Check.firstInvalidByte(in: bytes) else {
      return SourceFile(path: name, utf8: bytes)
    }
    throw notUTF8(name, bytes, at: invalid)
  }

  private static func contents(
    of descriptor: Int32, expecting size: Int, path: String
  ) throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    while bytes.count <= sizeLimit {
      // One byte more than is left, so that a file of the size expected is read in two calls.
      let chunk = max(size + 1 - bytes.count, 1 << 16)
      var count = 0
      bytes += [UInt8](unsafeUninitializedCapacity: chunk) { buffer, initialized in
        count = retrying { read(descriptor, buffer.baseAddress, chunk) }
        initialized = max(count, 0)
      }
      if count == 0 { return bytes }
      if count < 0 { throw unreadable(path, errno) }
    }
    throw tooLarge(path)
  }

  private static func unreadable(_ path: String, _ code: Int32) -> Diagnostic {
    Diagnostic(.unreadableFile, "cannot read it: \(systemMessage(code))", file: path)
  }

  private static func tooLarge(_ path: String) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, "the file is larger than \(sizeLimit >> 20) MB, the most that is read",
      file: path)
  }

  /// Points at the byte in a text where every byte that is no UTF-8 is a question mark, so that all
  /// offsets stay.
  private static func notUTF8(_ path: String, _ bytes: [UInt8], at offset: Int) -> Diagnostic {
    var shown = bytes
    var next: Int? = offset
    while let invalid = next {
      shown[invalid] = UInt8(ascii: "?")
      next = UTF8Check.firstInvalidByte(in: shown, from: invalid)
    }
    let hexadecimal = String(bytes[offset], radix: 16, uppercase: true)
    return Diagnostic(
      .notUTF8, "the byte 0x\(hexadecimal) is not UTF-8",
      at: Place(SourceFile(path: path, utf8: shown), Span(offset, offset + 1)),
      help: "save the file with the encoding UTF-8")
  }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@testable import Workspace

/// A folder of a test's own, gone when the test is.
final class TemporaryFolder {
  let path: String

  init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    var template = Array((parent + "/neuronbook-test-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else { throw SystemFailure(message: systemMessage()) }
    path = String(cString: made)
  }

  deinit { Self.remove(path) }

  struct SystemFailure: Error { let message: String }

  /// The path of a file in it.
  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Writes a file, and the folders above it.
  func write(_ name: String, _ text: String) throws {
    try write(name, bytes: Array(text.utf8))
  }

  func write(_ name: String, bytes: [UInt8]) throws {
    try AtomicWriting.write(bytes, to: self(name))
  }

  func read(_ name: String) -> String? {
    (try? FileReading.bytes(of: self(name))).map { String(decoding: $0, as: UTF8.self) }
  }

  func link(_ name: String, to target: String) {
    _ = symlink(target, self(name))
  }

  func remove(_ name: String) {
    unlink(self(name))
  }

  /// The paths of all files below, hidden ones too, sorted.
  func files() -> [String] {
    var result: [String] = []
    var pending = [""]
    while let folder = pending.popLast() {
      for name in (try? namesInFolder(self(folder))) ?? [] {
        let inner = folder.isEmpty ? name : folder + "/" + name
        if FileStatus(path: self(inner))?.isFolder == true {
          pending.append(inner)
        } else {
          result.append(inner)
        }
      }
    }
    return result.sorted()
  }

  /// When a file was last written, in nanoseconds.
  func time(of name: String) -> Int? {
    var status = stat()
    guard stat(self(name), &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      chmod(path, 0o700)
      for name in (try? namesInFolder(path)) ?? [] { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}

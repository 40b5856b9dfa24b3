#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The system's words for an error number, such as "Permission denied".
func systemMessage(_ code: Int32 = errno) -> String {
  String(cString: strerror(code))
}

/// Repeats a system call that a signal interrupted.
func retrying(_ call: () -> Int) -> Int {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// What is known of a file or folder; `nil` where there is none. Symbolic links are followed.
struct FileStatus {
  /// What tells two files apart, whatever paths lead to them.
  struct Identity: Hashable {
    let device: UInt64
    let inode: UInt64
  }

  let identity: Identity
  let size: Int
  /// The permission bits.
  let permissions: mode_t
  private let type: mode_t

  var isFolder: Bool { type == S_IFDIR }
  var isRegularFile: Bool { type == S_IFREG }

  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Of a symbolic link itself, which is neither folder nor regular file.
  init?(link path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      inode: UInt64(truncatingIfNeeded: status.st_ino))
    size = Int(status.st_size)
    permissions = status.st_mode & 0o7777
    type = status.st_mode & S_IFMT
  }
}

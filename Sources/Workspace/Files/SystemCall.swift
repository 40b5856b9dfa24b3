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

/// Whether something has this name, be it a symbolic link that leads nowhere.
func isTaken(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0
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
  private let owner: uid_t
  private let group: gid_t
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
    owner = status.st_uid
    group = status.st_gid
    type = status.st_mode & S_IFMT
  }

  /// Gives an open file the permissions of this one, and its owner and group where this process may;
  /// `false` leaves the reason in `errno`.
  func giveAttributes(to descriptor: Int32) -> Bool {
    // The owner first: changing it may take permissions away.
    if fchown(descriptor, owner, group) != 0 { _ = fchown(descriptor, uid_t.max, group) }
    return fchmod(descriptor, permissions) == 0
  }
}

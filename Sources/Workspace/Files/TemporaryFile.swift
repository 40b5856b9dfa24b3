import SourceText

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file in the making, beside the one that it is to replace: `.name.process.number.neuronbook`.
struct TemporaryFile {
  let path: String
  private let target: String
  private let descriptor: Int32

  /// What ends the name of every file in the making.
  private static let suffix = ".neuronbook"
  /// Those that threads of this process are at work on.
  private static let underWay = Monitor<Set<String>>([])

  init(for target: String) throws(Diagnostic) {
    self.target = target
    let start = FilePath.join(
      FilePath.folder(of: target), ".\(FilePath.name(of: target)).\(getpid())")
    var number = 0
    while true {
      let path = "\(start).\(number)\(Self.suffix)"
      let isFree = Self.underWay.update { $0.insert(path).inserted }
      let descriptor = isFree ? open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) : -1
      if descriptor >= 0 {
        (self.path, self.descriptor) = (path, descriptor)
        return
      }
      let code = isFree ? errno : EEXIST
      if isFree { Self.underWay.update { _ = $0.remove(path) } }
      // One that is there was left by a killed process of the same number, or another thread has it.
      guard code == EEXIST, number < 100 else { throw unwritable(target, systemMessage(code)) }
      number += 1
    }
  }

  func fill(with bytes: [UInt8], _ care: AtomicWriting.Care) throws(Diagnostic) {
    var code: Int32 = 0
    if let model = care.model, !model.giveAttributes(to: descriptor) { code = errno }
    if code == 0, !writeAll(bytes, to: descriptor) { code = errno }
    if code == 0, care.isDurable, fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code != 0 { throw unwritable(target, systemMessage(code)) }
  }

  func replace() throws(Diagnostic) {
    guard rename(path, target) == 0 else { throw unwritable(target, systemMessage()) }
  }

  func remove() {
    unlink(path)
  }

  /// Must come last, once the file has its name or is removed.
  func forget() {
    Self.underWay.update { _ = $0.remove(path) }
  }

  /// Whether a file with such a name was left by a process that has ended. One of this process's
  /// number is so too when nobody here is at work on it: in a container all runs may have one number.
  static func isAbandoned(_ name: String, in folder: String) -> Bool {
    guard name.hasPrefix("."), name.hasSuffix(suffix) else { return false }
    let parts = name.dropLast(suffix.count).split(separator: ".")
    guard parts.count >= 3, Int(parts[parts.count - 1]) != nil,
      let process = pid_t(parts[parts.count - 2]), process > 0
    else { return false }
    if process == getpid() {
      return underWay.update { !$0.contains(FilePath.join(folder, name)) }
    }
    return kill(process, 0) != 0 && errno == ESRCH
  }
}

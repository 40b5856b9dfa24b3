#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where KaTeX lies: a folder with `katex.min.js`, `katex.min.css` and `fonts/`.
public struct KaTeXFolder: Hashable, Sendable {
  public let path: String

  /// KaTeX in `path`, whether it is there or not.
  public init(path: String) { self.path = path }

  /// The script that sets formulas.
  public var script: String { path + "/katex.min.js" }
  /// The style sheet, whose addresses of fonts begin with `fonts/`.
  public var styleSheet: String { path + "/katex.min.css" }

  /// The environment variable that names a folder to be used instead of the standard ones.
  public static let variable = "NEURONBOOK_KATEX"

  /// Debian's `libjs-katex`; then where npm installs on macOS and elsewhere.
  static let standardPaths = [
    "/usr/share/javascript/katex",
    "/opt/homebrew/lib/node_modules/katex/dist",
    "/usr/local/lib/node_modules/katex/dist",
    "/usr/lib/node_modules/katex/dist",
  ]

  /// The folder that the environment names, else the first standard one with a script in it.
  public static func installed() -> KaTeXFolder? {
    if let named = getenv(variable) {
      return KaTeXFolder(path: String(cString: named)).ifPresent
    }
    return standardPaths.lazy.compactMap { KaTeXFolder(path: $0).ifPresent }.first
  }

  private var ifPresent: KaTeXFolder? { identity == nil ? nil : self }

  /// What changes when another version is installed. `nil` when there is no script.
  var identity: String? { fileIdentity(script) }
}

/// What changes when another file takes the place of this one, without reading it: its path, size and
/// time of change. `nil` when there is none.
func fileIdentity(_ path: String) -> String? {
  var status = stat()
  guard stat(path, &status) == 0 else { return nil }
  #if canImport(Darwin)
    let time = status.st_mtimespec
  #else
    let time = status.st_mtim
  #endif
  return "\(path) \(status.st_size) \(time.tv_sec).\(time.tv_nsec)"
}

/// The bytes of a file; `nil` when it cannot be read.
func contents(ofFile path: String) -> [UInt8]? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  guard fseek(file, 0, SEEK_END) == 0 else { return nil }
  let size = ftell(file)
  guard size >= 0, fseek(file, 0, SEEK_SET) == 0 else { return nil }
  return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    count = fread(buffer.baseAddress, 1, size, file)
  }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Paths as plain text, `/` between their parts.
enum FilePath {
  /// `name` inside `folder`; the folder `.` is left out.
  static func join(_ folder: String, _ name: String) -> String {
    if folder == "." || folder.isEmpty { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// Without `./`, doubled and trailing slashes; `..` stays, since a symbolic link may stand before it.
  static func normalize(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    let joined = parts.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }

  /// A normalized path in which nothing stands before a `..` but others, taken literally.
  static func withoutDetours(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".", !(part == ".." && path.hasPrefix("/")) {
        parts.append(part)
      }
    }
    return normalize((path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/"))
  }

  /// The folder that a path lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// `path` as seen from `root`; `nil` when it does not lie below.
  static func relative(_ path: String, to root: String) -> String? {
    if root == "." { return path.hasPrefix("/") || path.hasPrefix("../") ? nil : path }
    let prefix = root.hasSuffix("/") ? root : root + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }

  /// The path of `folder` below `root`, both seen from the current folder; `.` when they are one.
  static func below(_ root: String, _ folder: String) -> String {
    if root == folder { return "." }
    if let inner = relative(folder, to: root) { return inner }
    let way = way(from: root, to: folder)
    return way.isEmpty ? "." : way
  }

  /// The way from one folder to another, both seen from the current one; empty when they are one.
  static func way(from: String, to: String) -> String {
    let from = absoluteParts(from)
    let to = absoluteParts(to)
    let common = zip(from, to).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: from.count - common) + to.dropFirst(common))
      .joined(separator: "/")
  }

  /// The parts of a path from the top, `..` taken literally: a folder that is not there yet has no
  /// links to follow.
  private static func absoluteParts(_ path: String) -> [String] {
    var whole = path
    if !path.hasPrefix("/"), let current = getcwd(nil, 0) {
      whole = String(cString: current) + "/" + path
      free(current)
    }
    return whole.split(separator: "/").reduce(into: []) { parts, part in
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
  }

  /// The file that a path leads to, so that writing it replaces no symbolic link.
  static func resolvingLinks(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The same for a path that may lead to nothing yet: links are followed as far as there is something.
  static func resolvingLinks(ofNew path: String) -> String {
    var existing = path
    var rest: [String] = []
    while FileStatus(path: existing) == nil, existing != ".", existing != "/" {
      rest.append(name(of: existing))
      existing = folder(of: existing)
    }
    return withoutDetours(rest.reversed().reduce(resolvingLinks(existing), join))
  }

  /// In the order of their parts, byte by byte: a folder's files stand together, in every locale.
  static func isBefore(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8) { rank($0) < rank($1) }
  }

  private static func rank(_ byte: UInt8) -> Int {
    byte == UInt8(ascii: "/") ? -1 : Int(byte)
  }
}

import SourceText

/// A relative path of a link, followed from the lesson's folder name by name: names must be the very
/// ones, since a file system that takes `Tree.png` for `tree.png` is not everywhere.
struct LinkPath {
  private let targets: LinkTargets
  private let folder: String
  private let parts: [String]

  init(_ path: String, from folder: String, _ targets: LinkTargets) {
    self.targets = targets
    self.folder = folder
    parts = path.split(separator: "/").filter { $0 != "." }.map(String.init)
  }

  /// The file or folder, as seen from the current folder; `nil` when it is not there.
  func follow() -> String? {
    let (end, missing) = walk()
    return missing == nil ? end : nil
  }

  /// A path that may be meant instead of one that leads nowhere.
  func nearest() -> String? {
    let (end, missing) = walk()
    return missing.flatMap { nearest(to: $0, in: end) }
  }

  /// How far the path leads, and the part that is not there.
  private func walk() -> (end: String, missing: Int?) {
    var current = folder
    for (index, part) in parts.enumerated() {
      if part == ".." {
        current = ConfigurationSearch.parent(of: current) ?? current
        continue
      }
      guard has(part, in: current) else { return (current, index) }
      current = FilePath.join(current, part)
    }
    return (current, nil)
  }

  private var isThere: Bool { walk().missing == nil }

  private func has(_ name: String, in folder: String) -> Bool {
    if name.utf8.contains(0) { return false }
    if let names = targets.names(in: folder) { return names.contains(name) }
    // A folder may be entered and not listed.
    return FileStatus(path: FilePath.join(folder, name)) != nil
  }

  /// The path with another name at `index`; or the file of that name in a folder beside.
  private func nearest(to index: Int, in current: String) -> String? {
    var parts = self.parts
    let names = (targets.names(in: current) ?? []).filter { !$0.hasPrefix(".") }.sorted()
    let slashed = parts[index].replacing("\\", with: "/")
    if slashed != parts[index], LinkPath(slashed, from: current, targets).isThere {
      parts[index] = slashed
    } else if let name = Self.nearestFile(to: parts[index], in: names) {
      parts[index] = name
      let rest = parts[(index + 1)...].joined(separator: "/")
      let folder = FilePath.join(current, name)
      guard LinkPath(rest, from: folder, targets).isThere else { return nil }
    } else if let folder = folderBeside() {
      parts = [folder, parts[parts.count - 1]]
    } else {
      return nil
    }
    return parts.joined(separator: "/")
  }

  /// A name that differs in capitals; else one with the same ending and a near stem; else one with
  /// another ending.
  private static func nearestFile(to name: String, in names: [String]) -> String? {
    let small = name.lowercased()
    if let same = names.first(where: { $0.lowercased() == small }) { return same }
    let (stem, ending) = split(name)
    let others = names.map { (name: $0, parts: split($0)) }
    let alike = others.filter { $0.parts.ending == ending }
    if let near = nearestName(to: stem, in: alike.map(\.parts.stem)) { return near + ending }
    return others.first { $0.parts.stem == stem }?.name
  }

  private static func split(_ name: String) -> (stem: String, ending: String) {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return (name, "")
    }
    return (String(name[..<dot]), String(name[dot...]))
  }

  /// Folders that are looked into for the file that is missing.
  private static let maximumFolders = 64

  /// The folder of the lesson's folder, or above it, that has a file of this name.
  private func folderBeside() -> String? {
    guard let name = parts.last, name != ".." else { return nil }
    let inner = (targets.names(in: folder) ?? []).filter { !$0.utf8.contains(UInt8(ascii: ".")) }
      .sorted()
    let folders = inner.prefix(Self.maximumFolders) + [".."]
    return folders.first { LinkPath("\($0)/\(name)", from: folder, targets).isThere }
  }
}

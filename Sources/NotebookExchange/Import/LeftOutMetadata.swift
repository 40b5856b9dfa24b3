import JSONText

/// Metadata that mean nothing in a lesson, gathered over a notebook, so that one remark names them all.
///
/// What says nothing (`false`, `{}`), and what every notebook program notes by itself, is not named.
struct LeftOutMetadata {
  /// Whose metadata they are.
  enum Owner: CaseIterable {
    case notebook, cell, output
  }

  /// Where a key stands: how often, and in which cell first.
  private struct Use {
    var count = 0
    var firstCell: Int
  }

  private var uses: [Owner: [String: Use]] = [:]

  /// Most keys that one remark names.
  private static let mostKeys = 40

  /// Looks through the metadata of a notebook, or of a cell or output of the cell `number`.
  ///
  /// - Parameter taken: keys of which everything is in the lesson.
  mutating func add(
    _ metadata: JSON?, of owner: Owner, cell number: Int = 0, except taken: Set<String> = []
  ) {
    for (key, value) in metadata?.object ?? [:] {
      if taken.contains(key) || Self.ordinary(owner).contains(key) || Self.saysNothing(value) {
        continue
      }
      // A cell may be edited and deleted unless something says that it may not.
      if ["editable", "deletable"].contains(key), value == true { continue }
      uses[owner, default: [:]][key, default: Use(firstCell: number)].count += 1
    }
  }

  private static func saysNothing(_ value: JSON) -> Bool {
    switch value {
    case .null, .boolean(false): true
    case .string(let text): text.isEmpty
    case .array(let elements): elements.isEmpty
    case .object(let members): members.isEmpty
    default: false
    }
  }

  /// The kernel, when a cell ran and for how long, how far its output is scrolled, ids for a program's
  /// own use.
  private static func ordinary(_ owner: Owner) -> Set<String> {
    switch owner {
    case .notebook:
      [
        "kernelspec", "language_info", "language", "orig_nbformat", "orig_nbformat_minor",
        "signature",
      ]
    case .cell:
      ["execution", "ExecuteTime", "scrolled", "autoscroll", "trusted", "id", "outputId"]
    case .output: ["needs_background"]
    }
  }

  // MARK: What is told

  /// One for each owner whose metadata are left out.
  var remarks: [Remark] {
    Owner.allCases.compactMap { owner in
      guard let found = uses[owner] else { return nil }
      let keys = found.sorted { $0.key < $1.key }
      var names = keys.prefix(Self.mostKeys).map { key, use in
        "`\(excerpt(key))`" + Self.place(of: use, owner)
      }
      if keys.count > Self.mostKeys { names.append("\(keys.count - Self.mostKeys) more") }
      return .loss(
        "metadata of \(Self.name(owner)) left out: \(names.joined(separator: ", "))")
    }
  }

  private static func name(_ owner: Owner) -> String {
    switch owner {
    case .notebook: "the notebook"
    case .cell: "cells"
    case .output: "outputs"
    }
  }

  private static func place(of use: Use, _ owner: Owner) -> String {
    if owner == .notebook { return "" }
    let noun = owner == .cell ? "cells" : "outputs"
    return use.count == 1 ? " (cell \(use.firstCell))" : " (\(use.count) \(noun))"
  }
}

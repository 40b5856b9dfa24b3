import LessonDocument

/// The attachments of a cell as files, and the links to them.
struct Attachments {
  /// Where each is now, by its name, longest names first.
  private var paths: [(name: String, path: String)] = []
  private(set) var remarks: [Remark] = []
  /// Files of the lesson, which other texts may show.
  private var restored: Set<String> = []

  private static let scheme = "attachment:"

  /// - Parameter places: the files that attachments were in the lesson that was exported, by their names.
  init(
    _ attachments: [NotebookAttachment], _ files: inout FilesBeside,
    restoring places: [String: String] = [:]
  ) {
    for attachment in attachments {
      let name = excerpt(attachment.name)
      guard let (type, bytes) = Self.file(of: attachment.bundle) else {
        remarks.append(.loss("the attachment \(name) left out: it is no file of a known type"))
        continue
      }
      let others = attachment.bundle.forms.map(\.type).filter { $0 != type.name }
      if !others.isEmpty {
        remarks.append(
          .loss(
            "a further form of the attachment \(name) left out: "
              + others.joined(separator: ", ")))
      }
      if let path = places[attachment.name], files.restore(bytes, of: type, at: path) {
        paths.append((attachment.name, Address.encoded(path)))
        restored.insert(attachment.name)
        continue
      }
      let safe = FileNames.safe(attachment.name, or: "attachment")
      let path = files.add(
        bytes, stem: Self.stem(of: safe, type), fileExtension: type.fileExtension)
      paths.append((attachment.name, path))
    }
    paths.sort { $0.name.utf8.count > $1.name.utf8.count }
  }

  private static func file(of bundle: MediaBundle) -> (MediaType, [UInt8])? {
    for form in bundle.forms {
      if let type = MediaType(form.type), let bytes = type.bytes(of: form.content) {
        return (type, bytes)
      }
    }
    return nil
  }

  /// A name without the extension that says its type anyway.
  private static func stem(of name: String, _ type: MediaType) -> String {
    guard type.isNamed(by: name[...]), let dot = name.lastIndex(of: ".") else { return name }
    return String(name[..<dot])
  }

  /// Leads links `attachment:name` to the files.
  mutating func rewrite(_ text: String) -> String {
    guard text.contains(Self.scheme) || !paths.isEmpty else { return text }
    var result = ""
    var rest = text[...]
    var used: Set<String> = []
    while let place = rest.firstRange(of: Self.scheme) {
      result += rest[..<place.lowerBound]
      rest = rest[place.upperBound...]
      if let (path, length) = target(of: rest) {
        result += path
        rest = Substring(rest.utf8.dropFirst(length))
        used.insert(path)
      } else {
        result += Self.scheme
        let name = rest.prefix { !$0.isWhitespace && !")\"'>".contains($0) }
        guard Self.isLink(result), !name.isEmpty else { continue }
        remarks.append(
          Remark(
            .importedTextDiffers, "the cell has no attachment \(excerpt(String(name)))",
            help: "put the file beside the lesson and write its path"))
      }
    }
    for (name, path) in paths where !used.contains(path) && !restored.contains(name) {
      remarks.append(
        Remark(
          .importedTextDiffers, "the attachment \(excerpt(name)) is \(path), and no text shows it"))
    }
    return result + rest
  }

  private static func isLink(_ text: String) -> Bool {
    guard let before = text.dropLast(scheme.count).last else { return false }
    return "(<\"'".contains(before)
  }

  /// The file that a text after `attachment:` begins with the name of, as it is or percent-encoded,
  /// and how many bytes name it.
  private func target(of text: Substring) -> (path: String, length: Int)? {
    for (name, path) in paths {
      if text.hasPrefix(name) { return (path, name.utf8.count) }
      if let length = Self.encodedPrefix(name, of: text) { return (path, length) }
    }
    return nil
  }

  /// How many bytes at the beginning of a text say `name` in percent-encoding.
  private static func encodedPrefix(_ name: String, of text: Substring) -> Int? {
    var wanted = name.utf8[...]
    var rest = text.utf8
    while let byte = wanted.popFirst() {
      guard let given = rest.popFirst() else { return nil }
      if given == UInt8(ascii: "%"), let high = rest.popFirst(), let low = rest.popFirst(),
        let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
      {
        if value != byte { return nil }
      } else if given != byte {
        return nil
      }
    }
    return text.utf8.count - rest.count
  }
}

/// What the outputs of a code cell come to in a lesson: one text, as a stored output has it, the files
/// that are shown below, and what is left out.
struct ImportedOutput {
  /// Bytes that become a file beside the lesson.
  struct File: Hashable {
    var mediaType: MediaType
    var bytes: [UInt8]
    /// What a picture shows, as far as its text form says.
    var description: String
  }

  private(set) var text = ""
  private(set) var files: [File] = []
  private(set) var remarks: [Remark] = []
  /// The last line of the error that ended the cell.
  private(set) var errorLine: String?

  /// Cells that print more are stopped; nobody compares such an output.
  private static let longestText = 1 << 20

  init(_ outputs: [NotebookOutput]) {
    for output in outputs { add(output) }
    clean()
  }

  private mutating func add(_ output: NotebookOutput) {
    switch output {
    case .stream(name: "stderr", let printed):
      let lines = printed.lines
      guard let first = lines.first(where: { !$0.allSatisfy(\.isWhitespace) }) else { return }
      remarks.append(
        .loss(
          "\(counted(lines.count, "line")) on standard error left out: "
            + excerpt(ANSICodes.removed(from: String(first)))))
    case .stream(_, let printed): text += printed
    case .display(let bundle, _): add(bundle)
    case .error(let name, let message, let traceback):
      beginLine()
      let lines = (message.isEmpty ? name : "\(name): \(message)").lines
      errorLine = lines.first.map { String($0) }
      text += (errorLine ?? "") + "\n"
      let others = lines.dropFirst().filter { !$0.allSatisfy(\.isWhitespace) }
      if !others.isEmpty {
        // An error is one line in a lesson.
        remarks.append(
          .loss(
            "\(counted(others.count, "further line")) of the message of \(name) left out: "
              + excerpt(others.joined(separator: " "))))
      }
      if !traceback.isEmpty {
        remarks.append(
          .loss("the traceback of \(name) left out: \(counted(traceback.count, "part"))"))
      }
    }
  }

  private mutating func add(_ bundle: MediaBundle) {
    var rest = bundle.forms.filter { $0.type != "text/plain" }
    let plain = bundle.text("text/plain")
    let shown = addFile(from: &rest, description: plain)
    if let plain, !shown {
      beginLine()
      text += plain
      beginLine()
    }
    guard !rest.isEmpty else { return }
    let types = rest.map(\.type).joined(separator: ", ")
    remarks.append(
      plain != nil || shown
        ? .loss("a further form of an output left out: \(types)")
        : .loss("an output left out: \(types)\(Self.beginning(of: rest))"))
  }

  /// Takes the form that shows most as a file, if one is a picture or another file; whether it is a
  /// picture, for which the plain text merely stands.
  private mutating func addFile(
    from forms: inout [MediaBundle.Form], description: String?
  ) -> Bool {
    let types = forms.map { MediaType($0.type) }
    guard
      let best = types.indices.filter({ types[$0] != nil }).min(by: {
        rank(types[$0]) < rank(types[$1])
      }),
      let type = types[best]
    else { return false }
    guard let bytes = type.bytes(of: forms[best].content) else {
      remarks.append(.loss("a picture left out: its \(type.name) is not valid Base64"))
      forms.remove(at: best)
      return false
    }
    forms.remove(at: best)
    files.append(File(mediaType: type, bytes: bytes, description: description ?? ""))
    return type.isImage
  }

  private func rank(_ type: MediaType?) -> Int { type?.rank ?? Int.max }

  private mutating func beginLine() {
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
  }

  /// Makes of the text what a Markdown file can keep.
  private mutating func clean() {
    if text.utf8.contains(0) {
      text = String(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : Character($0) })
      remarks.append(.loss("NUL characters of an output are U+FFFD now, as Markdown has them"))
    }
    text = LineEndings.unified(text.utf8)
    shorten()
    if text.lines.contains(where: { $0.hasPrefix("...") && $0.trimmingEnd == "..." }) {
      remarks.append(
        Remark(
          .importedTextDiffers, "a line `...` of this output stands for any lines in a lesson",
          help: "let `neuronbook verify --accept` store the output once the cell runs"))
    }
    beginLine()
  }

  private mutating func shorten() {
    guard text.utf8.count > Self.longestText else { return }
    let length = text.utf8.count
    var kept = String(decoding: text.utf8.prefix(Self.longestText), as: UTF8.self)
    if let end = kept.lastIndex(of: "\n") {
      kept = String(kept[...end])
    } else {
      kept += "\n"
    }
    remarks.append(
      .loss(
        "an output of \(length) bytes is cut after \(kept.utf8.count); `...` stands for the rest"))
    text = kept + "...\n"
  }

  /// What the first form that is no file says.
  private static func beginning(of forms: [MediaBundle.Form]) -> String {
    guard let form = forms.first(where: { MediaType($0.type) == nil }) else { return "" }
    switch form.content {
    case .text(let text), .json(let text): return ": " + excerpt(text)
    }
  }
}

/// A type of files, as a media type names it.
struct MediaType: Hashable {
  let name: String
  let fileExtension: String

  /// `nil` for what is text and for what nobody knows.
  init?(_ name: String) {
    guard let known = Self.extensions.first(where: { $0.type == name }) else { return nil }
    self.name = name
    fileExtension = known.fileExtension
  }

  /// In the order in which forms of one thing are preferred.
  private static let extensions: [(type: String, fileExtension: String)] = [
    ("image/svg+xml", "svg"), ("image/png", "png"), ("image/jpeg", "jpg"), ("image/gif", "gif"),
    ("image/webp", "webp"), ("image/avif", "avif"), ("image/bmp", "bmp"), ("image/tiff", "tiff"),
    ("video/mp4", "mp4"), ("video/webm", "webm"), ("audio/mpeg", "mp3"), ("audio/wav", "wav"),
    ("audio/x-wav", "wav"), ("audio/ogg", "ogg"), ("application/pdf", "pdf"),
  ]

  var isImage: Bool { name.hasPrefix("image/") }

  var rank: Int { Self.extensions.firstIndex { $0.type == name } ?? Int.max }

  /// Whether a file's name ends as files of this type do.
  func isNamed(by name: Substring) -> Bool {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return false }
    let ending = name[name.index(after: dot)...].lowercased()
    return ending == fileExtension || fileExtension == "jpg" && ending == "jpeg"
  }

  /// The bytes of a file, which for SVG are its text.
  func bytes(of content: MediaBundle.Content) -> [UInt8]? {
    guard case .text(let text) = content else { return nil }
    if fileExtension == "svg", text.utf8.contains(UInt8(ascii: "<")) { return Array(text.utf8) }
    return Base64.bytes(of: text).flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// The colours of a terminal in a text, `ESC [ … letter`.
enum ANSICodes {
  /// The text without them.
  static func removed(from text: String) -> String {
    guard text.utf8.contains(0x1B) else { return text }
    var result: [UInt8] = []
    var isInCode = false
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if isInCode {
        let isBracket = previous == 0x1B && byte == UInt8(ascii: "[")
        isInCode = isBracket || !(0x40...0x7E).contains(byte)
      } else if byte == 0x1B {
        isInCode = true
      } else {
        result.append(byte)
      }
      previous = byte
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// The beginning of a text, on one line, for a message.
func excerpt(_ text: String) -> String {
  let longest = 60
  let line = text.prefix(4 * longest).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  return line.count > longest ? line.prefix(longest) + "…" : line
}

/// "1 line", "2 lines".
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

extension Substring {
  /// Without the white space at its end.
  var trimmingEnd: Substring {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

import LessonDocument
import LessonEvaluation
import LessonRendering
import NeuronRuntime
import SourceText
import Testing
import Typesetting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Laws of the code on a page, over real lessons and the corpus of the language.
@Suite struct LinkedCodeTests {
  private static let root = #filePath.components(separatedBy: "/Tests/")[0]

  @Test(arguments: ["training-with-the-chain-rule", "introducing-backpropagation"])
  func `the code of a lesson keeps its text, and its links lead to their names`(_ name: String) {
    let text = content(ofFile: "\(Self.root)/Notebooks/\(name).md")
    let found = check(text)
    #expect(found > 200)
  }

  @Test func `so does that of each program of the corpus`() {
    var limits = Limits.standard
    limits.steps = 20_000
    var count = 0
    for topic in ["classes", "closures", "scope", "generators", "exceptions", "format", "programs"]
    {
      for file in files(in: "\(Self.root)/Tests/NeuronRuntimeTests/Conformance/\(topic)") {
        count += check("```neuron\n\(content(ofFile: file))\n```\n", limits)
      }
    }
    #expect(count > 1000)
  }

  /// - Returns: the number of links.
  private func check(_ text: String, _ limits: Limits = .standard) -> Int {
    let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
    let evaluated = LessonEvaluator(limits: limits).evaluate(lesson)
    let site = Site(title: "", lessons: [SiteEntry(path: "lesson", title: "")])
    let page = LessonPage(evaluated, path: "lesson", in: site).html(typesetter: Typesetter()).text
    let codes = page.components(separatedBy: "<code>").dropFirst()
      .filter { $0.contains("</code></pre>") }
      .map { $0.components(separatedBy: "</code>")[0] }
    let shown = lesson.cells.map(\.code.text.withoutFinalLineEnds)
    #expect(codes.map(\.plainText) == shown)
    var places: [String: String] = [:]
    for code in codes {
      for tag in code.tags {
        guard let id = tag.value(of: "id") else { continue }
        #expect(places.updateValue(tag.text, forKey: id) == nil)
      }
    }
    var links = 0
    for code in codes {
      for tag in code.tags {
        guard let aim = tag.value(of: "href") else { continue }
        links += 1
        // From outside of class `A` its `__x` is `_A__x`.
        let name = places[String(aim.dropFirst())]
        #expect(name.map(tag.text.hasSuffix) == true)
      }
    }
    return links
  }
}

private struct CodeTag {
  /// What stands in the opening tag.
  var tag: String
  var text: String

  /// The value of an attribute.
  func value(of name: String) -> String? {
    guard let rest = tag.components(separatedBy: " \(name)=").dropFirst().first else { return nil }
    return String(rest.prefix { $0 != " " && $0 != ">" })
  }
}

extension String {
  fileprivate func components(separatedBy mark: String) -> [String] {
    var parts: [String] = []
    var current: [UInt8] = []
    let bytes = Array(utf8)
    let mark = Array(mark.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == mark[0], bytes[index...].starts(with: mark) {
        parts.append(String(decoding: current, as: UTF8.self))
        current = []
        index += mark.count
      } else {
        current.append(bytes[index])
        index += 1
      }
    }
    return parts + [String(decoding: current, as: UTF8.self)]
  }

  /// The elements of code, which hold nothing but text.
  fileprivate var tags: [CodeTag] {
    components(separatedBy: "<").dropFirst().compactMap { (piece: String) -> CodeTag? in
      if piece.hasPrefix("/") { return nil }
      let tag = piece.prefix { $0 != ">" }
      return CodeTag(tag: String(tag), text: String(piece.dropFirst(tag.count + 1)))
    }
  }

  fileprivate var plainText: String {
    var text = ""
    for (index, piece) in components(separatedBy: "<").enumerated() {
      text += index == 0 ? piece : String(piece.drop { $0 != ">" }.dropFirst())
    }
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.components(separatedBy: entity).joined(separator: character)
    }
    return text
  }

  fileprivate var withoutFinalLineEnds: String {
    var text = self
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}

private func content(ofFile path: String) -> String {
  guard let file = fopen(path, "rb") else { return "" }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  let count = fread(&bytes, 1, bytes.count, file)
  return String(decoding: bytes.prefix(count), as: UTF8.self)
}

/// The programs in a folder, by name.
private func files(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name.hasSuffix(".py") { names.append("\(folder)/\(name)") }
  }
  return names.sorted()
}

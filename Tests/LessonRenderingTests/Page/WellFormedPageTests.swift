import LessonDocument
import LessonRendering
import SourceText
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The lesson with every kind of block, which the browser opens too.
@Suite struct WellFormedPageTests {
  private static let folder = #filePath.prefixBeforeLast("/LessonRenderingTests/")
  private static let lesson =
    text(ofFile: folder + "/Browser/lessons/every-kind-of-block.md")

  private let page = pageHTML(
    lesson, [.gave(), .gave("printed <\n", value: "'&'"), .gave(value: "('long', 1)")])

  @Test func `every element that opens closes in its turn`() {
    var open: [Substring] = []
    for piece in page.components(of: "<").dropFirst() {
      let name = piece.prefix { $0.isLetter || $0.isNumber || $0 == "/" }
      if name.hasPrefix("/") {
        #expect(open.popLast() == name.dropFirst())
      } else if !Self.void.contains(name), !piece.hasPrefix("!"), !piece.contains("/>") {
        open.append(name)
      }
    }
    #expect(open.isEmpty)
    #expect(page.components(of: "<figure").count == 7)
  }

  @Test func `no identifier stands twice`() {
    let ids = page.components(of: " id=").dropFirst().map(\.attributeValue)
    #expect(ids.count > 5)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `every link within the page has its place`() {
    let ids = Set(page.components(of: " id=").dropFirst().map(\.attributeValue))
    for link in page.components(of: "href=").dropFirst().map(\.attributeValue)
    where link.hasPrefix("#") {
      #expect(ids.contains(String(link.dropFirst())))
    }
  }

  private static let void: Set<Substring> = ["meta", "link", "img", "br", "hr"]
}

extension Substring {
  fileprivate var attributeValue: String { String(self).attributeValue }
}

extension String {
  /// The value of an attribute behind whose `=` the text begins.
  fileprivate var attributeValue: String {
    if hasPrefix("\"") { return String(dropFirst().prefix { $0 != "\"" }) }
    return String(prefix { $0 != " " && $0 != ">" })
  }

  fileprivate func prefixBeforeLast(_ mark: String) -> String {
    components(of: mark).dropLast().joined(separator: mark)
  }
}

/// Empty when the file cannot be read.
private func text(ofFile path: String) -> String {
  guard let file = fopen(path, "rb") else { return "" }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  let count = fread(&bytes, 1, bytes.count, file)
  return String(decoding: bytes[..<count], as: UTF8.self)
}

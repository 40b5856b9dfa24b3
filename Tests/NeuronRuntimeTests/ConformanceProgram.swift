#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import SourceText
import Testing

/// A program of the corpus and what CPython printed for it, the last line of its report included.
struct ConformanceProgram: Sendable, CustomTestStringConvertible {
  /// Below `Conformance/`, as `lists/slicing`.
  let name: String
  let text: String
  /// Empty when the file is missing, which no program's output is.
  let expected: String

  var topic: String { String(name.prefix { $0 != "/" }) }
  var testDescription: String { name }
  var fragment: SourceFragment { SourceFragment(SourceFile(path: "\(name).py", text: text)) }

  /// Whether CPython's report does not end in an exception: `ValueError: …`, or a bare class.
  var endsWell: Bool {
    guard let last = expected.split(separator: "\n").last else { return true }
    let name = last.prefix { $0 != ":" }
    return !(name.hasSuffix("Error") || name == "StopIteration") || name.contains(" ")
  }

  var isTooLongToCollectAtEveryStep: Bool {
    ["functions/recursion", "errors/recursion_too_deep"].contains(name)
  }

  static let all: [ConformanceProgram] = {
    let root = String(
      #filePath.prefix(through: #filePath.lastIndex(of: "/") ?? #filePath.startIndex))
    let folder = root + "Conformance/"
    return names(in: folder).flatMap { topic in
      names(in: folder + topic).filter { $0.hasSuffix(".py") }.map { file in
        let name = topic + "/" + file.dropLast(3)
        return ConformanceProgram(
          name: name, text: contents(folder + name + ".py"),
          expected: contents(folder + name + ".expected"))
      }
    }
  }()

  /// The names in a folder in order; none when it is no folder.
  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func contents(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

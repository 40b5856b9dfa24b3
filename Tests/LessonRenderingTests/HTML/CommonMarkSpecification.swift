import Foundation
import JSONText
import SourceText

/// The examples of the CommonMark specification 0.30, read from outside the repository: from where
/// `COMMONMARK_SPEC` says, else from `shared/commonmark/` beside it.
struct CommonMarkSpecification {
  struct Example {
    var example: Int
    var section: String
    var markdown: String
    var html: String
  }

  struct Missing: Error, CustomStringConvertible {
    var path: String

    var description: String {
      """
      the CommonMark specification's examples are not at \(path); \
      name their file (spec-0.30.json) in COMMONMARK_SPEC
      """
    }
  }

  static func examples() throws -> [Example] {
    let path =
      ProcessInfo.processInfo.environment["COMMONMARK_SPEC"]
      ?? besideRepository("shared/commonmark/spec-0.30.json")
    guard let data = FileManager.default.contents(atPath: path) else { throw Missing(path: path) }
    let json = try JSON(parsing: SourceFile(path: path, utf8: Array(data)))
    return try (json.array ?? []).map { example in
      guard let number = example["example"]?.integer, let section = example["section"]?.string,
        let markdown = example["markdown"]?.string, let html = example["html"]?.string
      else { throw Missing(path: path) }
      return Example(example: number, section: section, markdown: markdown, html: html)
    }
  }

  private static func besideRepository(_ path: String) -> String {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let manifest = folder.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: manifest) { break }
    }
    return folder.deletingLastPathComponent().appendingPathComponent(path).path
  }
}

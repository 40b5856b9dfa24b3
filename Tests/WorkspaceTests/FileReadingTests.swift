import SourceText
import Testing

@testable import Workspace

@Suite struct UTF8CheckTests {
  @Test(
    arguments: [
      ([], nil),
      ([0x61, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x98, 0x80], nil),
      ([0x61, 0xFF], 1),
      ([0xC0, 0x80], 0),
      ([0xE0, 0x80, 0x80], 0),
      ([0xED, 0xA0, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0),
      ([0x61, 0xC3], 1),
      ([0xE2, 0x82, 0x61], 0),
      ([0xF5, 0x80, 0x80, 0x80], 0),
      ([0xEF, 0xBF, 0xBF, 0x80], 3),
    ] as [([UInt8], Int?)])
  func findsTheFirstInvalidByte(bytes: [UInt8], offset: Int?) {
    #expect(UTF8Check.firstInvalidByte(in: bytes) == offset)
    #expect((String(validating: bytes, as: UTF8.self) == nil) == (offset != nil))
  }
}

@Suite struct FileReadingTests {
  private func problem(_ read: () throws -> Void) -> Diagnostic? {
    do {
      try read()
      return nil
    } catch {
      return error as? Diagnostic
    }
  }

  @Test func missingFileIsNamed() throws {
    let folder = try TemporaryFolder()
    let problem = problem { _ = try FileReading.source(folder("none.md")) }
    #expect(problem?.message == "cannot read it: No such file or directory")
    #expect(problem?.location == .file(folder("none.md")))
  }

  @Test func folderIsNoFile() throws {
    let folder = try TemporaryFolder()
    let problem = problem { _ = try FileReading.source(folder.path) }
    #expect(problem?.message == "cannot read it: Is a directory")
  }

  @Test func bytesThatAreNotUTF8HaveTheirPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", bytes: Array("one\ntwö ".utf8) + [0xE9, 0x20, 0xFF])
    let problem = try #require(problem { _ = try FileReading.source(folder("a.md")) })
    #expect(problem.message == "the byte 0xE9 is not UTF-8")
    guard case .text(let place) = problem.location else {
      Issue.record("the place should be in the text")
      return
    }
    #expect(place.start == Position(line: 2, column: 5))
    #expect(place.file.text == "one\ntwö ? ?")
  }

  @Test func anyTextComesAsItIs() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "\u{FEFF}a\r\nb\0c")
    #expect(try FileReading.source(folder("a.md")).text == "\u{FEFF}a\r\nb\0c")
  }
}

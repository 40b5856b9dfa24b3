import JSONText
import SourceText
import Testing

@Suite struct JSONTests {
  private func parse(_ text: String) throws -> JSON {
    try JSON(parsing: SourceFile(path: "x.ipynb", text: text))
  }

  private func roundTrip(_ text: String) throws -> String {
    String(decoding: try parse(text).utf8(), as: UTF8.self)
  }

  @Test(arguments: [
    "null", "true", "[]", "{}", "[1,-2,0.1,1e-09,9007199254740993]",
    #"{"z":1,"a":{"m":[[]]},"":"é😀"}"#, #""\"\\\n\r\t\u0000\u001b""#,
  ])
  func comesBackAsItWas(_ text: String) throws {
    #expect(try roundTrip(text) == text)
  }

  @Test func keepsTheOrderOfMembers() throws {
    let keys = (0..<1000).map { "k\(($0 * 617) % 1000)" }
    let text = "{" + keys.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
    #expect(try parse(text).object?.keys.elements == keys)
  }

  @Test func indents() throws {
    let value: JSON = ["a": [1, 2], "b": [], "c": ["d": true]]
    #expect(
      String(decoding: value.utf8(indent: 1), as: UTF8.self)
        == "{\n \"a\": [\n  1,\n  2\n ],\n \"b\": [],\n \"c\": {\n  \"d\": true\n }\n}")
  }

  @Test(arguments: [
    ("", 1, 1), ("{\"a\": }", 1, 7), ("[1,\n2,\n}", 3, 1), ("[1] 2", 1, 5), ("{\"a\" 1}", 1, 6),
    ("[\"\\ud800\"]", 1, 9), ("[1e999]", 1, 6), ("NaN", 1, 1),
  ])
  func saysWhereItIsNone(_ text: String, line: Int, column: Int) throws {
    let problem = #expect(throws: Diagnostic.self) { try parse(text) }
    guard case .text(let place) = problem?.location else { Issue.record("no place"); return }
    #expect(place.start.line == line)
    #expect(abs(place.start.column - column) <= 3)
  }

  @Test func readsBehindAByteOrderMark() throws {
    #expect(try parse("\u{FEFF}[1]") == [1])
  }

  @Test func readsNumbersBeyondSixtyFourBits() throws {
    let value = try parse("[99999999999999999999, 4]")
    #expect(value.array == [.number(1e20), .number(4)])
    #expect(value.array?.map(\.integer) == [nil, 4])
  }

  @Test func refusesDepth() {
    #expect(throws: Diagnostic.self) { try parse(String(repeating: "[", count: 1_000_000)) }
  }
}

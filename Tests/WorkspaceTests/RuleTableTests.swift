import Testing

@testable import Workspace

@Suite struct RuleTableTests {
  /// The ids that stand in the sources, wherever a rule is declared.
  private func declaredIDs(file: String = #filePath) throws -> [String] {
    let root = "/" + file.split(separator: "/").dropLast(3).joined(separator: "/")
    var ids: [String] = []
    var pending = [root + "/Sources"]
    while let folder = pending.popLast() {
      for name in try namesInFolder(folder) {
        let path = folder + "/" + name
        if FileStatus(path: path)?.isFolder == true { pending.append(path) }
        guard name.hasSuffix(".swift") else { continue }
        let text = String(decoding: try FileReading.bytes(of: path), as: UTF8.self)
        let code = text.split(separator: "\n").filter { !$0.contains("///") }.joined(
          separator: "\n")
        ids += code.matches(of: /= Rule\(\s*"([^"]+)"/).map { String($0.1) }
      }
    }
    return ids
  }

  @Test func everyRuleIsListedAndNoIDStandsTwice() throws {
    let declared = try declaredIDs().sorted()
    #expect(declared == RuleTable.all.map(\.id).sorted())
    #expect(Set(declared).count == declared.count)
  }

  @Test func idsAreKebabCaseAndSummariesAreOneLine() {
    for rule in RuleTable.all {
      #expect(rule.id.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(rule.id)")
      #expect(!rule.summary.isEmpty && !rule.summary.contains("\n"), "\(rule.id)")
    }
  }

  @Test func textIsInColumns() {
    let text = RuleTable.text(of: [.noLessons, .missingAsset])
    let columns = text.split(separator: "\n").map { row in
      row.firstRange(of: /(incomplete|warning) +/).map {
        row.distance(from: row.startIndex, to: $0.lowerBound)
      }
    }
    #expect(columns.count == 2)
    #expect(columns[0] != nil && columns[0] == columns[1])
  }
}

import Testing

@testable import Workspace

@Suite struct ShardTests {
  @Test(arguments: [1, 2, 3, 7, 50])
  func partsAreDisjointAlikeAndTheWhole(count: Int) throws {
    for size in [0, 1, 6, 20] {
      let pieces = Array(0..<size)
      let parts = try (1...count).map { try Shard(parsing: "\($0)/\(count)").part(of: pieces) }
      #expect(parts.flatMap(\.self).sorted() == pieces)
      let sizes = parts.map(\.count)
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    }
  }

  @Test func theLargestNumbersOverflowNothing() throws {
    let shard = try Shard(parsing: "\(Int.max)/\(Int.max)")
    #expect(shard.part(of: [1, 2]) == [])
    #expect(try Shard(parsing: "1/\(Int.max)").part(of: [1, 2]) == [1])
  }

  @Test(arguments: [
    "", "/", "1", "1/", "/2", "0/2", "1/0", "0/0", "3/2", "-1/2", "+1/2", "1/2/3", "a/b", "1 /2",
  ])
  func othersAreRefused(text: String) {
    #expect(throws: InvalidValue.self) { try Shard(parsing: text) }
  }

  private func write(_ count: Int, to folder: TemporaryFolder) throws {
    for number in 0..<count {
      try folder.write("\(number)/README.md", "# No lesson\n")
      try folder.write(
        "\(number)/lesson.md", "# T\n\n```neuron\nprint(1)\n```\n\n```output\n1\n```\n")
    }
  }

  /// Beside each lesson stands other Markdown: dealing out files would give one part all the lessons.
  @Test func onlyLessonsAreDealtOut() throws {
    let folder = try TemporaryFolder()
    try write(6, to: folder)
    for index in 1...2 {
      let result = CommandResult.verify(folder.path) {
        $0.shard = try? Shard(parsing: "\(index)/2")
      }
      #expect(
        result.output
          == "checked 3 lessons of shard \(index)/2 "
          + "(3 cells, 3 outputs, 0 derivatives, 0 equations): no problems\n")
    }
  }

  @Test func anEmptyShardIsWellWhereAnotherHasLessons() throws {
    let folder = try TemporaryFolder()
    try write(1, to: folder)
    let empty = CommandResult.verify(folder.path) { $0.shard = try? Shard(parsing: "2/2") }
    #expect(empty.status == .success)
    #expect(empty.output.hasPrefix("checked 0 lessons of shard 2/2 ("))
    let none = CommandResult.verify(folder("0/README.md")) {
      $0.passesOverOthers = true
      $0.shard = try? Shard(parsing: "1/2")
    }
    #expect(none.status == .success)
  }

  @Test func noLessonInAnyShardIsIncomplete() throws {
    let folder = try TemporaryFolder()
    try folder.write("README.md", "# No lesson\n")
    let result = CommandResult.verify(folder.path) { $0.shard = try? Shard(parsing: "2/2") }
    #expect(result.status == .incomplete)
    #expect(result.rules == ["no-lessons"])
  }

  @Test func aFileThatCannotBeReadIsInOneShard() throws {
    let folder = try TemporaryFolder()
    try write(1, to: folder)
    try folder.write("a.md", bytes: [0xFF])
    let found = (1...3).map { index in
      CommandResult.verify(folder.path) { $0.shard = try? Shard(parsing: "\(index)/3") }.status
    }
    #expect(found.filter { $0 == .incomplete }.count == 1)
  }
}

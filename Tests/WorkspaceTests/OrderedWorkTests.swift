import Testing

@testable import Workspace

@Suite struct OrderedWorkTests {
  @Test(arguments: [0, 1, 2, 7, 200])
  func resultsComeInTheOrderOfThePieces(jobs: Int) {
    var results: [Int] = []
    OrderedWork.run(Array(0..<100), jobs: jobs) {
      $0 * $0
    } consume: {
      results.append($0)
    }
    #expect(results == (0..<100).map { $0 * $0 })
  }

  @Test func nothingToDoIsDone() {
    var results: [Int] = []
    OrderedWork.run([Int](), jobs: 2) {
      $0
    } consume: {
      results.append($0)
    }
    #expect(results.isEmpty)
  }

  /// About 100 bytes a frame at the least: far beyond a thread's usual stack.
  private static func depth(_ n: Int) -> Int { n == 0 ? 0 : 1 + depth(n - 1) + (n & 0) }

  @Test func stacksAreDeep() {
    #expect(OrderedWork.run { Self.depth(500_000) } == 500_000)
  }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Does independent pieces of work on several threads and hands the results on in the order of the
/// pieces, so that nothing that is printed depends on the number of threads.
enum OrderedWork {
  /// The number of processors.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  private struct Progress<Result> {
    /// The first piece that no thread has taken.
    var next = 0
    /// Results that are not handed on yet, by their piece.
    var finished: [Int: Result] = [:]
  }

  /// - Parameter jobs: the most threads at once; at least one is used.
  /// - Parameter consume: called on the calling thread, in order.
  static func run<Piece: Sendable, Result: Sendable>(
    _ pieces: [Piece], jobs: Int, _ work: @escaping @Sendable (Piece) -> Result,
    consume: (Result) -> Void
  ) {
    let progress = Monitor(Progress<Result>())
    let worker: @Sendable () -> Void = {
      while let index = progress.update({ Self.take(&$0, of: pieces.count) }) {
        let result = work(pieces[index])
        progress.update { $0.finished[index] = result }
      }
    }
    let count = min(max(jobs, 1), pieces.count)
    let threads = (0..<count).compactMap { _ in LessonThread(worker) }
    if threads.isEmpty { worker() }
    for index in pieces.indices {
      consume(progress.wait { $0.finished.removeValue(forKey: index) })
    }
    threads.forEach { $0.join() }
  }

  /// One piece of work on a thread of its own.
  static func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) -> Result {
    let result = Monitor<Result?>(nil)
    let body: @Sendable () -> Void = {
      let value = work()
      result.update { $0 = value }
    }
    let thread = LessonThread(body)
    if thread == nil { body() }
    defer { thread?.join() }
    return result.wait { $0 }
  }

  private static func take<Result>(_ progress: inout Progress<Result>, of count: Int) -> Int? {
    guard progress.next < count else { return nil }
    defer { progress.next += 1 }
    return progress.next
  }
}

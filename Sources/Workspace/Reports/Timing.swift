#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The few longest of many times.
struct SlowestList {
  struct Entry {
    let name: String
    let duration: Duration
  }

  private static let length = 10

  /// The longest first; of equals the first that came.
  private(set) var entries: [Entry] = []

  mutating func add(_ name: String, _ duration: Duration) {
    let index = entries.firstIndex { $0.duration < duration } ?? entries.count
    guard index < Self.length else { return }
    entries.insert(Entry(name: name, duration: duration), at: index)
    if entries.count > Self.length { entries.removeLast() }
  }
}

/// The time that `--timings` measures by.
enum Clock {
  /// Since some moment in the past; never runs backwards.
  @Sendable static func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
  }
}

extension Duration {
  /// In whole microseconds.
  private var microseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1_000_000 + attoseconds / 1_000_000_000_000
  }

  /// For programs: in seconds, to the microsecond.
  var seconds: Double { Double(microseconds) / 1e6 }

  /// For people: in milliseconds with one decimal, right-aligned.
  var text: String {
    let tenths = (microseconds + 50) / 100
    let number = "\(tenths / 10).\(tenths % 10)"
    return String(repeating: " ", count: max(0, 9 - number.count)) + number + " ms"
  }

  /// For JUnit: in seconds with six decimals.
  var decimalSeconds: String {
    let digits = String(microseconds % 1_000_000)
    let padding = String(repeating: "0", count: max(0, 6 - digits.count))
    return "\(microseconds / 1_000_000).\(padding)\(digits)"
  }
}

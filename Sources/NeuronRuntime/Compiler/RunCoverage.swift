import NeuronSyntax
import SourceText

/// Which stretches of a text have been run.
///
/// A point is the first instruction of a stretch of the text, with a `cover` in its place: executed, it
/// notes the point and puts the instruction back, so that a loop costs nothing from its second turn on.
public final class RunCoverage {
  /// Offsets in the text, ascending once `sorted` ran.
  private var points: [Int] = []
  private var executed: Set<Int> = []
  private var isSorted = true

  init() {}

  /// Whether anything in a span of the text has been run; `nil` where nothing there can be, as in an
  /// empty statement.
  public func wasRun(_ span: Span) -> Bool? {
    if !isSorted {
      points.sort()
      isSorted = true
    }
    var index = points.partition(upTo: span.start)
    if index == points.count || points[index] >= span.end { return nil }
    while index < points.count, points[index] < span.end {
      if executed.contains(points[index]) { return true }
      index += 1
    }
    return false
  }

  /// Puts points into a code and all its functions.
  func cover(_ code: Code) {
    let coverage = CodeCoverage(self)
    code.coverage = coverage
    var index = 0
    var last = -1
    while index < code.instructions.count {
      let instruction = code.instructions[index]
      let offset = code.spans[index].start
      if offset != last {
        points.append(offset)
        coverage.originals[index] = instruction
        code.instructions[index] = Instruction(.cover)
      }
      last = offset
      index += instruction.opcode.wordCount
    }
    code.functions.forEach(cover)
    isSorted = false
  }

  fileprivate func note(_ offset: Int) {
    executed.insert(offset)
  }
}

/// The instructions of one code that points stand in place of.
final class CodeCoverage {
  fileprivate let text: RunCoverage
  fileprivate var originals: [Int: Instruction] = [:]

  fileprivate init(_ text: RunCoverage) {
    self.text = text
  }
}

extension Code {
  /// Notes the point at an address and puts the instruction back.
  @inline(never)
  func passPoint(_ address: UnsafePointer<Instruction>) {
    let index = address - UnsafePointer(instructions.baseAddress.unsafelyUnwrapped)
    guard let coverage, let original = coverage.originals.removeValue(forKey: index) else { return }
    instructions[index] = original
    coverage.text.note(spans[index].start)
  }
}

extension Opcode {
  /// The words that an instruction takes, with the one that holds a jump, arguments or a list of keywords.
  var wordCount: Int {
    switch self {
    case .callGlobal, .callKeywords, .callMethodKeywords, .loadGlobalMethod, .loadGlobalSubscript,
      .nextOrExit, .sendOrExit:
      2
    default: 1
    }
  }
}

extension [Int] {
  /// The index of the first element that is not below a bound.
  fileprivate func partition(upTo bound: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

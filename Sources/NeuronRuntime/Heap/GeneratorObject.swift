/// A call of a generator function, suspended between one `yield` and the next. While it runs, its
/// registers are those of a frame; while it does not, they stand here, after the struct in the same
/// allocation.
struct GeneratorObject {
  enum State: UInt8 {
    /// Not begun: the registers hold the arguments.
    case created
    case suspended
    case running
    case finished
  }

  /// Where a yielded value goes.
  enum Consumer: UInt8 {
    /// To whoever resumed it: a loop, `yield from`, or native code that asked for one value.
    case resumer
    /// Into the list that is the accumulator; native code asked for all.
    case list
    /// To the accumulator, as `sum` adds.
    case sum
    /// Nowhere, unless it decides what `any` or `all` is.
    case any, all
  }

  var header: ObjectHeader
  var function: Value
  /// The next instruction; the one before it is the `yieldValue` that suspended it.
  var pc: UnsafePointer<Instruction>
  /// Those that the code has, rounded up by `capacity(for:)`.
  var registerCount: Int
  /// The exception that it is handling itself while it is suspended, and the one that whoever resumed
  /// it was handling; unbound when there is none.
  var handled: Value
  var resumerHandled: Value
  /// What the consumer has so far.
  var accumulator: Value
  var state: State
  var consumer: Consumer
  static let registersOffset = MemoryLayout<GeneratorObject>.stride

  /// What it delegates to with `yield from`: the instruction at which it goes on then sends.
  func delegate(_ registers: UnsafeMutablePointer<Value>) -> Value? {
    pc.pointee.opcode == .sendOrExit ? registers[pc.pointee.b] : nil
  }

  /// Room for so many registers: a multiple of four, which `copy` copies at once.
  @inline(__always)
  static func capacity(for count: Int) -> Int { (count + 3) & ~3 }

  /// Copies registers where both sides have the room of `capacity(for:)`. There are few, and a call of
  /// `memmove` takes longer.
  @inline(__always)
  static func copy(
    _ source: UnsafeMutablePointer<Value>, to target: UnsafeMutablePointer<Value>, count: Int
  ) {
    var index = 0
    repeat {
      target[index] = source[index]
      target[index + 1] = source[index + 1]
      target[index + 2] = source[index + 2]
      target[index + 3] = source[index + 3]
      index &+= 4
    } while index < count
  }

  /// How many registers stand here.
  var savedCount: Int { state == .created || state == .suspended ? registerCount : 0 }
}

extension Value {
  @inline(__always)
  var generatorObject: UnsafeMutablePointer<GeneratorObject> {
    pointer.assumingMemoryBound(to: GeneratorObject.self)
  }
}

extension UnsafeMutablePointer<GeneratorObject> {
  /// The saved registers, `registerCount` of them.
  @inline(__always)
  var registers: UnsafeMutablePointer<Value> {
    (UnsafeMutableRawPointer(self) + GeneratorObject.registersOffset)
      .assumingMemoryBound(to: Value.self)
  }
}

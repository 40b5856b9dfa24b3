#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard output or standard error. Text is kept together and written in large pieces; when the
/// reader has gone, the rest is dropped.
public final class Console {
  private let descriptor: Int32?
  private var buffer: [UInt8] = []
  /// Whether the reader closed the pipe, or the disk is full.
  public private(set) var isClosed = false
  /// Whether a person is watching.
  private let isTerminal: Bool
  private let colour: ColourChoice

  private static let bufferSize = 1 << 16

  /// Results.
  public static func output(_ colour: ColourChoice = .auto) -> Console {
    Console(descriptor: 1, colour)
  }
  /// Problems.
  public static func error(_ colour: ColourChoice = .auto) -> Console {
    Console(descriptor: 2, colour)
  }
  /// What is written stays in `text`.
  public static func memory() -> Console { Console(descriptor: nil, .never) }

  private init(descriptor: Int32?, _ colour: ColourChoice) {
    self.descriptor = descriptor
    self.colour = colour
    isTerminal = descriptor.map { isatty($0) == 1 } ?? false
  }

  deinit { flush() }

  /// What was written and not handed to the system.
  public var text: String { String(decoding: buffer, as: UTF8.self) }

  /// The same as bytes.
  var bytes: [UInt8] { buffer }

  /// Colour or none, as asked, as the environment wishes, or as a person at a terminal would like it.
  public var style: TerminalStyle {
    colour.isColoured(onTerminal: isTerminal) ? .coloured : .plain
  }

  /// Adds text; at a terminal it is seen at once.
  public func write(_ text: String) {
    write(Array(text.utf8))
  }

  /// Adds bytes; at a terminal they are seen with the end of their line.
  public func write(_ bytes: [UInt8]) {
    guard !isClosed else { return }
    buffer += bytes
    if buffer.count >= Self.bufferSize || isTerminal && bytes.contains(UInt8(ascii: "\n")) {
      flush()
    }
  }

  /// Hands everything to the system.
  public func flush() {
    guard let descriptor, !buffer.isEmpty else { return }
    if !isClosed, !writeAll(buffer, to: descriptor) { isClosed = true }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Neither a reader that stops reading nor a limit of file size must end the program in the middle
  /// of its work: what cannot be written is an error then, and no signal.
  public static func ignoreSignalsOfWriting() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import LessonEvaluation
import NeuronLibrary
import NeuronRuntime
import NeuronSyntax
import SourceText

extension Limits {
  /// Small enough that a program without end is stopped at once.
  static let forTests = Limits(
    steps: 20_000_000, depth: 1_000, memory: 256 << 20, output: 1 << 20, tape: 1 << 16)
}

/// What running one program gave.
struct ProgramRun: Sendable {
  var printed: String
  var problems: [Diagnostic]

  /// As Python shows it: what was printed, then the last line of the report.
  var report: String { printed + problems.map { $0.message + "\n" }.joined() }
}

func run(
  _ text: String, limits: Limits, collectionThreshold: Int = 32 << 20
) -> ProgramRun {
  let read = readNeuron(SourceFragment(SourceFile(path: "program.py", text: text)))
  let errors = read.diagnostics.filter(\.isError)
  if !errors.isEmpty { return ProgramRun(printed: "", problems: errors) }
  let session = Library.makeSession(limits: limits, collectionThreshold: collectionThreshold)
  let outcome = session.run(read)
  let end = outcome.isStoppedByLimit ? (printed: "", failure: nil) : session.end()
  return ProgramRun(
    printed: outcome.printed + end.printed,
    problems: outcome.problems + [outcome.failure, end.failure].compactMap(\.self))
}

/// Runs `body` on a thread whose stack holds a thousand calls through native code, as lessons have it.
func onDeepStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result? {
  let slot = Slot<Result>()
  let work = Work { slot.value = body() }
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, 512 << 20)
  let argument = Unmanaged.passRetained(work).toOpaque()
  #if canImport(Darwin)
    var thread: pthread_t?
    pthread_create(
      &thread, &attributes,
      {
        Unmanaged<Work>.fromOpaque($0).takeRetainedValue().run()
        return nil
      }, argument)
    if let thread { pthread_join(thread, nil) }
  #else
    var thread = pthread_t()
    pthread_create(
      &thread, &attributes,
      {
        if let argument = $0 { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, argument)
    pthread_join(thread, nil)
  #endif
  return slot.value
}

/// Written by one thread, read by another after the first has ended.
private final class Slot<Value>: @unchecked Sendable {
  var value: Value?
}

private final class Work: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import NeuronLibrary
import NeuronRuntime
import NeuronSyntax
import SourceText

// Runs mutated programs until one crashes the process:
//
//     neuron-fuzz FOLDER SEED COUNT [LAST]
//
// The programs below FOLDER are changed at random, from SEED, COUNT times; each is read, checked and
// run under tight limits. LAST is a file that holds the program under way, so that it is there after a
// crash; `neuron-fuzz FILE` alone runs that program again.

let arguments = CommandLine.arguments
switch arguments.count {
case 2:
  onDeepStack {
    for collectsAlways in [false, true] {
      print(Trial(collectsAlways: collectsAlways).run(bytes(of: CommandLine.arguments[1])))
    }
  }
case 4, 5: onDeepStack { fuzz() }
default: print("usage: neuron-fuzz FOLDER SEED COUNT [LAST] | neuron-fuzz FILE")
}

/// What all programs came to.
func fuzz() {
  let arguments = CommandLine.arguments
  let seeds = programs(below: arguments[1]).map { Seed(bytes(of: $0)) }
  guard let seed = UInt64(arguments[2]), let count = Int(arguments[3]), !seeds.isEmpty else {
    print("no programs below \(arguments[1]), or no numbers after it")
    exit(64)
  }
  let last = arguments.count > 4 ? open(arguments[4], O_WRONLY | O_CREAT, 0o644) : -1
  var ends: [String: Int] = [:]
  let start = clock()
  for run in 0..<count {
    var mutation = Mutation(seeds: seeds, random: Randomness(seed: seed, run: run))
    let program = mutation.program()
    if last >= 0 {
      _ = program.withUnsafeBytes { pwrite(last, $0.baseAddress, $0.count, 0) }
      ftruncate(last, program.count)
    }
    ends[Trial(collectsAlways: run % 4 == 0).run(program), default: 0] += 1
  }
  let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
  for (end, times) in ends.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
    print("\(times) \(end)")
  }
  print("seed \(seed), \(count) programs of \(seeds.count), \(Int(seconds)) s, no crash")
}

/// One program from its text to its end.
struct Trial {
  /// Whether garbage is collected at every safe point, which finds values that only native code holds.
  let collectsAlways: Bool

  private static let limits = Limits(
    steps: 200_000, depth: 100, memory: 8 << 20, output: 64 << 10, tape: 1 << 10)

  /// The rule that ended it.
  func run(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let read = readNeuron(SourceFragment(SourceFile(path: "program.py", text: text)))
    if let problem = read.diagnostics.first(where: \.isError) {
      return problem.rule.id
    }
    let session = Library.makeSession(
      limits: Self.limits, collectionThreshold: collectsAlways ? -1 : 1 << 20)
    var checker = StaticChecker(builtins: session.builtinNames)
    checker.declare(read.module)
    _ = checker.check(read.module)
    let outcome = session.run(read)
    _ = session.end()
    return outcome.failure?.rule.id ?? outcome.problems.first?.rule.id ?? "ran to its end"
  }
}

// MARK: Files

/// The paths of all programs, in order.
func programs(below folder: String) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var paths: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name.hasPrefix(".") { continue }
    let path = folder + "/" + name
    paths += name.hasSuffix(".py") ? [path] : programs(below: path)
  }
  return paths.sorted()
}

func bytes(of path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
}

// MARK: Stack

/// Runs `body` with a stack as deep as lessons have it.
func onDeepStack(_ body: @escaping @Sendable () -> Void) {
  final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, 512 << 20)
  let argument = Unmanaged.passRetained(Work(body)).toOpaque()
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
}

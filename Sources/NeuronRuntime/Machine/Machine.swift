import Backprop
import SourceText

/// The virtual machine of one session: registers, calls under way, globals, heap and tape.
///
/// It sees no file, clock, environment or network; what a program prints collects in `output`. One
/// thread at a time may use it. The files `Machine+…` hold the interpreter's loop and what its
/// instructions mean.
package final class Machine {
  package let heap: Heap
  package let tape: Tape
  package let limits: Limits
  let globals = GlobalTable()
  let natives = NativeTable()
  /// Methods of built-in types, as natives that take the receiver first.
  var methods: [Kind: [String: Value]] = [:]
  /// The names of what is not imported: a program, or a lesson's cells.
  private(set) lazy var mainNamespace = Namespace("__main__", in: globals)
  var modules = ModuleTable()
  /// Methods that every object has, as natives that take it first.
  var objectMethods: [String: Value] = [:]
  /// Methods that every exception has.
  var exceptionMethods: [String: Value] = [:]
  /// The library that brings arrays, once something of it is used.
  package var arrayLibrary: (any ArrayLibrary)?
  /// The class of what stands for a traceback.
  var tracebackClass: Value = .none
  /// The class of what `object()` makes.
  var plainObjectClass: Value = .none
  /// Counts changes of classes that could change what an attribute means; attribute sites that
  /// remember an older state look again.
  var classEpoch: UInt32 {
    @inline(__always) get { state.pointee.classEpoch }
    set { state.pointee.classEpoch = newValue }
  }
  let methodCache = MethodCache()
  /// Whether a generator was made that may have something to do when it is closed.
  var hasProtectedGenerators = false
  /// The address below which the thread's stack must not grow while a text runs.
  var stackFloor: UInt = 0
  /// Nesting of `__hash__` methods under way: what they compute goes into tables and is seen by
  /// nobody, so within them everything has a hash.
  var hashingDepth = 0
  /// The shapes made so far.
  var shapeCount: UInt64 = 0
  /// All code ever compiled: functions refer to it without counting.
  var code: [Code] = []

  /// Everything that the interpreter's loop touches, in raw memory, so that no access is checked.
  let state: UnsafeMutablePointer<State>
  /// The way of the exception that is now on its way out, innermost first.
  var pendingTrace: [TracePoint] = []
  /// Where the last exception rose, for its report.
  var failingFrame = FailingFrame()
  /// What has been printed and not been taken yet.
  package var output: [UInt8] = []
  /// What the text shows besides, in the order of the output.
  var exhibits: [Exhibit] = []
  /// What libraries do at the end of each text.
  var endings: [(Machine) throws(Interruption) -> Void] = []
  /// Bytes printed since the last `beginRun`.
  private var outputCount = 0
  /// Takes the output when it gets long; `nil` keeps it all.
  package var drainOutput: (([UInt8]) -> Void)?
  /// What exceptions of the library have found since the last `beginRun`.
  var findings: [Finding] = []
  /// A hint on the last exception that got one.
  var advice: (exception: Value, hint: String)?
  /// Hand-written derivatives that were compared with the machine's since the last `beginRun`.
  package var derivativesChecked = 0
  /// Steps that the run may still take.
  package var stepsLeft: Int { state.pointee.fuel }
  /// Derivatives being taken, and which outermost one this is.
  @exclusivity(unchecked) package var tracing = Tracing()
  /// The name last not found, and what there is: asked only for a suggestion, since a program may
  /// catch such errors by the million.
  var lookedUp: (name: String, known: () -> [String]) = ("", { [] })
  /// Methods taken from their types, `str.upper`, by that name.
  var unboundMethods: [String: Value] = [:]
  /// Nesting of native code that walks values: printing, comparing.
  @exclusivity(unchecked) var walkDepth = 0

  struct State {
    var registers: UnsafeMutablePointer<Value>
    var registerEnd: UnsafeMutablePointer<Value>
    /// The first register that no frame uses.
    var top: UnsafeMutablePointer<Value>
    /// From here on all registers are unbound.
    var highest: UnsafeMutablePointer<Value>
    var frames: UnsafeMutablePointer<Frame>
    var frameCount: Int
    var frameLimit: Int
    /// Steps left; negative when they are used up.
    var fuel: Int
    /// Whether calls are to be noted as quantities.
    var recordsCalls: Bool {
      didSet { plainFrameLimit = recordsCalls ? 0 : frameLimit }
    }
    /// How many frames there may be for the loop to push another one by itself.
    var plainFrameLimit: Int
    /// The exception that is being handled, the innermost one; unbound when there is none.
    var handled: Value
    /// Changes with every class whose methods change, so that sites look again.
    var classEpoch: UInt32
    /// The functions that are written in Swift.
    var natives: UnsafeMutablePointer<NativeFunction>
    /// `list.append`, the method that loops call most.
    var listAppend = Value.none
    /// `len`, the function that they call most.
    var lengthFunction = Value.none

    @inline(__always)
    mutating func raiseTop(to newTop: UnsafeMutablePointer<Value>) {
      top = newTop
      if newTop > highest { highest = newTop }
    }
  }

  /// A call under way.
  struct Frame {
    var code: Unmanaged<Code>
    var function: Value
    var base: UnsafeMutablePointer<Value>
    /// The first register that neither it nor a frame below uses. Its own window may end before that of
    /// its caller, whose temporaries the collector must go on seeing.
    var top: UnsafeMutablePointer<Value>
    /// The next instruction, saved while the frame waits for a call.
    var pc: UnsafePointer<Instruction>
    var constants: UnsafeMutablePointer<Value>
    /// Its number among the calls noted as quantities, or −1.
    var record: Int
    /// Whether what it returns goes to its caller as it is; false when it is noted, or when it is an
    /// `__init__`.
    var isPlain = true
    /// The instance that the call of a class makes; unbound for other calls, and of no meaning where the
    /// frame is plain.
    var made = Value.unbound
  }

  /// Room for 4,000 registers a frame at the usual depth; untouched pages cost nothing.
  private static let registerCapacity = 4 << 20

  package init(limits: Limits, collectionThreshold: Int = Heap.usualThreshold) {
    self.limits = limits
    heap = Heap(limit: limits.memory, firstThreshold: collectionThreshold)
    tape = Tape(limit: limits.tape)
    let registers = UnsafeMutablePointer<Value>.allocate(capacity: Self.registerCapacity)
    let frames = UnsafeMutablePointer<Frame>.allocate(capacity: limits.depth + 1)
    state = .allocate(capacity: 1)
    state.initialize(
      to: State(
        registers: registers,
        registerEnd: registers + (Self.registerCapacity - Self.spareRegisters), top: registers,
        highest: registers, frames: frames, frameCount: 0, frameLimit: limits.depth,
        fuel: limits.steps, recordsCalls: false, plainFrameLimit: limits.depth, handled: .unbound,
        classEpoch: 1, natives: natives.functions))
    installCoreBuiltins()
    mainNamespace.set("__name__", (try? heap.string(mainNamespace.name)) ?? .none)
  }

  deinit {
    methodCache.deallocate()
    state.pointee.registers.deallocate()
    state.pointee.frames.deallocate()
    state.deallocate()
  }

  // MARK: What libraries add

  /// - Parameter scalar: what the function is on one float, wherever that is finite.
  package func makeNative(
    _ name: String, scalar: NativeFunction.Scalar? = nil,
    _ body: @escaping (Arguments, Machine) throws(Interruption) -> Value
  ) -> Value {
    let index = natives.append(NativeFunction(name, body, scalar: scalar))
    state.pointee.natives = natives.functions
    return Value(native: index)
  }

  /// Gives a built-in type a method; `body` finds the receiver as its first argument.
  func defineMethod(
    _ kind: Kind, _ name: String,
    _ body: @escaping (Arguments, Machine) throws(Interruption) -> Value
  ) {
    guard kind == .string, !name.hasPrefix("format") else {
      methods[kind, default: [:]][name] = makeNative(name, body)
      return
    }
    // What is handed to a method of strings is only looked at: instances of subclasses of `str` and
    // `int` do as what they are besides.
    methods[kind, default: [:]][name] = makeNative(name) {
      (arguments, machine) throws(Interruption) in
      for index in 0..<(arguments.count + arguments.keywords.count)
      where arguments.base[index].kind == .instance {
        arguments.base[index] = arguments.base[index].builtinPart ?? arguments.base[index]
      }
      return try body(arguments, machine)
    }
  }

  /// Defines a name that needs no import.
  package func defineBuiltin(_ name: String, _ value: Value) {
    globals.defineBuiltin(name, value)
  }

  package var builtinNames: [String] { globals.builtinNames }

  // MARK: Output

  /// Forgets what earlier runs printed and did.
  func beginRun() {
    outputCount = 0
    exhibits = []
    pendingTrace = []
    failingFrame.forget()
    findings = []
    advice = nil
    derivativesChecked = 0
    state.pointee.handled = .unbound
    state.pointee.frameCount = 0
    state.pointee.top = state.pointee.registers
    state.pointee.fuel = limits.steps
    state.pointee.recordsCalls = false
    heap.pinned = []
    walkDepth = 0
    hashingDepth = 0
    stackFloor = NativeStack.floor()
    tracing.abandon(tape)
  }

  package func write(_ text: String) throws(Interruption) {
    try count(output: text, "the program printed more")
    output.append(contentsOf: text.utf8)
    if output.count > 1 << 16, let drainOutput {
      drainOutput(output)
      output.removeAll(keepingCapacity: true)
    }
  }

  /// A value that is shown is output too.
  func count(shown value: String?) throws(Interruption) {
    if let value { try count(output: value, "the value's text is longer") }
  }

  private func count(output text: String, _ excess: String) throws(Interruption) {
    outputCount += text.utf8.count
    if outputCount > limits.output {
      throw .limit(.outputLimit, "\(excess) than its limit of \(limits.output >> 10) KiB")
    }
  }

  /// Runs `body` without what it prints: of code that is run many times to look at its values.
  package func silently<R>(
    _ body: () throws(Interruption) -> R
  ) throws(Interruption) -> R {
    let (printed, count, drain) = (output.count, outputCount, drainOutput)
    let shown = exhibits.count
    drainOutput = nil
    defer {
      exhibits.removeLast(exhibits.count - shown)
      output.removeLast(output.count - printed)
      outputCount = count
      drainOutput = drain
    }
    return try body()
  }

  // MARK: Collection

  /// What a safe point does when a collection is due or the steps are used up.
  func pauseAtSafePoint() throws(Interruption) {
    if heap.counters.pointee.isCollectionDue { collectGarbage() }
    if state.pointee.fuel < 0 {
      throw .limit(
        .stepLimit, "the program did not end within its limit of \(limits.steps) steps")
    }
  }

  /// - Returns: the generators that nothing refers to and that have yet to be closed; they are kept.
  @discardableResult
  func collectGarbage() -> [Value] {
    var waiting: [Value] = []
    heap.collect { mark in
      globals.visitValues(mark)
      modules.visitValues(mark)
      for code in code { visitConstants(of: code, mark) }
      var register = state.pointee.registers
      while register < state.pointee.top {
        mark(register.pointee)
        register += 1
      }
      while register < state.pointee.highest {
        register.pointee = .unbound
        register += 1
      }
      state.pointee.highest = state.pointee.top
      for index in 0..<state.pointee.frameCount {
        mark(state.pointee.frames[index].function)
        if !state.pointee.frames[index].isPlain { mark(state.pointee.frames[index].made) }
      }
      mark(state.pointee.handled)
      failingFrame.visitValues(mark)
      for finding in findings { mark(finding.exception) }
      if let advice { mark(advice.exception) }
      mark(plainObjectClass)
      mark(tracebackClass)
      arrayLibrary?.visitValues(mark)
      tracing.visitValues(mark)
    } besides: { mark in
      waiting = visitWaitingGenerators(mark)
    }
    return waiting
  }

  private func visitConstants(of code: Code, _ mark: (Value) -> Void) {
    for index in 0..<code.constantCount { mark(code.constants[index]) }
    for function in code.functions { visitConstants(of: function, mark) }
  }
}

import NeuronSyntax
import SourceText

/// What all functions of one text are compiled against.
final class CompilationUnit {
  let source: SourceFragment
  /// Where its global names live.
  let namespace: Namespace
  let heap: Heap
  var diagnostics: [Diagnostic] = []
  /// Whether an assignment can happen in the middle of an expression, so that a variable's register
  /// may not stand for its value.
  let mayAssignInExpressions: Bool
  /// The names of variables that can lose their value again.
  let deletableNames: Set<String>

  init(text: ReadText, namespace: Namespace, heap: Heap) {
    source = text.module.source
    self.namespace = namespace
    self.heap = heap
    let bytes = source.utf8
    mayAssignInExpressions = zip(bytes, bytes.dropFirst()).contains {
      $0 == UInt8(ascii: ":") && $1 == UInt8(ascii: "=")
    }
    deletableNames = Self.deletableNames(in: text)
  }

  /// The names after `del` on its line, and after `as`, which `except` unbinds at its end.
  private static func deletableNames(in text: ReadText) -> Set<String> {
    var names: Set<String> = []
    var isDeleting = false
    var isAlias = false
    for token in text.tokens {
      let word = text.module.source.utf8[token.span.start..<token.span.end]
      switch token.kind {
      case .keyword:
        isDeleting = word.elementsEqual("del".utf8)
        isAlias = word.elementsEqual("as".utf8)
      case .name where isDeleting || isAlias:
        names.insert(String(decoding: word, as: UTF8.self))
        isAlias = false
      case .newline: isDeleting = false
      default: break
      }
    }
    return names
  }

  func reportUnsupported(_ construct: String, _ span: Span, help: String) {
    diagnostics.append(
      Diagnostic(
        .unsupportedSyntax, "\(construct) is not part of neuron", at: source.place(of: span),
        help: help))
  }
}

/// Compiles one function, or the statements of a module, to `Code`.
///
/// Registers: parameters and other local variables first, by `Scope.locals`; then temporaries, which
/// are taken and given back like a stack while expressions are compiled. The files
/// `FunctionCompiler+…` go from statements to expressions to names; this one holds what they share.
final class FunctionCompiler {
  let unit: CompilationUnit
  let name: String
  /// `outer.<locals>.inner`; the name alone where nothing is around.
  let qualifiedName: String
  /// `nil` for a module, whose names are global.
  let scope: Scope?
  /// The variables that have registers.
  let locals: [String]
  let isClassBody: Bool
  let registers: [String: Int]
  let freeIndices: [String: Int]
  /// The number of registers that are variables.
  let variableCount: Int
  /// Whether the code runs as a generator, which has the first register after the variables.
  let isGenerator: Bool

  private(set) var instructions: [Instruction] = []
  private var spans: [Span] = []
  private var constants: [Value] = []
  private var constantIndices: [ConstantKey: Int] = [:]
  private var siteNames: [String] = []
  private var keywordLists: [[String]] = []
  private(set) var functions: [Code] = []
  private var labels: [Int?] = []
  private var fixups: [Fixup] = []

  /// The next free temporary, and one more than the highest ever used.
  private(set) var nextRegister: Int
  private var registerCount: Int
  /// The span that instructions are attributed to.
  var span: Span
  /// The variables that certainly have a value here, by register.
  var assigned: Set<Int> = []
  /// The variables of the comprehensions around the place that are inlined.
  var inlinedVariables: [String: Int] = [:]
  /// The inlined comprehensions, inner ones before those around them.
  private var inlined: [Code.InlinedComprehension] = []
  /// The loops, handlers and contexts around the place, outermost first.
  var blocks: [Block] = []
  /// Where exceptions go that come up in handlers under way.
  var openHandlers: [(failed: Label, register: Int)] = []
  /// Where exceptions go.
  private var protections: [Protection] = []
  private var documentation: String?
  /// Whether comparisons may be fused with jumps, whose reach is 16 bits.
  private let fusesJumps: Bool

  /// Where `break` and `continue` go.
  struct Loop {
    var breakLabel: Label
    var continueLabel: Label
    /// Whether `continue` goes backwards and so must count steps.
    var continuesBackwards: Bool
    /// The register of what a `for` walks.
    var iterator: Int?
  }

  /// A place in the code, perhaps not known yet.
  struct Label {
    var index: Int
  }

  /// What leaving a place by `break`, `continue` or `return` has to see to.
  struct Block {
    enum Kind {
      case loop(Loop)
      /// The statements to run on every way out.
      case finally([Statement])
      /// Where the exception being handled stands, and the name that is unbound at the end.
      case handler(register: Int, name: String?)
      /// Where the context's `__exit__` stands.
      case context(register: Int)
    }

    var kind: Kind
    /// Whose exceptions are caught here; suspended while it is being left.
    var region: Region?
  }

  /// A stretch of instructions whose exceptions go to one place; interrupted where the code that leaves
  /// it is compiled in between.
  final class Region {
    let target: Label
    let register: Int
    fileprivate var start: Int?

    fileprivate init(target: Label, register: Int, start: Int) {
      self.target = target
      self.register = register
      self.start = start
    }
  }

  private struct Protection {
    var start: Int
    var end: Int
    var target: Label
    var register: Int
  }

  private struct Fixup {
    var instruction: Int
    var label: Label
    var isWide: Bool
  }

  private enum ConstantKey: Hashable {
    case number(tag: UInt64, payload: UInt64)
    /// As UTF-8, since equal texts of Swift may differ in their scalars.
    case string([UInt8])
    case integer(IntegerLiteral)
  }

  init(
    unit: CompilationUnit, name: String, qualifiedName: String, scope: Scope?, span: Span,
    isClassBody: Bool = false, fusesJumps: Bool = true
  ) {
    self.unit = unit
    self.name = name
    self.qualifiedName = qualifiedName
    self.scope = scope
    self.span = span
    self.isClassBody = isClassBody
    self.fusesJumps = fusesJumps
    var locals = scope?.locals ?? []
    // The class itself, which methods reach through `super()`.
    if isClassBody, scope?.boxed.contains("__class__") == true { locals.append("__class__") }
    self.locals = locals
    var registers: [String: Int] = [:]
    for (index, local) in locals.enumerated() { registers[local] = index }
    self.registers = registers
    var freeIndices: [String: Int] = [:]
    for (index, free) in (scope?.free ?? []).enumerated() { freeIndices[free] = index }
    self.freeIndices = freeIndices
    variableCount = locals.count
    isGenerator = scope?.isGenerator ?? false
    nextRegister = variableCount + (isGenerator ? 1 : 0)
    registerCount = nextRegister
  }

  // MARK: Results

  /// Compiles with `body`; once more with long jumps when one was out of reach.
  static func compile(
    unit: CompilationUnit, name: String, qualifiedName: String? = nil, scope: Scope?, span: Span,
    parameters: ParameterShape = ParameterShape(), captures: [Code.Capture] = [],
    isClassBody: Bool = false, _ body: (FunctionCompiler) -> Void
  ) -> Code {
    let problems = unit.diagnostics
    let qualifiedName = qualifiedName ?? name
    var compiler = FunctionCompiler(
      unit: unit, name: name, qualifiedName: qualifiedName, scope: scope, span: span,
      isClassBody: isClassBody)
    compiler.begin(parameters)
    body(compiler)
    if compiler.resolveJumps() == false {
      unit.diagnostics = problems
      compiler = FunctionCompiler(
        unit: unit, name: name, qualifiedName: qualifiedName, scope: scope, span: span,
        isClassBody: isClassBody, fusesJumps: false)
      compiler.begin(parameters)
      body(compiler)
      _ = compiler.resolveJumps()
    }
    return compiler.finish(parameters: parameters, captures: captures)
  }

  /// Marks parameters as assigned, and puts the variables that closures share into boxes.
  private func begin(_ parameters: ParameterShape) {
    assigned.formUnion(0..<parameters.count)
    guard let scope else { return }
    for (register, local) in locals.enumerated() where scope.boxed.contains(local) {
      emit(Instruction(.makeBox, a: register))
    }
  }

  private func finish(parameters: ParameterShape, captures: [Code.Capture]) -> Code {
    let capacity = Int(UInt16.max)
    if max(registerCount, constants.count, functions.count, siteNames.count) > capacity {
      unit.diagnostics.append(
        Diagnostic(
          .functionTooLarge,
          "'\(name)' is too large: a function has room for \(capacity) variables, constants and names",
          at: unit.source.place(of: span), help: "split it into several functions"))
    }
    return Code(
      name: name, qualifiedName: qualifiedName, namespace: unit.namespace, source: unit.source,
      instructions: instructions, spans: spans,
      constants: constants, siteNames: siteNames, keywordLists: keywordLists,
      functions: functions, registerCount: registerCount, parameters: parameters,
      localNames: locals, freeNames: scope?.free ?? [], captures: captures,
      handlers: protections.compactMap { protection in
        labels[protection.target.index].map {
          Code.Handler(
            start: protection.start, end: protection.end, target: $0,
            register: protection.register)
        }
      }, inlined: inlined, isGenerator: isGenerator, documentation: documentation)
  }

  // MARK: Emitting

  func emit(_ instruction: Instruction) {
    instructions.append(isGenerator ? endingGenerator(instruction) : instruction)
    spans.append(span)
  }

  /// Runs `body` with instructions attributed to `span`.
  func at<R>(_ newSpan: Span, _ body: () -> R) -> R {
    let outer = span
    span = newSpan
    defer { span = outer }
    return body()
  }

  /// Compiles a comprehension with `body`, among the instructions of this function.
  ///
  /// - Parameter variables: those that it has for itself, with their registers.
  func inline(_ name: String, variables: [String: Int], _ body: () -> Void) {
    let (start, outer) = (instructions.count, inlinedVariables)
    inlinedVariables.merge(variables) { $1 }
    body()
    inlinedVariables = outer
    assigned.subtract(variables.values)
    inlined.append(
      Code.InlinedComprehension(
        name: name, span: span, start: start, end: instructions.count, variables: variables))
  }

  // MARK: Regions

  /// Begins a stretch of instructions whose exceptions go to `target`.
  func beginRegion(target: Label, register: Int) -> Region {
    Region(target: target, register: register, start: instructions.count)
  }

  func suspend(_ region: Region) {
    guard let start = region.start else { return }
    if start < instructions.count {
      protections.append(
        Protection(
          start: start, end: instructions.count, target: region.target, register: region.register))
    }
    region.start = nil
  }

  func resume(_ region: Region) {
    region.start = instructions.count
  }

  /// Notes the text that statements begin with.
  func takeDocumentation(of body: [Statement]) {
    if case .expression(let first) = body.first?.kind, case .string(let text) = first.kind {
      documentation = text
    }
  }

  // MARK: Labels

  func makeLabel() -> Label {
    labels.append(nil)
    return Label(index: labels.count - 1)
  }

  func place(_ label: Label) {
    labels[label.index] = instructions.count
  }

  func emitJump(_ opcode: Opcode, a: Int = 0, to label: Label) {
    fixups.append(Fixup(instruction: instructions.count, label: label, isWide: true))
    emit(Instruction(opcode, a: a, wide: 0))
  }

  /// The second word of an instruction that jumps; the distance is counted from the word after it.
  func emitJumpWord(to label: Label) {
    emitJump(.jump, to: label)
  }

  /// A comparison fused with a jump; the caller made sure that `canFuse` holds.
  func emitFusedJump(_ opcode: Opcode, a: Int, b: Int, to label: Label) {
    fixups.append(Fixup(instruction: instructions.count, label: label, isWide: false))
    emit(Instruction(opcode, a: a, b: b))
  }

  var canFuse: Bool { fusesJumps }

  /// Fills in distances; `false` when one does not fit.
  private func resolveJumps() -> Bool {
    for fixup in fixups {
      guard let target = labels[fixup.label.index] else { continue }
      let distance = target - fixup.instruction - 1
      let old = instructions[fixup.instruction]
      if fixup.isWide {
        instructions[fixup.instruction] = Instruction(
          old.opcode, a: old.a, wide: distance, d: old.d)
      } else if let short = Int16(exactly: distance) {
        instructions[fixup.instruction] = Instruction(
          old.opcode, a: old.a, b: old.b, c: Int(short), d: old.d)
      } else {
        return false
      }
    }
    return true
  }

  // MARK: Registers and constants

  /// Takes temporaries that follow each other; given back by `releasing`.
  func takeRegisters(_ count: Int = 1) -> Int {
    let first = nextRegister
    nextRegister += count
    registerCount = max(registerCount, nextRegister)
    return first
  }

  /// Gives back the temporaries that `body` takes.
  func releasing<R>(_ body: () -> R) -> R {
    let mark = nextRegister
    defer { nextRegister = mark }
    return body()
  }

  func isVariable(_ register: Int) -> Bool { register < variableCount }

  func constant(_ value: Value) -> Int {
    index(of: .number(tag: value.tag, payload: value.payload)) { value }
  }

  func constant(_ text: String) -> Int {
    index(of: .string(Array(text.utf8))) {
      (try? unit.heap.string(text)) ?? .none
    }
  }

  func constant(_ literal: IntegerLiteral) -> Int {
    if let small = Int(literal.digits, radix: literal.radix) { return constant(Value(small)) }
    if literal.radix == 10, literal.digits.utf8.count > IntegerText.maximumDigits {
      unit.reportUnsupported(
        "a decimal number of more than \(IntegerText.maximumDigits) digits", span,
        help: "write it in hexadecimal, or as a power")
      return constant(Value(0))
    }
    return index(of: .integer(literal)) {
      (try? unit.heap.integer(parsing: literal)) ?? .none
    }
  }

  private func index(of key: ConstantKey, _ make: () -> Value) -> Int {
    if let known = constantIndices[key] { return known }
    constants.append(make())
    constantIndices[key] = constants.count - 1
    return constants.count - 1
  }

  /// A new site for an attribute's name.
  func site(_ name: String) -> Int {
    siteNames.append(name)
    return siteNames.count - 1
  }

  func keywordList(_ names: [String]) -> Int {
    if let known = keywordLists.firstIndex(of: names) { return known }
    keywordLists.append(names)
    return keywordLists.count - 1
  }

  func add(_ code: Code) -> Int {
    functions.append(code)
    return functions.count - 1
  }
}

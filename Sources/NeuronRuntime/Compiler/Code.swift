import SourceText

/// The compiled form of a function, or of a module's statements.
///
/// Made once and never changed, but for the attribute sites, which remember what they last found, and the
/// points of a `RunCoverage`.
final class Code {
  /// The name of what is not in a function; no function can have it.
  static let moduleName = "<module>"

  let name: String
  /// With the functions around it: `outer.<locals>.inner`, as messages and `repr` have it.
  let qualifiedName: String
  /// The module that it was written in.
  let namespace: Namespace
  let source: SourceFragment
  let instructions: UnsafeMutableBufferPointer<Instruction>
  /// For each instruction, where it came from.
  let spans: [Span]
  let constants: UnsafeMutableBufferPointer<Value>
  /// The names that `loadAttribute` and its kin refer to by site.
  let sites: UnsafeMutableBufferPointer<AttributeSite>
  let siteNames: [String]
  /// Keyword lists of calls.
  let keywordLists: [[String]]
  /// Functions defined in this one.
  let functions: [Code]
  /// Registers that a frame has.
  let registerCount: Int
  let parameters: ParameterShape
  /// Names of the registers that are variables, in order.
  let localNames: [String]
  let freeNames: [String]
  /// For each captured box: where the maker of the function finds it.
  let captures: [Capture]
  /// Whether a call makes a generator that runs it. The first register after the variables then holds
  /// that generator.
  let isGenerator: Bool
  /// The number of registers that are variables.
  let variableCount: Int
  /// The number of registers that are parameters.
  let parameterCount: Int
  /// The number of arguments that are the first registers as they stand; −1 where a call must arrange
  /// them or has no frame.
  let directArgumentCount: Int
  /// The number of parameters without a default that may be given by place.
  let requiredArgumentCount: Int
  /// Where exceptions go, inner regions before those around them.
  let handlers: [Handler]
  /// The comprehensions that run in the function's own frame, inner ones before those around them.
  let inlined: [InlinedComprehension]
  /// The text that the statements begin with, if they do.
  let documentation: String?
  /// The points that note what has been run, while somebody wants to know.
  var coverage: CodeCoverage?

  /// A region of instructions whose exceptions go to `target`, with the exception in a register.
  struct Handler {
    var start: Int
    var end: Int
    var target: Int
    var register: Int
  }

  /// A stretch of instructions that is a function of its own to whoever reads a report.
  struct InlinedComprehension {
    var name: String
    /// Where it is written.
    var span: Span
    var start: Int
    var end: Int
    /// Its variables, with their registers.
    var variables: [String: Int]
  }

  /// Where a box to be captured stands in the function around.
  enum Capture {
    case register(Int)
    case free(Int)
  }

  init(
    name: String, qualifiedName: String, namespace: Namespace, source: SourceFragment,
    instructions: [Instruction], spans: [Span],
    constants: [Value], siteNames: [String], keywordLists: [[String]], functions: [Code],
    registerCount: Int, parameters: ParameterShape, localNames: [String], freeNames: [String],
    captures: [Capture], handlers: [Handler], inlined: [InlinedComprehension], isGenerator: Bool,
    documentation: String?
  ) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.namespace = namespace
    self.source = source
    self.instructions = .allocate(capacity: instructions.count)
    _ = self.instructions.initialize(from: instructions)
    self.spans = spans
    self.constants = .allocate(capacity: max(constants.count, 1))
    _ = self.constants.initialize(from: constants)
    self.sites = .allocate(capacity: max(siteNames.count, 1))
    self.sites.initialize(repeating: AttributeSite())
    self.siteNames = siteNames
    self.keywordLists = keywordLists
    self.functions = functions
    self.registerCount = registerCount
    self.parameters = parameters
    self.localNames = localNames
    self.freeNames = freeNames
    self.captures = captures
    self.isGenerator = isGenerator
    variableCount = localNames.count
    parameterCount = parameters.count
    directArgumentCount = parameters.isSimple && !isGenerator ? parameters.positional : -1
    requiredArgumentCount = parameters.positional - parameters.positionalDefaults
    self.handlers = handlers
    self.inlined = inlined
    self.documentation = documentation
    constantCount = constants.count
  }

  let constantCount: Int

  deinit {
    instructions.deallocate()
    constants.deallocate()
    sites.deallocate()
  }

  /// Where an exception goes that an instruction raised.
  func handler(of instruction: UnsafePointer<Instruction>) -> Handler? {
    guard !handlers.isEmpty, let base = instructions.baseAddress else { return nil }
    let index = instruction - UnsafePointer(base)
    return handlers.first { $0.start <= index && index < $0.end }
  }

  /// The inlined comprehensions that an instruction is in, from the innermost outwards.
  func comprehensions(around instruction: UnsafePointer<Instruction>) -> [InlinedComprehension] {
    guard !inlined.isEmpty, let base = instructions.baseAddress else { return [] }
    let index = instruction - UnsafePointer(base)
    return inlined.filter { $0.start <= index && index < $0.end }
  }

  /// Where the instruction at an address came from.
  func place(of instruction: UnsafePointer<Instruction>) -> Place {
    guard let base = instructions.baseAddress else { return source.place(of: Span(0, 0)) }
    // What goes wrong before the first instruction is shown at it.
    let index = max(instruction - UnsafePointer(base), 0)
    return source.place(of: spans.indices.contains(index) ? spans[index] : Span(0, 0))
  }
}

/// What a `loadAttribute` or `loadMethod` last found, so that it need not look again.
struct AttributeSite {
  /// The address of the module that had it, the number of the instance's shape, or the kind of the
  /// object whose method it is; no address is as small as a kind. 0 when nothing is remembered.
  var receiver: UInt64 = 0
  /// The module's member or the class's function; unbound when `slot` tells the instance's attribute.
  var value: Value = .unbound
  /// The state of classes at which it was found; of no meaning for modules and kinds.
  var epoch: UInt32 = 0
  var slot: Int32 = 0

  /// The `value` of a site that adds an attribute, which gives an instance another shape.
  static func adding(_ shape: Unmanaged<Shape>) -> Value {
    Value(
      tag: UInt64(Kind.foreign.rawValue), payload: UInt64(UInt(bitPattern: shape.toOpaque())))
  }

  /// The shape that an instance gets when the attribute is set; `nil` when it keeps its own. It is
  /// alive as long as an instance with the shape remembered is.
  @inline(__always)
  var nextShape: Unmanaged<Shape>? {
    UnsafeRawPointer(bitPattern: value.tag == 0 ? 0 : UInt(value.payload)).map {
      Unmanaged.fromOpaque($0)
    }
  }
}

/// How arguments find their registers. Parameters stand in the registers in the order
/// positional-only, ordinary, keyword-only, `*rest`, `**keywordRest`.
struct ParameterShape {
  var positionalOnly = 0
  /// Positional-only and ordinary ones together.
  var positional = 0
  var keywordOnly = 0
  var hasRest = false
  var hasKeywordRest = false
  /// Defaults of the last positional parameters; they stand first among the function's defaults.
  var positionalDefaults = 0
  /// For each keyword-only parameter, the index among the function's defaults, if it has one.
  var keywordDefaults: [Int?] = []

  /// Registers that parameters take.
  var count: Int { positional + keywordOnly + (hasRest ? 1 : 0) + (hasKeywordRest ? 1 : 0) }
  /// Whether arguments given by place are all there is to it.
  var isSimple: Bool { keywordOnly == 0 && !hasRest && !hasKeywordRest }
}

extension Code {
  /// Whether it is the method by which objects of a class are called.
  var isCallOfObject: Bool {
    name == "__call__" && qualifiedName.hasSuffix(".__call__")
      && !qualifiedName.hasSuffix("<locals>.__call__")
  }

  /// What its calls are named by: for the `__call__` of a class that class, as who reads of them thinks of
  /// the object.
  var callName: String {
    guard isCallOfObject else { return name }
    let parts = qualifiedName.split(separator: ".")
    return parts.dropLast().last.map(String.init) ?? name
  }
}

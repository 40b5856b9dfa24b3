import NeuronSyntax
import SourceText

/// What a program may import beyond the library: texts that the host finds, since the machine sees no
/// file.
public struct ModuleSources: Sendable {
  /// The text of a module, `nil` where there is none, or why it cannot be had.
  public var load: @Sendable (_ name: String) -> Result<SourceFile, Diagnostic>?
  /// The modules that there are, sorted.
  public var names: @Sendable () -> [String]

  public init(
    load: @escaping @Sendable (_ name: String) -> Result<SourceFile, Diagnostic>?,
    names: @escaping @Sendable () -> [String]
  ) {
    self.load = load
    self.names = names
  }

  /// No modules but those of the library.
  public static let library = ModuleSources(load: { _ in nil }, names: { [] })
}

/// What a module has besides its name when the program's author wrote it: its members are the names of
/// its text.
final class ProgramModule {
  let namespace: Namespace
  /// As messages name where it came from: `helpers.py`.
  let fileName: String
  /// Whether its text is still being run: what imports it meanwhile sees what it has so far.
  var isInitializing = true

  init(namespace: Namespace, fileName: String) {
    self.namespace = namespace
    self.fileName = fileName
  }
}

/// The modules of a session, and what was found in those that the author wrote.
struct ModuleTable {
  var sources = ModuleSources.library
  /// Whether the author's modules are checked as cells are.
  var isChecked = false
  /// Problems found in modules and not reported yet.
  var problems: [Diagnostic] = []
  fileprivate var loaded: [String: Value] = [:]
  fileprivate var makers: [(name: String, make: (Machine) -> NativeModule)] = []
  /// What each module's text gave when it was read: once, however often its import is tried.
  fileprivate var readings: [String: Reading] = [:]
  /// Imports under way, each within the one before.
  fileprivate var depth = 0
  /// For modules that Python has or people look for and that are not here: what to write instead.
  var advice: [String: String] = [:]

  fileprivate enum Reading {
    case missing
    case text(ReadText)
    /// The type and message of the exception to raise.
    case unusable(ExceptionType, String)
  }

  /// The modules of the library.
  var libraryNames: [String] { makers.map(\.name) }

  func visitValues(_ visit: (Value) -> Void) {
    for name in loaded.keys.sorted() { if let module = loaded[name] { visit(module) } }
  }
}

extension Machine {
  /// Imports within imports; each runs the interpreter anew on the host's stack.
  private static let importDepthLimit = 100

  /// Makes a module importable; `make` runs at the first import.
  package func defineModule(_ name: String, _ make: @escaping (Machine) -> NativeModule) {
    modules.makers.append((name, make))
  }

  /// A module that the program has imported.
  func loadedModule(_ name: String) -> NativeModule? {
    guard let module = modules.loaded[name], module.kind == .module else { return nil }
    return module.moduleObject.pointee.module._withUnsafeGuaranteedRef { $0 }
  }

  /// Says of modules that are not here what to write instead.
  package func adviseOnMissingModules(_ advice: [String: String]) {
    modules.advice = advice
  }

  /// Everything that can be imported, for messages.
  var importableNames: [String] {
    modules.libraryNames.filter { !$0.hasPrefix("_") }.sorted() + modules.sources.names()
  }

  func importModule(_ name: String) throws(Interruption) -> Value {
    if let known = modules.loaded[name] { return known }
    let reading = name.contains(".") ? .missing : read(name)
    if modules.libraryNames.contains(name) {
      if case .missing = reading { return libraryModule(name) }
      throw .raised(
        .importing, "the file '\(name).py' has the name of the module '\(name)': rename it")
    }
    switch reading {
    case .text(let text): return try runModule(name, text)
    case .unusable(let type, let message): throw .raised(type, message)
    case .missing: throw try noModule(name)
    }
  }

  /// A module of the library, which is made when it is first asked for; `None` when there is none.
  package func libraryModule(_ name: String) -> Value {
    if let known = modules.loaded[name] { return known }
    guard let maker = modules.makers.first(where: { $0.name == name }) else { return .none }
    let module = heap.module(maker.make(self))
    modules.loaded[name] = module
    return module
  }

  private func noModule(_ name: String) throws(Interruption) -> Interruption {
    lookedUp = (name, { [unowned self] in importableNames })
    let parent = String(name.prefix { $0 != "." })
    if parent != name {
      _ = try importModule(parent)
      let isPackage = modules.libraryNames.contains { $0.hasPrefix(parent + ".") }
      if !isPackage {
        return .raised(
          .moduleNotFound, "No module named '\(name)'; '\(parent)' is not a package")
      }
    }
    return .raised(
      .moduleNotFound,
      modules.advice[name] == nil
        ? "No module named '\(name)'" : "the module '\(name)' is not part of neuron")
  }

  private func read(_ name: String) -> ModuleTable.Reading {
    if let known = modules.readings[name] { return known }
    let reading = readAnew(name)
    modules.readings[name] = reading
    return reading
  }

  private func readAnew(_ name: String) -> ModuleTable.Reading {
    switch modules.sources.load(name) {
    case nil: return .missing
    case .failure(let problem):
      modules.problems.append(problem)
      return .unusable(.importing, "\(name).py: \(problem.message)")
    case .success(let file):
      let text = readNeuron(SourceFragment(file))
      modules.problems += text.diagnostics
      if let error = text.diagnostics.first(where: \.isError) {
        return unusable(name, error)
      }
      if modules.isChecked {
        var checker = StaticChecker(builtins: builtinNames)
        modules.problems += checker.check(text.module)
      }
      return .text(text)
    }
  }

  private func unusable(_ name: String, _ error: Diagnostic) -> ModuleTable.Reading {
    var line = 1
    if case .text(let place) = error.location { line = place.start.line }
    return .unusable(.syntax, "\(error.message) (\(name).py, line \(line))")
  }

  /// Runs a module's text in a namespace of its own. One that fails is not kept: the next import runs
  /// it again, as Python does.
  private func runModule(_ name: String, _ text: ReadText) throws(Interruption) -> Value {
    try spendSteps(text.module.source.utf8.count)
    if modules.depth >= Self.importDepthLimit {
      throw .limit(.recursionLimit, "RecursionError: maximum recursion depth exceeded")
    }
    let namespace = try makeNamespace(name)
    let (code, problems) = compileModule(text, namespace: namespace, heap: heap)
    if let error = problems.first(where: \.isError) {
      modules.problems += problems
      let reading = unusable(name, error)
      modules.readings[name] = reading
      return try importModule(name)
    }
    let contents = ProgramModule(namespace: namespace, fileName: "\(name).py")
    let module = heap.module(NativeModule(name: name, program: contents))
    modules.loaded[name] = module
    modules.depth += 1
    defer {
      modules.depth -= 1
      contents.isInitializing = false
    }
    do throws(Interruption) {
      _ = try runModule(code)
    } catch {
      modules.loaded[name] = nil
      throw error
    }
    return module
  }

  func makeNamespace(_ name: String) throws(Interruption) -> Namespace {
    let namespace = Namespace(name, in: globals)
    namespace.set("__name__", try heap.string(name))
    return namespace
  }

  func moduleRepresentation(_ object: Value) -> String {
    let module = object.moduleObject.pointee.module._withUnsafeGuaranteedRef { $0 }
    let origin = module.program.map { " from '\($0.fileName)'" } ?? ""
    return "<module '\(module.name)'\(origin)>"
  }

  // MARK: Members

  func moduleMember(_ name: String, of object: Value) throws(Interruption) -> Value {
    let module = object.moduleObject.pointee.module._withUnsafeGuaranteedRef { $0 }
    if let value = module[name] { return value }
    if name == "__name__" { return try heap.string(module.name) }
    lookedUp = (name, { module.names })
    if let program = module.program, program.isInitializing {
      throw .raised(
        .attribute,
        "partially initialized module '\(module.name)' has no attribute '\(name)' (most likely due to a circular import)"
      )
    }
    if let reason = module.reasonForAbsence?(name) { throw .raised(.attribute, reason) }
    throw .raised(.attribute, "module '\(module.name)' has no attribute '\(name)'")
  }

  func setModuleMember(
    _ name: String, of object: Value, to value: Value
  ) throws(Interruption) {
    let module = object.moduleObject.pointee.module._withUnsafeGuaranteedRef { $0 }
    guard let program = module.program else {
      throw .raised(
        .attribute, "the module '\(module.name)' cannot be changed in neuron: bind a name instead")
    }
    program.namespace.set(name, value)
  }

  func deleteModuleMember(_ name: String, of object: Value) throws(Interruption) {
    let module = object.moduleObject.pointee.module._withUnsafeGuaranteedRef { $0 }
    guard let program = module.program else {
      throw .raised(.attribute, "the module '\(module.name)' cannot be changed in neuron")
    }
    if !program.namespace.remove(name) {
      throw .raised(.attribute, "module '\(module.name)' has no attribute '\(name)'")
    }
  }

  func importMember(_ object: Value, _ name: String) throws(Interruption) -> Value {
    let module = object.moduleObject.pointee.module._withUnsafeGuaranteedRef { $0 }
    if let value = module[name] { return value }
    lookedUp = (name, { module.names })
    if let reason = module.reasonForAbsence?(name) { throw .raised(.importing, reason) }
    guard let program = module.program else {
      throw .raised(
        .importing, "cannot import name '\(name)' from '\(module.name)' (unknown location)")
    }
    throw .raised(
      .importing,
      program.isInitializing
        ? "cannot import name '\(name)' from partially initialized module '\(module.name)' (most likely due to a circular import) (\(program.fileName))"
        : "cannot import name '\(name)' from '\(module.name)' (\(program.fileName))")
  }

  /// `from module import *`: its public names, or those that its `__all__` lists.
  func importAll(_ object: Value, into namespace: Namespace) throws(Interruption) {
    let module = object.moduleObject.pointee.module._withUnsafeGuaranteedRef { $0 }
    guard let listed = module["__all__"] else {
      for name in module.names where !name.hasPrefix("_") {
        if let value = module[name] { namespace.set(name, value) }
      }
      return
    }
    for name in try allItems(of: listed) {
      guard name.kind == .string else {
        throw .raised(
          .type, "Item in \(module.name).__all__ must be str, not \(typeName(name))")
      }
      namespace.set(textOf(name), try moduleMember(textOf(name), of: object))
    }
  }
}

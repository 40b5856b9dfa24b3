import Platform
import SourceText

/// Sets formulas: HTML for the eye and MathML for all else, by KaTeX.
///
///     let typesetter = Typesetter(cache: FormulaCache(serialized: kept))
///     try typesetter.typeset(Formula(tex: #"\sigma(z)"#, isDisplay: false)).get()
///     // <span class="katex"><span class="katex-mathml">…
///
/// The engine is opened when the first formula comes that the cache has not. Safe to share between
/// threads: one formula is set at a time.
public final class Typesetter: Sendable {
  private struct State {
    var cache: FormulaCache
    var katex: KaTeX?
    var missing: MissingTool?
    var duration = Duration.zero
  }

  /// What is not installed.
  private enum MissingTool {
    case engine
    /// The engine is there, but not what it needs.
    case addressSpace
    case katex(String?)
  }

  private let state: Locked<State>
  private let folder: KaTeXFolder?
  private let engineNames: [String]
  private let limits: TypesettingLimits
  private let clock: (@Sendable () -> Duration)?

  /// A typesetter with the tools of this machine.
  ///
  /// - Parameter clock: what `duration` is measured by.
  public convenience init(
    cache: FormulaCache = FormulaCache(), limits: TypesettingLimits = TypesettingLimits(),
    clock: (@Sendable () -> Duration)? = nil
  ) {
    self.init(
      cache: cache, limits: limits, folder: .installed(),
      engineNames: JavaScriptCore.standardNames, clock: clock)
  }

  /// A typesetter with KaTeX from `folder`, run by the first library of `engineNames` that opens.
  public init(
    cache: FormulaCache, limits: TypesettingLimits, folder: KaTeXFolder?, engineNames: [String],
    clock: (@Sendable () -> Duration)? = nil
  ) {
    self.clock = clock
    var cache = cache
    let identity = folder?.identity
    if let identity { cache.require(identity: "\(KaTeX.optionsIdentity)\n\(identity)") }
    let missing: MissingTool? = identity == nil ? .katex(folder?.script) : nil
    self.state = Locked(State(cache: cache, missing: missing))
    self.folder = folder
    self.engineNames = engineNames
    self.limits = limits
  }

  /// The HTML of a formula, to be put into a page as it is.
  ///
  /// The engine takes up to 5 MB of the calling thread's stack. On a thread with less than 1 MB a
  /// deeply nested formula is rejected that passes elsewhere.
  public func typeset(_ formula: Formula) -> Result<String, TypesettingFailure> {
    guard let clock else { return state.withLock { typeset(formula, &$0) } }
    let start = clock()
    return state.withLock { state in
      defer { state.duration += clock() - start }
      return typeset(formula, &state)
    }
  }

  /// How long callers have waited for formulas, all together; zero without a clock.
  public var duration: Duration { state.withLock(\.duration) }

  /// Why a formula cannot be set; `nil` when it can. For most this takes far less than setting it.
  public func failure(of formula: Formula) -> TypesettingFailure? {
    state.withLock { state in
      if case .katex = state.missing { return .unavailable }
      if state.cache.knows(formula) { return nil }
      if formula.growsLittle, formula.offset(deeperThan: limits.depth) == nil,
        let katex = loadedKaTeX(in: &state), katex.reads(formula)
      {
        state.cache.insertReadable(formula)
        return nil
      }
      if case .failure(let failure) = typeset(formula, &state) { return failure }
      return nil
    }
  }

  private func typeset(
    _ formula: Formula, _ state: inout State
  ) -> Result<String, TypesettingFailure> {
    if case .katex = state.missing { return .failure(.unavailable) }
    if let html = state.cache.html(of: formula) { return .success(html) }
    let length = formula.tex.utf8.count
    guard length <= limits.texLength else {
      return .failure(.tooLong(bytes: length, limit: limits.texLength))
    }
    if let offset = formula.offset(deeperThan: limits.depth) {
      return .failure(
        .rejected(
          message: "more than \(limits.depth) groups are nested", offset: offset, length: 0))
    }
    guard let katex = loadedKaTeX(in: &state) else { return .failure(.unavailable) }
    let result = katex.typeset(formula)
    switch result {
    case .success(let html): state.cache.insert(html, for: formula)
    case .failure(.timedOut): state.katex = nil
    case .failure: break
    }
    return result
  }

  /// What was kept before and what has been set since, to be saved.
  public var cache: FormulaCache { state.withLock { $0.cache } }

  /// What pages with formulas need beside them; `nil` without KaTeX.
  public var style: KaTeXStyle? { folder.flatMap(KaTeXStyle.init(in:)) }

  /// What is not installed, found out when a formula had to be set; one warning for a whole run.
  public var problem: Diagnostic? {
    switch state.withLock({ $0.missing }) {
    case nil: nil
    case .engine:
      Diagnostic(
        .mathUnavailable, "formulas are shown as TeX: JavaScriptCore could not be opened",
        file: engineNames.first { $0.hasPrefix("lib") } ?? engineNames.first ?? "JavaScriptCore",
        help: "on Debian: apt-get install libjavascriptcoregtk-4.1-0 (macOS has it)")
    case .addressSpace:
      Diagnostic(
        .mathUnavailable,
        "formulas are shown as TeX: JavaScriptCore needs \(AddressSpace.engineNeeds >> 30) GB of addresses",
        file: engineNames.first { $0.hasPrefix("lib") } ?? engineNames.first ?? "JavaScriptCore",
        help: "raise the limit that `ulimit -v` shows; only addresses are meant, not memory")
    case .katex(let sought):
      Diagnostic(
        .mathUnavailable, "formulas are shown as TeX: KaTeX was not found",
        file: sought ?? KaTeXFolder.standardPaths[0] + "/katex.min.js",
        help: "on Debian: apt-get install libjs-katex fonts-katex; with Homebrew's node: "
          + "npm install -g katex; elsewhere: let \(KaTeXFolder.variable) name KaTeX's folder")
    }
  }

  private func loadedKaTeX(in state: inout State) -> KaTeX? {
    if let katex = state.katex { return katex }
    if state.missing != nil { return nil }
    guard AddressSpace.hasRoom(for: AddressSpace.engineNeeds) else {
      state.missing = .addressSpace
      return nil
    }
    guard let engine = JavaScriptCore(firstOf: engineNames) else {
      state.missing = .engine
      return nil
    }
    guard let path = folder?.script, let script = contents(ofFile: path),
      let katex = KaTeX(engine: engine, script: script, limits: limits)
    else {
      state.missing = .katex(folder?.script)
      return nil
    }
    state.katex = katex
    return katex
  }
}

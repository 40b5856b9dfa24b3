import Platform
import SourceText

/// Sets formulas, HTML for the eye and MathML for all else, by KaTeX; colours code by highlight.js.
///
///     let typesetter = Typesetter(cache: FormulaCache(serialized: kept))
///     try typesetter.typeset(Formula(tex: #"\sigma(z)"#, isDisplay: false)).get()
///     // <span class=katex><span class=katex-mathml>…
///
/// The engine is opened when the first formula or code comes that the cache has not. Safe to share between
/// threads: one formula is set at a time.
public final class Typesetter: Sendable {
  private struct State {
    var cache: FormulaCache
    var katex: KaTeX?
    var missing: MissingTool?
    var highlighter: HighlightJS?
    /// Whether code was to be coloured and highlight.js is not there.
    var lacksHighlighter = false
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
  private let highlightScript: String?
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
      highlightScript: HighlightJS.installedScript(), engineNames: JavaScriptCore.standardNames,
      clock: clock)
  }

  /// A typesetter with KaTeX from `folder` and highlight.js from `highlightScript`, run by the first
  /// library of `engineNames` that opens.
  public init(
    cache: FormulaCache, limits: TypesettingLimits, folder: KaTeXFolder?,
    highlightScript: String? = nil, engineNames: [String],
    clock: (@Sendable () -> Duration)? = nil
  ) {
    self.clock = clock
    var cache = cache
    let identity = folder?.identity
    let parts = [
      KaTeX.optionsIdentity, identity, folder.flatMap { fileIdentity($0.styleSheet) },
      HighlightJS.optionsIdentity, highlightScript.flatMap(fileIdentity),
    ]
    cache.require(identity: parts.map { $0 ?? "none" }.joined(separator: "\n"))
    let missing: MissingTool? = identity == nil ? .katex(folder?.script) : nil
    self.state = Locked(State(cache: cache, missing: missing))
    self.folder = folder
    self.highlightScript = highlightScript
    self.engineNames = engineNames
    self.limits = limits
  }

  /// The HTML of a formula, to be put into a page as it is.
  ///
  /// The engine takes up to 5 MB of the calling thread's stack. On a thread with less than 1 MB a
  /// deeply nested formula is rejected that passes elsewhere.
  public func typeset(_ formula: Formula) -> Result<String, TypesettingFailure> {
    timed { typeset(formula, &$0) }
  }

  /// How long callers have waited for formulas and code, all together; zero without a clock.
  public var duration: Duration { state.withLock(\.duration) }

  /// Why a formula cannot be set; `nil` when it can. For most this takes far less than setting it.
  public func failure(of formula: Formula) -> TypesettingFailure? {
    state.withLock { state in
      if case .katex = state.missing { return .unavailable }
      if state.cache.knows(formula.key) { return nil }
      if formula.growsLittle, formula.offset(deeperThan: limits.depth) == nil,
        let katex = loadedKaTeX(in: &state), katex.reads(formula)
      {
        state.cache.insertReadable(formula.key)
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
    if let html = state.cache.html(of: formula.key) { return .success(html) }
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
    case .success(let html): state.cache.insert(html, for: formula.key)
    case .failure(.timedOut): state.katex = nil
    case .failure: break
    }
    return result
  }

  /// Code as HTML in the classes that neuron's own code has; `nil` for a language that is not known, for
  /// very long code, and without highlight.js.
  public func highlighted(_ code: ForeignCode) -> String? {
    guard code.mayHaveColours, code.text.utf8.count <= limits.codeLength else { return nil }
    return timed { state in
      if let html = state.cache.html(of: code.key) { return html }
      if state.cache.knows(code.key) { return nil }
      guard let highlighter = loadedHighlighter(in: &state) else { return nil }
      switch highlighter.html(of: code) {
      case .success(let html):
        state.cache.insert(html ?? "", for: code.key)
        return html
      case .failure(.timedOut):
        state.highlighter = nil
        return nil
      case .failure(.threw): return nil
      }
    }
  }

  private func timed<Result>(_ body: (inout State) -> Result) -> Result {
    guard let clock else { return state.withLock(body) }
    let start = clock()
    return state.withLock { state in
      defer { state.duration += clock() - start }
      return body(&state)
    }
  }

  private func loadedHighlighter(in state: inout State) -> HighlightJS? {
    if let highlighter = state.highlighter { return highlighter }
    guard !state.lacksHighlighter, let engine = openedEngine(in: &state) else { return nil }
    state.highlighter = highlightScript.flatMap(contents(ofFile:)).flatMap {
      HighlightJS(engine: engine, script: $0, limits: limits)
    }
    state.lacksHighlighter = state.highlighter == nil
    return state.highlighter
  }

  /// What was kept before and what has been set since, to be saved.
  public var cache: FormulaCache { state.withLock { $0.cache } }

  /// What pages with formulas need beside them; `nil` without KaTeX.
  public var style: KaTeXStyle? { folder.flatMap(KaTeXStyle.init(in:)) }

  /// What is not installed, found out when it was needed; one warning each for a whole run.
  public var problems: [Diagnostic] { [problem, highlighterProblem].compactMap { $0 } }

  private var highlighterProblem: Diagnostic? {
    guard state.withLock({ $0.lacksHighlighter }) else { return nil }
    return Diagnostic(
      .highlightingUnavailable,
      "code in other languages has no colours: highlight.js was not found",
      file: highlightScript ?? HighlightJS.standardPaths[0],
      help: "on Debian: apt-get install libjs-highlight.js; with Homebrew's node: "
        + "npm install -g @highlightjs/cdn-assets; elsewhere: let \(HighlightJS.variable) name highlight.min.js"
    )
  }

  private var problem: Diagnostic? {
    switch state.withLock({ $0.missing }) {
    case nil: nil
    case .engine:
      Diagnostic(
        .mathUnavailable,
        "formulas are shown as TeX, code without colours: JavaScriptCore could not be opened",
        file: engineNames.first { $0.hasPrefix("lib") } ?? engineNames.first ?? "JavaScriptCore",
        help: "on Debian: apt-get install libjavascriptcoregtk-4.1-0 (macOS has it)")
    case .addressSpace:
      Diagnostic(
        .mathUnavailable,
        "formulas are shown as TeX, code without colours: JavaScriptCore needs \(AddressSpace.engineNeeds >> 30) GB of addresses",
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
    guard let engine = openedEngine(in: &state) else { return nil }
    guard let folder, let script = contents(ofFile: folder.script),
      let katex = KaTeX(
        engine: engine, script: script, styleSheet: contents(ofFile: folder.styleSheet) ?? [],
        limits: limits)
    else {
      state.missing = .katex(folder?.script)
      return nil
    }
    state.katex = katex
    return katex
  }

  private func openedEngine(in state: inout State) -> JavaScriptCore? {
    switch state.missing {
    case .engine, .addressSpace: return nil
    case nil, .katex: break
    }
    guard AddressSpace.hasRoom(for: AddressSpace.engineNeeds) else {
      state.missing = .addressSpace
      return nil
    }
    guard let engine = JavaScriptCore(firstOf: engineNames) else {
      state.missing = .engine
      return nil
    }
    return engine
  }
}

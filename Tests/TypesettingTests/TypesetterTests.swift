import SourceText
import Testing

@testable import Typesetting

@Suite struct TypesetterTests {
  private static let shared = Typesetter()

  /// Why a formula cannot be set, which only checking it must tell alike.
  private func failure(_ tex: String, isDisplay: Bool = false) -> TypesettingFailure? {
    let formula = Formula(tex: tex, isDisplay: isDisplay)
    let found = Self.shared.failure(of: formula)
    switch Self.shared.typeset(formula) {
    case .success: #expect(found == nil)
    case .failure(let failure): #expect(found == failure)
    }
    return found
  }

  @Test func `a formula becomes HTML with MathML`() throws {
    let html = try Self.shared.typeset(Formula(tex: #"\frac{1}{1+e^{-z}}"#, isDisplay: false)).get()
    #expect(
      html.hasPrefix(
        "<span class=katex><span class=katex-mathml><math><mfrac><mn>1</mn><mrow><mn>1</mn><mo>+</mo>"
          + "<msup><mi>e</mi><mrow><mo>−</mo><mi>z</mi></mrow></msup></mrow></mfrac></math></span>"
          + "<i class=katex-html aria-hidden=true><i class=base>"))
    #expect(!html.contains("katex-display"))
  }

  @Test func `a display formula is a block`() throws {
    let html = try Self.shared.typeset(Formula(tex: "x", isDisplay: true)).get()
    #expect(html.hasPrefix(#"<span class="katex-display">"#))
  }

  @Test func `Greek letters may stand as themselves`() {
    #expect(failure("δJ = σ(z)") == nil)
  }

  @Test(arguments: [
    (#"a+\foo"#, "undefined control sequence: \\foo", 2, 4),
    (#"\frac{1}{2"#, "unexpected end of input in a macro argument, expected '}'", 10, 0),
    ("x}", "expected 'EOF', got '}'", 1, 1),
    (#"σ^2 + \foo"#, "undefined control sequence: \\foo", 7, 4),
    (#"😀\foo"#, "undefined control sequence: \\foo", 4, 4),
  ])
  func `a rejected formula names the place in UTF-8 bytes`(
    tex: String, message: String, offset: Int, length: Int
  ) {
    #expect(failure(tex) == .rejected(message: message, offset: offset, length: length))
  }

  @Test func `a fault in a macro is where the formula defines it`() {
    #expect(
      failure(#"\def\a{\foo}\a"#)
        == .rejected(message: "undefined control sequence: \\foo", offset: 7, length: 4))
  }

  @Test func `a comment that swallows the end is a forgotten backslash`() {
    guard case .rejected(let message, _, _)? = failure("50% of x") else {
      Issue.record("the formula passed")
      return
    }
    #expect(message.contains("comment"))
  }

  @Test(arguments: [
    (#"a\href{javascript:alert(1)}{x}"#, #"\href"#, 1), (#"\url{https://e.com}"#, #"\url"#, 0),
    (#"\includegraphics{a.png}"#, #"\includegraphics"#, 0), (#"σ\htmlId{a}{b}"#, #"\htmlId"#, 2),
    (#"\def\htmlClassic{}\htmlClassic\htmlClass{x}{y}"#, #"\htmlClass"#, 30),
  ])
  func `links, pictures and classes from TeX are refused`(tex: String, command: String, at: Int) {
    #expect(
      failure(tex)
        == .rejected(
          message: "formulas cannot use \(command)", offset: at, length: command.utf8.count))
  }

  @Test func `a macro defined in one formula is unknown to the next`() {
    #expect(failure(#"\gdef\mine{x}\mine"#) == nil)
    #expect(failure(#"\mine"#) != nil)
  }

  @Test func `an endless formula is stopped and the next one is set`() throws {
    var limits = TypesettingLimits()
    limits.seconds = 0.2
    let typesetter = Typesetter(cache: FormulaCache(), limits: limits)
    let bomb =
      #"\def\a{xxxxxxxx}"# + String(repeating: #"\edef\a{\a\a\a\a\a\a\a\a}"#, count: 4)
      + String(repeating: #"\edef\b{\a}"#, count: 900)
    #expect(
      typesetter.typeset(Formula(tex: bomb, isDisplay: false)) == .failure(.timedOut(seconds: 0.2)))
    #expect(throws: Never.self) {
      try typesetter.typeset(Formula(tex: "x", isDisplay: false)).get()
    }
  }

  @Test(arguments: ["{", #"\sqrt{"#, #"\left("#, #"\begin{matrix}"#])
  func `deep nesting is rejected`(opening: String) {
    let tex = String(repeating: opening, count: 1_000) + " "
    guard case .rejected("more than 200 groups are nested", _?, 0)? = failure(tex) else {
      Issue.record("not the expected failure: \(String(describing: failure(tex)))")
      return
    }
  }

  @Test func `many groups side by side are no depth`() {
    #expect(failure(String(repeating: #"\left({x}\right)\{"#, count: 300)) == nil)
  }

  @Test func `TeX beyond the limit is not looked at`() {
    #expect(
      failure(String(repeating: "x", count: 20_001)) == .tooLong(bytes: 20_001, limit: 20_000))
  }

  @Test func `output beyond the limit is refused`() {
    var limits = TypesettingLimits()
    limits.outputLength = 100
    let typesetter = Typesetter(cache: FormulaCache(), limits: limits)
    guard
      case .failure(.tooLong(_, limit: 100)) = typesetter.typeset(
        Formula(tex: "x", isDisplay: false))
    else {
      Issue.record("the output was accepted")
      return
    }
  }

  @Test func `without KaTeX there is one warning that says what to install`() throws {
    let typesetter = Typesetter(
      cache: FormulaCache(), limits: TypesettingLimits(), folder: KaTeXFolder(path: "/nowhere"),
      engineNames: JavaScriptCore.standardNames)
    #expect(typesetter.typeset(Formula(tex: "x", isDisplay: false)) == .failure(.unavailable))
    let problem = try #require(typesetter.problems.first)
    #expect(problem.rule == .mathUnavailable)
    #expect(problem.location == .file("/nowhere/katex.min.js"))
    #expect(problem.help?.contains("libjs-katex") == true)
  }

  @Test func `without an engine there is one warning that says what to install`() throws {
    let typesetter = Typesetter(
      cache: FormulaCache(), limits: TypesettingLimits(), folder: .installed(),
      engineNames: ["libnowhere.so.0"])
    #expect(typesetter.problems.isEmpty)
    #expect(typesetter.typeset(Formula(tex: "x", isDisplay: false)) == .failure(.unavailable))
    #expect(typesetter.problems.first?.help?.contains("libjavascriptcoregtk-4.1-0") == true)
  }

  @Test(arguments: [
    ("python", "x = 1  # é", "x = <span class=m>1</span>  <span class=c># é</span>"),
    ("json", #"{"a": true}"#, #"{<span class=p>"a"</span>: <span class=k>true</span>}"#),
    ("html", "<b>&amp;", "&lt;<span class=k>b</span>&gt;<span class=m>&amp;amp;</span>"),
    ("python", "", ""),
  ])
  func `code has the few classes that pages have colours for`(
    language: String, text: String, html: String
  ) {
    let found = Self.shared.highlighted(ForeignCode(text: text, language: language))
    #expect((found ?? "") == html)
  }

  @Test(arguments: ["", "nolang", "constructor", "__proto__", "a b", "<b>"])
  func `an unknown language has no colours`(language: String) {
    #expect(Self.shared.highlighted(ForeignCode(text: "x = 1", language: language)) == nil)
    #expect(Self.shared.highlighted(ForeignCode(text: "x = 1", language: "python")) != nil)
  }

  @Test func `code that takes too long is plain, and the next has colours`() {
    var limits = TypesettingLimits()
    limits.seconds = 0.02
    let typesetter = Typesetter(cache: FormulaCache(), limits: limits)
    let long = String(repeating: "((((((((((\\\"'", count: 7_000)
    _ = typesetter.highlighted(ForeignCode(text: long, language: "perl"))
    #expect(
      typesetter.highlighted(ForeignCode(text: long + long, language: "python")) == nil)
    _ = typesetter.highlighted(ForeignCode(text: "x = 1", language: "python"))
    #expect(typesetter.problems.isEmpty)
  }

  @Test func `without highlight.js there is one warning that says what to install`() {
    let typesetter = Typesetter(
      cache: FormulaCache(), limits: TypesettingLimits(), folder: .installed(),
      highlightScript: "/nowhere/highlight.min.js", engineNames: JavaScriptCore.standardNames)
    for _ in 0..<2 {
      #expect(typesetter.highlighted(ForeignCode(text: "x", language: "python")) == nil)
    }
    #expect(typesetter.problems.map(\.rule) == [.highlightingUnavailable])
    #expect(typesetter.problems.first?.help?.contains("libjs-highlight.js") == true)
  }

  @Test func `a link within a formula leads within the page only`() throws {
    let html = try Self.shared.typeset(
      Formula(tex: #"\href{#eq:a}{x}"#, isDisplay: false)
    ).get()
    #expect(html.contains("<a href=#eq:a tabindex=-1><i class=N>x</i></a>"))
    #expect(failure(#"\href{//e.com}{x}"#) != nil)
  }

  @Test func `MathML keeps its shape without what only places`() throws {
    func mathML(_ tex: String) throws -> Substring {
      let html = try Self.shared.typeset(Formula(tex: tex, isDisplay: false)).get()
      return try #require(html.firstRange(of: /<math.*<\/math>/).map { html[$0] })
    }
    #expect(try mathML(#"\frac{\,}{x}"#) == "<math><mfrac><mrow></mrow><mi>x</mi></mfrac></math>")
    #expect(try mathML(#"a\quad b"#) == "<math><mi>a</mi><mi>b</mi></math>")
    #expect(
      try mathML(#"{}^{ab}"#)
        == "<math><msup><mrow></mrow><mrow><mi>a</mi><mi>b</mi></mrow></msup></math>")
  }

  @Test func `the style sheet has the short names that formulas have`() {
    let sheet = ".katex .mathnormal{font:x.mathnormal}.katex .vlist > span > .pstrut{a:b}"
    let short = String(decoding: CompactNames.shortened(Array(sheet.utf8)), as: UTF8.self)
    #expect(short.hasPrefix(".katex .N{font:x.mathnormal}.katex .V >i >.P{a:b}.katex i{"))
    #expect(short.contains(".katex .SB{margin-right:.2222em}"))
    let names = CompactNames.table.split(separator: "\n").compactMap {
      $0.split(separator: " ").last
    }
    #expect(Set(names).count == names.count)
  }

  @Test func `threads share one typesetter`() async {
    let typesetter = Typesetter()
    let counts = await withTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<20).count { number in
            let formula = Formula(tex: "x_{\((number * (task + 1)) % 23)}", isDisplay: false)
            return (try? typesetter.typeset(formula).get()) != nil
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(counts == 160)
    #expect(typesetter.cache.count <= 23)
  }
}

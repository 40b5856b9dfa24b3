import Pictures
import Testing

@testable import Drawing

/// Formulas in the texts of figures.
@Suite struct MathTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("$\\alpha^2$ and $x_i$", "α² and xᵢ"), ("5$", "5$"), ("\\$5", "$5"),
    ("\\$5 and $x$", "$5 and x"), ("$\\hat{y}$", "y\u{302}"), ("$x^{10}$", "x¹⁰"),
    ("$\\mathrm{loss}$", "loss"), ("$a_{unknown}$", "a_(unknown)"), ("$}{$", ""),
    ("$e^{-x^2/2}$", "e^(−x²/2)"), ("$x_{i,j}^{(l)}$", "x_(i,j)^((l))"),
    ("$\\|w\\|_2$", "‖w‖₂"), ("$\\mathbb{R}^n$", "ℝⁿ"), ("$\\log x$", "log\u{2009}x"),
    ("$\\log(x)$", "log(x)"), ("$\\left(x\\right.$", "(x"),
    ("$\\overline{ab}$", "a\u{305}b\u{305}"),
  ])
  func formulasBecomeLetters(_ text: String, shown: String) {
    #expect(MathText.plain(text) == shown)
  }

  @Test(arguments: [
    ("\\frac{dL}{dw}", "dL/dw"), ("\\frac{\\partial L}{\\partial w_1}", "∂L/∂w₁"),
    ("\\frac{a+b}{2c}", "(a+b)/(2c)"), ("\\frac{1}{12}x", "(1/12)x"),
    ("2\\frac{1}{2}", "2(1/2)"), ("y=\\frac{a}{b}+1", "y=a/b+1"), ("\\frac{a}{b}^2", "(a/b)²"),
    ("\\frac{\\frac{a}{b}}{c}", "(a/b)/c"), ("\\frac{1}{\\sqrt{x}}", "1/(√x)"),
    ("f(\\frac{a}{b})", "f(a/b)"), ("\\sqrt{x^2+1}", "√(x²+1)"), ("\\sqrt{x_1}", "√x₁"),
    ("\\sqrt{12}", "√12"), ("\\sqrt[3]{2x}", "³√(2x)"),
  ])
  func barsBecomeBrackets(_ tex: String, shown: String) {
    #expect(MathText.plain("$\(tex)$") == shown)
  }

  @Test func scriptsAreRaisedAndLowered() {
    let pieces = MathText.pieces(ofLine: "$e^{-x^{ab}}_{w}$!")
    #expect(pieces.map(\.text) == ["e", "−x", "ab", "w", "!"])
    #expect(pieces.map { ($0.rise * 100).rounded() } == [0, 36, 61, -20, 0])
    #expect(pieces.map(\.scale) == [1, 0.7, 0.5, 0.7, 1])
  }

  @Test func theLineGoesOnAtItsFoot() {
    let text = TextDrawing(marked: "$W^T$\n$x_w$ b", size: 10)
    let node = text.node(at: Point(0, 0), .left, .baseline)
    var steps: [Double] = []
    func collect(_ node: SVGNode) {
      guard case .element(_, let attributes, let children) = node else { return }
      steps += attributes.filter { $0.name == "dy" }.compactMap { Double($0.value) }
      children.forEach(collect)
    }
    collect(node)
    #expect(steps == [-3.6, 16.1, 2, -2])
  }

  @Test func smallLettersTakeLessRoom() {
    func width(_ text: String) -> Double { TextDrawing(marked: text, size: 10).extent.width }
    #expect(width("$x_{new}$") < width("xnew"))
    #expect(width("$x_{new}$") > width("x"))
  }

  @Test(arguments: [
    ("$\\nosuch{x}$", "Unknown symbol: \\nosuch, found '\\'  (at char 0), (line:1, col:1)"),
    ("$a_{\\nosuch}$", "Unknown symbol: \\nosuch"), ("$x^2^3$", "Double superscript"),
    ("${x$", "Expected '}'"), ("$x}$", "Expected end of text"), ("$x^$", "superscript"),
    ("$\\frac{1}$", "Expected \\frac{num}{den}"), ("$\\sqrt$", "Expected \\sqrt{value}"),
    ("a\n$\\hat$", "Expected \\hat{value}"),
  ])
  func wrongFormulasAreTold(_ text: String, problem: String) {
    #expect(MathLine.problem(in: text)?.contains(problem) == true)
  }

  @Test(arguments: [
    "", "5$", "\\$ \\nosuch", "a $5\nand $6", "$\\frac{a+b}{2c}$ $x_i^{2}$ $\\mathcal{L}$",
    "$\\left(\\frac{1}{2}\\right)$", "$\\sum_{i=1}^n x_i \\to \\infty$", "$f'$", "$10^{-3}$",
  ])
  func rightOnesAreNot(_ text: String) {
    #expect(MathLine.problem(in: text) == nil)
  }

  @Test(arguments: ["^", "{", "\\hat", "\\frac", "\\sqrt[", "_^", "\\"])
  func anythingEnds(_ part: String) {
    let text = "$" + String(repeating: part, count: 5_000) + "$"
    #expect(MathLine.problem(in: text) != nil)
    _ = MathText.plain(text)
  }
}

import Testing

@testable import NotebookExchange

@Suite struct ShownValueTests {
  @Test func aValueIsShownWithItsExpression() {
    let value = ShownValue(expression: "l(1, .3):.4f", text: "0.1256")
    #expect(value.html == "<span title=\"{neuron} l(1, .3):.4f\">0.1256</span>")
  }

  @Test(arguments: ["x", "f\"{x}\"", "a < b and b > c & d", "f('`')", "`", "a | b", "$x$", "'\\n'"])
  func anExpressionComesBack(expression: String) {
    let shown = ShownValue(expression: expression, text: "*1* | `2` <b> $3$ [4](5)").html
    #expect(!shown.dropFirst(5).contains { "|`*$[".contains($0) })
    let restored = ShownValue.restored(in: "a \(shown) b \(shown)\nc")
    let one = restored.split(separator: "\n")[0]
    #expect(one.hasPrefix("a `"))
    let marks = one.dropFirst(2).prefix { $0 == "`" }
    let space = expression.hasSuffix("`") ? " " : ""
    let code = "\(marks)\(space){neuron} \(expression)\(space)\(marks)"
    #expect(restored == "a \(code) b \(code)\nc")
  }

  @Test(arguments: [
    "<span title=\"{neuron} x", "<span title=\"{neuron} x\">",
    "<span title=\"{neuron} x\">1\n</span>",
    "<span title=\"other\">1</span>", "text",
  ])
  func whatIsNoShownValueStays(text: String) {
    #expect(ShownValue.restored(in: text) == text)
  }
}

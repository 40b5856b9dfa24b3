import NeuronSyntax
import SourceText
import Testing

/// Faults that published lessons have: names from a cell that was never written, a parameter that is
/// not the one used, the function returned in place of its result.
struct LessonFaultsTests {
  private func findings(_ cells: [String]) -> [String] {
    check(cells, builtins: ["print"])
  }

  private func undefined(_ cells: [String]) -> [String] {
    findings(cells).filter { $0.contains("undefined-name") }.compactMap { line in
      line.split(separator: "'").dropFirst().first.map(String.init)
    }
  }

  private let neuron = """
    import math
    def squeeze(t):
        return 1 / (1 + math.exp(-t))

    def weigh(x, w, b):
        return w * x + b

    def answer(x, w, b):
        return squeeze(weigh(x, w, b))
    """

  @Test func namesThatNoCellBinds() {
    let product = """
      def slope_by_w(w, b, x, target):
          return error_slope(w, b, x, y) * squeeze_slope(w, b, x) * weigh_slope(x)
      """
    let steps = """
      def slope_by_w(w, b, x, y):
          by_answer = error_slope(w, b, x, y)
          by_weigh = squeeze_slope(w, b, x) * slope
          return by_weigh * weigh_slope(x)
      """
    let errorSlope = "def error_slope(w, b, x, y):\n    return 2 * (answer(x, w, b) - y)"
    #expect(
      undefined([neuron, errorSlope, product, steps]) == [
        "y", "squeeze_slope", "weigh_slope", "squeeze_slope", "slope", "weigh_slope",
      ])
    #expect(undefined([errorSlope, neuron]) == [])
    #expect(undefined([errorSlope]) == ["answer"])
  }

  @Test func slipsThatStillRun() {
    let swapped = "def error_slope(w, b, x, y):\n    return 2 * (answer(w, b, x) - y)"
    let itself = """
      def slope_by_b(w, b, x, y):
          slope_by_b_result = 2 * (answer(x, w, b) - y)
          return slope_by_b
      """
    let unused = "def slope_by_x(w, b, i):\n    return w"
    let found = findings([neuron, swapped, itself, unused])
    for rule in ["arguments-in-another-order", "shadowed-function-result", "unused-parameter"] {
      #expect(found.contains { $0.contains(rule) }, "\(rule) in \(found)")
    }
  }
}

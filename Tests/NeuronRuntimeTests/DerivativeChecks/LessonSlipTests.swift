import Testing

/// The slips of published lessons on training a neuron, in hand-written derivatives of its loss.
@Suite struct LessonSlipTests {
  static let neuron = """
    import numpy as np

    def sigmoid(t):
        return 1 / (1 + np.exp(-t))

    def z(x, w, b):
        return w * x + b

    def h(x, w, b):
        return sigmoid(z(x, w, b))

    def l(x, w, b, y):
        return (y - h(x, w, b))**2

    def dl_dsig(x, w, b, y):
        return 2 * (h(x, w, b) - y)

    def dsig_dz(x, w, b):
        return h(x, w, b) * (1 - h(x, w, b))

    def dz_dw(x):
        return x

    """

  private func report(_ program: String) throws -> String {
    let text = Self.neuron + program + "\n"
    return try #require(onDeepStack { run(text, limits: .forTests).report })
  }

  @Test(arguments: [
    // The right ones, in the forms in which lessons write them.
    (
      """
      def dJ_dw(w, b, x, y):
          return dl_dsig(x, w, b, y) * dsig_dz(x, w, b) * dz_dw(x)
      print(check_derivative(dJ_dw, of=l))
      """, "dJ_dw agrees with ∂l/∂w at 40 points, to a relative 1e-12"
    ),
    ("print(check_derivative(dl_dsig, of=l, wrt=sigmoid))", "∂l/∂sigmoid at 40 points"),
    ("print(check_derivative(dsig_dz, of=h, wrt=z))", "∂h/∂z at 40 points"),
    ("print(check_derivative(dz_dw, of=z))", "∂z/∂w at 40 points"),
    (
      """
      def dl_dsigmoid(sig, y):
          return -2 * (y - sig)
      print(check_derivative(dl_dsigmoid, of=l, wrt=sigmoid, within={"y": [0, 1]}))
      """, "dl_dsigmoid agrees with ∂l/∂sigmoid at 40 points"
    ),
    (
      """
      def both(w, b, x, y):
          dJ_dz = dl_dsig(x, w, b, y) * dsig_dz(x, w, b)
          return (dJ_dz * dz_dw(x), dJ_dz)
      print(check_derivative(both, of=l, wrt=("w", "b")))
      """, "both agrees with ∂l/∂w, ∂l/∂b at 40 points"
    ),
    // A sign.
    (
      """
      def dl_dsig(x, w, b, y):
          return 2 * (y - h(x, w, b))
      check_derivative(dl_dsig, of=l, wrt=sigmoid)
      """, "; the sign is wrong"
    ),
    // The 2 of the square.
    (
      """
      def dl_dsig(x, w, b, y):
          return h(x, w, b) - y
      check_derivative(dl_dsig, of=l, wrt=sigmoid)
      """, "; a factor 2 is missing"
    ),
    // The inner derivative.
    (
      """
      def dJ_dw(x, w, b, y):
          return dl_dsig(x, w, b, y) * dsig_dz(x, w, b)
      check_derivative(dJ_dw, of=l)
      """, "; ∂z/∂w = x is missing"
    ),
    // The one in the middle.
    (
      """
      def dJ_dw(x, w, b, y):
          return dl_dsig(x, w, b, y) * dz_dw(x)
      check_derivative(dJ_dw, of=l)
      """, "; ∂sigmoid/∂z is missing"
    ),
    // The outer one.
    (
      """
      def dJ_dw(x, w, b, y):
          return dsig_dz(x, w, b) * dz_dw(x)
      check_derivative(dJ_dw, of=l)
      """, "; ∂l/∂sigmoid is missing"
    ),
    // h(w, b, x) for h(x, w, b).
    (
      """
      def dl_dsig(w, b, x, y):
          return 2 * (h(w, b, x) - y)
      check_derivative(dl_dsig, of=l, wrt=sigmoid)
      """, "arguments are exchanged: b and x stand in each other's place"
    ),
    // The same in two of three factors.
    (
      """
      def dl_dsig(w, b, x, y):
          return 2 * (h(w, b, x) - y)
      def dJ_dw(w, b, x, y):
          return dl_dsig(w, b, x, y) * dsig_dz(w, b, x) * dz_dw(x)
      check_derivative(dJ_dw, of=l)
      """,
      "; in ∂l/∂sigmoid · ∂sigmoid/∂z arguments are exchanged: x and b stand in each other's place"
    ),
    // `return dJ_dw` in place of a local.
    (
      """
      def dJ_dw(w, b, x, y):
          dJ_dw_result = dl_dsig(x, w, b, y) * dsig_dz(x, w, b) * dz_dw(x)
          return dJ_dw
      check_derivative(dJ_dw, of=l)
      """, "it gives the function 'dJ_dw', not a number"
    ),
    // A parameter with another name.
    (
      """
      y = 1
      def dJ_dw(w, b, x, i):
          return dl_dsig(x, w, b, y) * dsig_dz(x, w, b) * dz_dw(x)
      check_derivative(dJ_dw, of=l)
      """,
      "TypeError: parameters are matched by name, but dJ_dw(w, b, x, i) has 'i', which is no parameter of l(x, w, b, y) and no quantity of its run (h, z, sigmoid); it lacks 'y'"
    ),
    // A parameter left to a global name.
    (
      """
      y = 1
      def dJ_dw(w, b, x):
          return dl_dsig(x, w, b, y) * dsig_dz(x, w, b) * dz_dw(x)
      check_derivative(dJ_dw, of=l)
      """,
      "TypeError: parameters are matched by name, and dJ_dw(w, b, x) lacks 'y' of l(x, w, b, y), on which ∂l/∂w depends"
    ),
  ])
  func aSlipIsNamed(_ program: String, _ expected: String) throws {
    let report = try report(program)
    #expect(report.contains(expected), "\(report)")
  }

  @Test func theWholeReport() throws {
    let text =
      Self.neuron + """
        def dJ_dw(x, w, b, y):
            return dl_dsig(x, w, b, y) * dsig_dz(x, w, b)

        check_derivative(dJ_dw, of=l)

        """
    let problems = try #require(onDeepStack { run(text, limits: .forTests).problems })
    try #require(problems.count == 1)
    let problem = problems[0]
    #expect(problem.rule.id == "derivative-wrong")
    #expect(problem.rule.severity == .error)
    #expect(
      problem.message
        == "AssertionError: dJ_dw is not ∂l/∂w: at x = 0.8, w = -2.5, b = 4, y = -2 it gives 0.6049304281, not 0.4839443425; ∂z/∂w = x is missing"
    )
    #expect(
      problem.notes.map(\.message) == [
        """
        at x = 0.8, w = -2.5, b = 4, y = -2
        dJ_dw = 0.6049304281
        ∂l/∂w = 0.4839443425
        ratio = 1.25
        """, "likely slip: ∂z/∂w = x is missing; what it gives is ∂l/∂b = ∂l/∂z",
      ])
    #expect(problem.help == "multiply by ∂z/∂w, which is x")
  }
}

import LessonDocument
import LessonEvaluation
import Pictures
import SourceText
import Testing

private let neuron = """
  import math
  import numpy as np
  def z(x, w, b): return w * x + b
  def sigmoid(z): return 1 / (1 + math.exp(-z))
  def h(x, w, b): return sigmoid(z(x, w, b))
  def l(x, w, b, y): return (y - h(x, w, b))**2

  """

/// Scalar layers, as people write them without arrays.
private let network = """
  import math
  def neuron(ws, b, x):
      s = b
      for w, xi in zip(ws, x): s = s + w * xi
      return math.tanh(s)
  def loss(params, x, y):
      for W, B in params: x = [neuron(ws, b, x) for ws, b in zip(W, B)]
      return (x[0] - y)**2
  def layer(i, o): return [[0.01 * (r - c) for c in range(i)] for r in range(o)], [0.0] * o

  """

/// What `graph` and `backprop` draw: their texts, what is folded, marked and refused.
@Suite struct GraphTests {
  private func printed(_ text: String) -> String { run(text, limits: .forTests).report }

  /// What a page shows of the last value.
  private func picture(_ code: String) -> Picture? {
    let source = SourceFile(path: "lesson.md", text: "```neuron\n\(code)\n```\n")
    return LessonEvaluator().evaluate(Lesson(parsing: source)).cells.first?.valuePicture
  }

  private func drawn(_ code: String) -> ComputationGraph? {
    guard case .graph(let graph, _)? = picture(code) else { return nil }
    return graph
  }

  /// `from → to` of each edge of the chain.
  private func chain(_ code: String) -> [String] {
    guard let graph = drawn(code) else { return [] }
    return graph.edges.filter(\.isMarked).map {
      "\(graph.nodes[$0.from].name) → \(graph.nodes[$0.to].name)"
    }
  }

  // MARK: Texts

  @Test func quantitiesStandWithWhatTheyAreMadeOf() {
    #expect(
      printed(neuron + "print(graph(l, 1, .3, .3, 1))") == """
        node         value         made of     derivative
        x            1                         ∂l/∂x       = -0.0486409517
        w            0.3                       ∂l/∂w       = -0.1621365057
        b            0.3                       ∂l/∂b       = -0.1621365057
        y            1                         ∂l/∂y       =  0.7086873875
        z            0.6           x, w, b     ∂l/∂z       = -0.1621365057
        sigmoid = h  0.6456563062  z           ∂l/∂sigmoid = -0.7086873875
        l            0.1255594533  y, sigmoid  ∂l/∂l       =  1

        """)
  }

  @Test func operationsHaveTheirOperandsInOrder() {
    #expect(
      printed(
        "def f(x): return (2 - x) / x\nprint(graph(f, 4., level='operations'))") == """
          node   value  made of  derivative
          x       4              ∂f/∂x = -0.125
          -      -2     2, x     ∂f/∂- =  0.25
          / = f  -0.5   -, x     ∂f/∂f =  1

          """)
  }

  @Test func operationsOnArraysAreOneNodeEach() {
    #expect(
      printed(
        """
        import numpy as np
        def f(x, W): return np.sum(np.tanh(x @ W))
        print(graph(f, np.zeros((5, 3)), np.ones((3, 2)), level="operations"))
        """) == """
          node     shape  value  made of  derivative
          x        5 × 3  all 0           ∂f/∂x    = all 2
          W        3 × 2  all 1           ∂f/∂W    = all 0
          @        5 × 2  all 0  x, W     ∂f/∂@    = all 1
          tanh     5 × 2  all 0  @        ∂f/∂tanh = all 1
          sum = f             0  tanh     ∂f/∂f    =     1

          """)
  }

  // MARK: Large graphs

  @Test func likeNeuronsBecomeLayers() {
    let text = printed(
      network + "print(graph(loss, [layer(3, 16), layer(16, 16), layer(16, 1)], [1., 2., 3.], 1.))")
    let names = text.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(
      names == [
        "node", "params[0][0]", "params[0][1]", "params[1][0]", "params[1][1]", "params[2][0][0]",
        "params[2][1][0]", "x", "y", "neuron[1…16]", "neuron[17…32]", "neuron[33]", "loss",
      ])
    #expect(text.contains("params[0][0]     16 × 3 "))
    #expect(text.contains("  params[1][0], params[1][1], neuron[1…16]  "))
  }

  @Test func operationsOfLayersAreFoldedWithTheirSums() {
    let text = printed(
      network
        + "print(graph(loss, [layer(3, 16), layer(16, 1)], [1., 2., 3.], 1., level='operations'))")
    let names = text.split(separator: "\n").dropFirst(7).map { $0.prefix { $0 != " " } }
    #expect(names == ["*[1]", "+[1]", "tanh[1]", "*[2]", "+[2]", "tanh[2]", "-", "**"])
    #expect(text.contains("tanh[1] = neuron[1…16]  16 "))
  }

  @Test func tenThousandParametersAreAFewNodes() throws {
    let graph = try #require(
      drawn(network + "graph(loss, [layer(50, 100), layer(100, 50), layer(50, 1)], [.1] * 50, 1.)"))
    #expect(graph.nodes.count == 12)
    let layers = graph.nodes.filter { if case .layer = $0.kind { true } else { false } }
    #expect(
      layers.map(\.kind) == [.layer(units: 100), .layer(units: 50), .layer(units: 1)])
  }

  @Test func productsWithMatricesAreLayers() throws {
    let graph = try #require(
      drawn(
        """
        import numpy as np
        def z(x, W, b): return x @ W + b
        def a(z): return np.tanh(z)
        def f(x, W, b): return np.sum(a(z(x, W, b)))
        graph(f, np.ones(3), np.ones((3, 4)), np.ones(4))
        """))
    #expect(
      graph.nodes.map(\.kind) == [
        .parameter, .parameter, .parameter, .layer(units: 4), .layer(units: 4), .quantity,
      ])
  }

  @Test func longRunsAreCutInTheMiddle() throws {
    let code = """
      def step(x, w): return x * w
      def f(x, w):
          for _ in range(500): x = step(x, w)
          return x
      graph(f, 1., 1.)
      """
    let graph = try #require(drawn(code))
    #expect(graph.nodes.count == 17)
    #expect(graph.nodes[8].kind == .gap(count: 486))
    #expect(graph.edges.allSatisfy { $0.from < $0.to })
    let text = printed(code.replacing("graph(f, 1., 1.)", with: "print(graph(f, 1., 1.))"))
    #expect(text.contains("\n… 486 more …\n"))
  }

  // MARK: Chains

  @Test func theChainOfAWeightIsMarked() {
    #expect(chain(neuron + "backprop(l, 1, .3, .3, 1)") == ["w → z", "z → sigmoid", "sigmoid → l"])
    #expect(chain(neuron + "backprop(l, 1, .3, .3, 1).chain('y')") == ["y → l"])
    #expect(chain(neuron + "graph(l, 1, .3, .3, 1).chain(z)") == ["z → sigmoid", "sigmoid → l"])
    #expect(chain(neuron + "graph(l, 1, .3, .3, 1).chain(None)").isEmpty)
    #expect(chain("def f(x): return x * x\ngraph(f, 3.)").isEmpty)
    #expect(
      chain("def f(w, x): return w[0] * x + w[1]\ngraph(f, [1., 2.], 3.).chain('w')")
        == ["w[0] → f", "w[1] → f"])
  }

  @Test func markingLeavesTheStepsAsTheyAre() {
    #expect(
      printed(
        neuron
          + "run = backprop(l, 1, .3, .3, 1)\nprint(repr(run) == repr(run.chain('b')), run.chain('b').value)"
      ) == "True 0.12555945331754728\n")
  }

  @Test func backpropIsShownWithItsSteps() throws {
    guard case .graph(let graph, let steps?)? = picture(neuron + "backprop(l, 1, .3, .3, 1)") else {
      Issue.record("no picture with steps")
      return
    }
    #expect(graph.nodes.map(\.name) == ["x", "w", "b", "y", "z", "sigmoid", "l"])
    #expect(graph.nodes.last?.value == "0.1255594533")
    #expect(graph.edges.first { $0.from == 1 }?.local == "1")
    #expect(graph.output == 6)
    #expect(steps.rows.count == 7)
  }

  /// Objects that are called are told apart by their classes.
  @Test func callsOfObjectsAreNamedByClasses() {
    let code = """
      class Base:
          def __call__(self, x): return self.forward(x)
      class Square(Base):
          def forward(self, x): return x * x
      class Twice:
          def __call__(self, x): return 2 * x
      a, b = Twice(), Square()
      def f(x): return a(a(b(x)))
      print(*[step["quantity"] for step in backprop(f, 3.0).steps])
      print(backprop(f, 3.0).d("f", "Twice[1]"))
      """
    #expect(printed(code) == "f Twice[1] forward x\n2.0\n")
  }

  @Test func rangesAreTold() {
    let code = """
      import numpy as np
      def f(x): return np.sum(x)
      print(graph(f, np.array([1.0, 1.000001])))
      """
    #expect(printed(code).contains("1 to 1.000001"))
  }

  // MARK: Odd runs and refusals

  @Test(arguments: [
    ("def f(): return 1.0\nprint(graph(f))", "f     1               ∂f/∂f = 1"),
    ("def f(x): return x\nprint(graph(f, 2.))", "f     2      x        ∂f/∂f = 1"),
    ("def f(x): return 3\nprint(graph(f, 2., level='operations'))", "f     3  "),
    ("def f(x): return x * float('inf')\nprint(graph(f, 0.))", "f     nan    x        ∂f/∂f =   1"),
    ("def f(x, level): return x * level\nprint(graph(f, 2., level=3.))", "f      6      x, level"),
    ("graph = 4\nprint(graph)", "4"),
  ]) func oddRunsHaveGraphs(_ code: String, _ line: String) {
    #expect(printed(code).contains(line))
  }

  @Test(arguments: [
    ("graph()", "TypeError: graph() takes a function, then its arguments"),
    ("graph(3)", "TypeError: graph() takes a function of the lesson, not a int"),
    (
      "graph(f, 2., level='all')",
      "ValueError: level is 'quantities' or 'operations', not 'all'"
    ),
    (
      "graph(f, 2.).chain('y')",
      "ValueError: no quantity 'y': there are the parameters and the functions called, f, x"
    ),
    ("graph(f, 2.).chain()", "TypeError: chain() takes the name of one quantity (0 given)"),
    (
      "grad(lambda x: graph(f, x))(2.)",
      "TypeError: graph() cannot be differentiated: inside of a derivative take value_and_grad instead"
    ),
  ]) func whatCannotBeDrawnIsNamed(_ code: String, _ message: String) {
    #expect(printed("def f(x): return x * x\n" + code) == message + "\n")
  }
}

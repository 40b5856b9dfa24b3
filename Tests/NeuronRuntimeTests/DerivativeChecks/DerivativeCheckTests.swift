import NeuronLibrary
import NeuronRuntime
import NeuronSyntax
import SourceText
import Testing

/// What `check_derivative` takes, where it looks, and when two formulas count as one derivative.
@Suite struct DerivativeCheckTests {
  private func report(_ program: String) throws -> String {
    let text = "import math\nimport numpy as np\n\(program)\n"
    return try #require(onDeepStack { run(text, limits: .forTests).report })
  }

  // MARK: Right ones

  @Test(arguments: [
    // Other formulas for the same.
    ("lambda z: s(z) * (1 - s(z))", "s", ""),
    ("lambda z: np.exp(-z) / (1 + np.exp(-z))**2", "s", ""),
    ("lambda z: 1 / (np.exp(z / 2) + np.exp(-z / 2))**2", "s", ""),
    ("lambda z: s(z) * (1 - s(z))", "s", ", at=[40.0, -40.0, 700.0]"),
    ("lambda x: 1 - np.tanh(x)**2", "np.tanh", ""),
    ("lambda x: 1 / np.cosh(x)**2", "lambda x: np.tanh(x)", ""),
    ("lambda x: (np.exp(x) - np.exp(-x)) / 2", "np.cosh", ""),
    ("lambda x: -np.sin(x)", "np.cos", ""),
    ("lambda x: 2 * np.sin(x / 2)**2", "lambda x: x - np.sin(x)", ""),
    ("lambda x: math.cos(x) / math.sin(x)", "lambda x: math.log(abs(math.sin(x)))", ""),
    ("lambda x: 1 / math.cos(x)**2", "lambda x: math.tan(x)", ""),
    ("lambda x: 2 * x", "lambda x: 1e8 + x**2", ""),
    ("lambda x: (math.sin(x + 1e-5) - math.sin(x - 1e-5)) / 2e-5", "lambda x: math.sin(x)", ""),
    ("lambda x: ((x + 1)**4 - x**4 - 4 * x**3 - 6 * x**2 - 4 * x)", "lambda x: x", ""),
    ("grad(grad(lambda x: x**3))", "grad(lambda x: x**3)", ""),
    (
      "lambda a, b: math.exp(a) / (math.exp(a) + math.exp(b))",
      "lambda a, b: math.log(math.exp(a) + math.exp(b))", ", wrt='a'"
    ),
    // Domains.
    ("lambda x: 1 / (2 * math.sqrt(x))", "lambda x: math.sqrt(x)", ""),
    ("lambda x: 1 / x", "lambda x: math.log(x)", ""),
    ("lambda p: 1 / p + 1 / (1 - p)", "lambda p: math.log(p / (1 - p))", ""),
    ("lambda x: 1 / math.sqrt(1 - x * x)", "lambda x: math.asin(x)", ""),
    ("lambda x: 1 / math.sqrt(x * x - 1)", "lambda x: math.acosh(x)", ""),
    ("lambda x, n: n * x**(n - 1)", "lambda x, n: x**n", ", wrt='x'"),
    // Where rounding is all that is left of 1 - s, and where 1 / u**2 underflows.
    ("lambda w, x, y: (s(w * x) - y) * x", "cross", ", wrt='w'"),
    // Bends.
    ("lambda x: 1.0 if x >= 0 else 0.0", "lambda x: max(x, 0.0)", ""),
    ("lambda x: 1.0 if x >= 0 else 0.0", "lambda x: max(x, 0.0)", ", at=[0.0, 1, -1]"),
    ("lambda x: 1.0 if x > 0 else 0.0", "lambda x: max(x, 0.0)", ", at=[0.0, 1, -1]"),
    ("lambda x: 1.0 if x > 0 else -1.0", "lambda x: abs(x)", ", at=0.0"),
    (
      "lambda w, x, y: -y * x if y * w * x < 1 else 0.0", "lambda w, x, y: max(0.0, 1 - y * w * x)",
      ", wrt='w', at=(0.5, 2.0, 1.0)"
    ),
  ])
  func aRightDerivativeAgrees(_ candidate: String, _ function: String, _ rest: String) throws {
    let report = try report(
      """
      def s(z):
          return 1 / (1 + np.exp(-z))
      def cross(w, x, y):
          a = s(w * x)
          return -(y * np.log(a) + (1 - y) * np.log(1 - a))
      print(check_derivative(\(candidate), of=\(function)\(rest)))
      """)
    #expect(report.contains(" agrees with ∂"), "\(report)")
  }

  @Test func theSentenceSaysHowManyAndHowWell() throws {
    #expect(
      try report(
        """
        def f(x):
            return x**2
        def df(x):
            return 2 * x
        result = check_derivative(df, of=f)
        print(result)
        print(result.points, result.error < 1e-12)
        print(check_derivative(df, of=f, at=[1, 2.5, -3]))
        print(check_derivative(lambda x: 0, of=lambda x: 5))
        """)
          == """
          df agrees with ∂f/∂x at 40 points, to a relative 1e-12
          40 True
          df agrees with ∂f/∂x at 3 points, to a relative 1e-12
          the lambda agrees with ∂f/∂x at 40 points, to a relative 1e-12; the derivative is 0 there

          """)
  }

  @Test func whatIsSampledIsTheSameEveryTime() throws {
    let program = """
      seen = []
      def f(x, y):
          seen.append((float(x), float(y)))
          return x * y
      check_derivative(lambda y: y, of=f, wrt="x")
      first = seen
      seen = []
      check_derivative(lambda y: y, of=f, wrt="x")
      print(first == seen, len(first))
      print(first[:3])
      """
    #expect(try report(program).hasPrefix("True 40\n"))
  }

  @Test func functionsPrintNothing() throws {
    let program = """
      def f(x):
          print('x is', x)
          return x * x
      print(check_derivative(lambda x: 2 * x, of=f))
      """
    #expect(
      try report(program) == "the lambda agrees with ∂f/∂x at 40 points, to a relative 1e-12\n")
  }

  // MARK: Arguments

  @Test(arguments: [
    // By what.
    (
      "lambda w: 2 * w", "lambda w, b: w**2 + b",
      "TypeError: check_derivative() cannot tell by what 'the lambda' differentiates: give wrt=, one of w, b or a function that f calls"
    ),
    (
      "lambda w: 2 * w", "lambda w, b: w**2 + b, wrt='q'",
      "TypeError: 'f' has no parameter and no quantity 'q' to differentiate by: there are w, b"
    ),
    (
      "lambda w: 2 * w", "lambda w, b: w**2 + b, wrt=3",
      "TypeError: wrt names a parameter by str, or is the function whose quantity is meant, not int"
    ),
    (
      "lambda x: 1", "twice, wrt=u",
      "TypeError: 'u' was called more than once: say which, of u[1], u[2]"
    ),
    ("lambda x: 1", "twice, wrt='u[2]'", " agrees with ∂twice/∂u[2] at 40 points"),
    // Where.
    (
      "lambda w: 2 * w", "lambda w, b: w**2 + b, wrt='w', within=(3, 1)",
      "ValueError: within for all is an interval (low, high) with low < high, or a list of values"
    ),
    (
      "lambda w: 2 * w", "lambda w, b: w**2 + b, wrt='w', within={'c': (1, 2)}",
      "ValueError: within names 'c', which is no parameter of f(w, b)"
    ),
    (
      "lambda w: 2 * w", "lambda w, b: w**2 + b, wrt='w', at=(1, 2, 3)",
      "ValueError: at gives 3 values for the 2 of f(w, b)"
    ),
    (
      "lambda w: 2 * w", "lambda w, b: w**2 + b, wrt='w', at=(1,)",
      "ValueError: at does not give 'b' of f(w, b): a point is a dict by name, or a tuple in this order"
    ),
    ("lambda w: 2 * w", "lambda w, b: w**2 + b, wrt='w', at=[]", "ValueError: at gives no point"),
    (
      "lambda w: 2 * w", "lambda w, b: w**2 + b, wrt='w', at=1, within=(0, 1)",
      "TypeError: check_derivative() takes within or at, not both"
    ),
    (
      "lambda x: math.log(-1)", "lambda x: x",
      "ValueError: check_derivative() found no point where both 'f' and 'the lambda' have a value"
    ),
    ("lambda x: 1 / x", "lambda x: math.log(x), at=-1.0", "ValueError: math domain error"),
    // An integer that counts something cannot be guessed.
    (
      "lambda x, n: n * x**(n - 1)", "power, wrt='x', within={'n': [1, 2, 3]}",
      "agrees with ∂power/∂x at 40 points"
    ),
    (
      "lambda x, n: n * x**(n - 1)", "power, wrt='x', within={'n': range(1, 4), 'x': (-2, 2)}",
      "agrees with ∂power/∂x at 40 points"
    ),
    (
      "lambda x, n: n * x**(n - 1)", "power, wrt='x', at=[(2, 3), {'x': 3, 'n': 1}]",
      "agrees with ∂power/∂x at 2 points"
    ),
    // What.
    (
      "3", "twice",
      "TypeError: check_derivative() takes functions, not a int; was it called already?"
    ),
    ("math.cos", "math.sin", "cos agrees with ∂sin/∂x at 40 points"),
    ("Model(3.0).slope", "Model(3.0).loss", "slope agrees with ∂loss/∂w at 40 points"),
    (
      "lambda w, rate=0.5: 2 * w", "lambda w, scale=1.0: scale * w**2",
      "agrees with ∂f/∂w at 40 points"
    ),
    ("lambda **all: all['w'] * 2", "lambda w, b: w**2 + b, wrt='w'", "agrees with ∂f/∂w"),
    ("lambda *all: all[0] * 2", "lambda w, b: w**2 + b, wrt='w'", "agrees with ∂f/∂w"),
    // What it gives.
    (
      "lambda w: (2 * w, 1)", "lambda w, b: w**2 + b, wrt='w'",
      "it gives a tuple of 2, not a number"
    ),
    ("lambda w: None", "lambda w: w**2", "it gives nothing, not a number"),
    (
      "lambda w: (1, 2 * w)", "lambda w, b: w**2 + b, wrt=('w', 'b')",
      "item 0 of what the lambda gives is not ∂f/∂w"
    ),
    (
      "lambda x: 7.0 if x == 0 else 1.0", "lambda x: x, at=[0.0, 1.0]",
      "at x = 0 it gives 7, not 1"
    ),
  ])
  func anArgumentIsTakenOrRefused(
    _ candidate: String, _ function: String, _ expected: String
  ) throws {
    let report = try report(
      """
      def u(x):
          return x * 2
      def twice(x):
          return u(x) + u(x * x)
      def power(x, n):
          result = 1.0
          for _ in range(n):
              result = result * x
          return result
      class Model:
          def __init__(self, k):
              self.k = k
          def loss(self, w):
              return self.k * w**2
          def slope(self, w):
              return 2 * self.k * w
      print(check_derivative(\(candidate), of=\(function)))
      """)
    #expect(report.contains(expected), "\(report)")
  }

  @Test func whereItFailsIsTold() throws {
    let text = """
      check_derivative(lambda x: 3 * x**2 if x > 0 else x, of=lambda x: x**3)

      """
    let problems = try #require(onDeepStack { run(text, limits: .forTests).problems })
    #expect(problems.first?.notes.last?.message.hasSuffix("points, those with x < 0") == true)
  }

  @Test func aFailureCanBeCaught() throws {
    let program = """
      try:
          check_derivative(lambda x: x, of=lambda x: x**2)
      except AssertionError as error:
          print('caught:', error)
      """
    #expect(
      try report(program)
        == "caught: the lambda is not ∂f/∂x: at x = -2 it gives -2, not -4; a factor 2 is missing\n"
    )
  }

  // MARK: Beside it

  @Test func eachOfTheArgumentsOfARestIsDifferentiated() throws {
    #expect(
      try report(
        """
        def f(*args, **options):
            return args[0] * args[1] * options['k']
        print(grad(f, argnums=1)(2.0, 3.0, k=5.0), grad(f, wrt=('k', 'args[0]'))(2.0, 3.0, k=5.0))
        """) == "10.0 (6.0, 15.0)\n")
  }

  @Test func backpropSaysWhyItTakesNoChoice() throws {
    #expect(
      try report("backprop(lambda w: w * w, 2.0, wrt='w')")
        == "TypeError: backprop() takes no wrt: it differentiates by all arguments at once, and .grad has each derivative by name\n"
    )
  }

  @Test func aTypeErrorOfACandidateIsShownWhereItRose() throws {
    let program = """
      def f(x):
          return x * x
      def df(x):
          return "a" * 2.5
      check_derivative(df, of=f)
      """
    let problem = onDeepStack { run(program, limits: .forTests).problems.first } ?? nil
    #expect(problem?.message == "TypeError: can't multiply sequence by non-int of type 'float'")
    #expect(problem?.traceback.map(\.place.start.line) == [5, 4])
    #expect(problem?.help?.hasPrefix("check_derivative() tried numbers") == true)
  }

  @Test func anUndecidedCheckCountsNothing() throws {
    let program = """
      def f(w, b):
          return w * w * b
      try:
          check_derivative(lambda w: 2 * w, of=f, wrt="w")
      except TypeError:
          pass
      """
    let counted = onDeepStack {
      let session = Library.makeSession(limits: .forTests)
      return session.run(readNeuron(SourceFragment(SourceFile(path: "a.py", text: program))))
        .derivatives
    }
    #expect(counted == 0)
  }
}

import Testing

/// The calculus built-ins in programs: what they give for numbers, arrays and trees, and what they refuse.
@Suite struct CalculusTests {
  private func printed(_ text: String) -> String {
    run("import numpy as np\nimport math\n" + text, limits: .forTests).report
  }

  // MARK: Closed forms

  @Test(arguments: [
    ("math.exp(x)", "math.exp(x)"),
    ("math.tanh(x)", "(16*math.tanh(x) - 24*math.tanh(x)**3) / math.cosh(x)**2"),
    ("math.log(x)", "-6 / x**4"),
    ("math.sqrt(x)", "-15/16 * x**-3.5"),
    ("x**5", "120*x"), ("x**2.5", "2.5*1.5*0.5*-0.5 * x**-1.5"), ("1 / x", "24 / x**5"),
    ("math.sin(x)", "math.sin(x)"),
  ]) func fourthDerivatives(_ function: String, _ closedForm: String) {
    #expect(
      printed(
        """
        f = lambda x: \(function)
        by_machine = grad(grad(grad(grad(f))))
        exact = lambda x: \(closedForm)
        print(all(abs(by_machine(x) - exact(x)) < 1e-9 * max(1, abs(exact(x))) for x in (0.3, 0.9, 2.1)))
        """) == "True\n")
  }

  @Test func powersOfZeroAndBelowHaveAllDerivatives() {
    #expect(
      printed(
        """
        f = lambda x: x**3
        print(f(0.0), grad(f)(0.0), grad(grad(f))(0.0), grad(grad(grad(f)))(0.0))
        print(grad(f)(-2.0), grad(grad(f))(-2.0), grad(lambda x: x**0)(0.0))
        print((hessian(lambda v: np.sum(v**3))(np.array([0.0, -2.0])) + 0.0).tolist())
        """) == "0.0 0.0 0.0 6.0\n12.0 -12.0 0.0\n[[0.0, 0.0], [0.0, -12.0]]\n")
  }

  @Test func kinksAreJAXs() {
    #expect(
      printed(
        """
        print(grad(abs)(0.0), grad(lambda x: np.maximum(x, 0.0))(0.0), grad(lambda x: max(x, 0.0))(-1.0))
        print(grad(lambda v: np.max(v))(np.array([2.0, 1.0, 2.0])))
        print(grad(lambda v: np.sum(np.abs(v)))(np.array([0.0, -3.0])))
        """) == "0.0 0.5 0.0\n[0.5 0.  0.5]\n[ 0. -1.]\n")
  }

  // MARK: Forms

  @Test func derivativesHaveTheFormOfTheArgument() {
    #expect(
      printed(
        """
        def f(p): return np.sum(p["W"] * p["rest"][0]) + p["rest"][1]**2
        print(grad(f)({"W": np.ones(2), "rest": (2.0, 3)}))
        print(value_and_grad(lambda x: x * x)(3), grad(lambda x, y: x * y, argnums=(0, 1))(2.0, 5.0))
        print(grad(lambda x: (x * x, "kept"), has_aux=True)(3.0))
        """) == "{'W': array([2., 2.]), 'rest': (2.0, 6.0)}\n(9.0, 6.0) (5.0, 2.0)\n(6.0, 'kept')\n"
    )
  }

  @Test func jacobiansAndProductsWithThem() {
    #expect(
      printed(
        """
        def f(v): return np.array([v[0] * v[1], v.sum(), v[1]**2])
        v = np.array([2.0, 3.0])
        print(jacobian(f)(v).tolist(), jacobian(lambda t: np.array([t, t * t]))(3.0).tolist())
        print(jvp(f, (v,), (np.array([1.0, 0.0]),)))
        value, back = vjp(f, v)
        print(value, back(np.array([1.0, 0.0, 0.0])), back(np.array([0.0, 0.0, 1.0])))
        print(hessian(lambda a, b: a * a * b, argnums=(0, 1))(2.0, 3.0))
        """) == """
          [[3.0, 2.0], [1.0, 1.0], [0.0, 6.0]] [1.0, 6.0]
          (array([6., 5., 9.]), array([3., 1., 0.]))
          [6. 5. 9.] (array([3., 2.]),) (array([0., 6.]),)
          ((6.0, 4.0), (4.0, 0.0))

          """)
  }

  // MARK: Arrays that change

  @Test func arraysMayChangeInside() {
    #expect(
      printed(
        """
        def f(x):
            y = np.zeros(3)
            y[0] = x[0] * x[1]
            y[1:] = x[1:]**2
            y *= 2
            return np.sum(y)
        print(grad(f)(np.array([1.0, 2.0, 3.0])))
        W = np.ones(3)
        def g(x):
            s = (W * x).sum()
            W[0] = 100.0
            return s
        print(grad(g)(np.array([1.0, 2.0, 3.0])), W)
        """) == "[ 4. 10. 12.]\n[1. 1. 1.] [100.   1.   1.]\n")
  }

  @Test func whatLosesADerivativeIsRefused() {
    #expect(
      printed("def f(x): return float(str(x)) * 2\ngrad(f)(3.0)")
        == "TypeError: float() of a text that a differentiated number was written to loses its derivative: keep the number itself\n"
    )
    #expect(
      printed("memo = {2.0: 4.0}\ngrad(lambda x: memo[x])(2.0)")
        == "TypeError: a number that is being differentiated cannot be a key: what is kept under it has no derivative by it\n"
    )
    #expect(
      printed("grad(lambda v: v * 2)(np.ones(2))")
        == "TypeError: cannot differentiate '<lambda>': it gives an array of shape (2,), not a number; sum it, or take its jacobian\n"
    )
  }

  // MARK: A whole network

  /// Trains on two moons, by derivatives written by hand and by the machine's.
  @Test func aNetworkTrainsAlikeByHandAndByGrad() {
    let setUp = """
      from sklearn.datasets import make_moons
      X, y = make_moons(60, noise=0.15, random_state=3)
      np.random.seed(1)
      params = [np.random.randn(2, 6), np.zeros((1, 6)), np.random.randn(6, 1), np.zeros((1, 1))]
      target = y[:, None]
      def predict(params):
          W1, b1, W2, b2 = params
          h = np.tanh(X @ W1 + b1)
          return h, 1 / (1 + np.exp(-(h @ W2 + b2)))
      def loss(params):
          p = predict(params)[1]
          return -np.mean(target * np.log(p) + (1 - target) * np.log(1 - p))

      """
    let byHand = """
      def gradient(params):
          h, p = predict(params)
          d2 = (p - target) / len(X)
          d1 = d2 @ params[2].T * (1 - h**2)
          return [X.T @ d1, d1.sum(axis=0, keepdims=True), h.T @ d2, d2.sum(axis=0, keepdims=True)]

      """
    let training = """
      for step in range(60):
          params = [p - 0.5 * g for p, g in zip(params, gradient(params))]
          if step % 20 == 19: print(f"{loss(params):.10f}")
      """
    let first = printed(setUp + byHand + training)
    let second = printed(setUp + "gradient = grad(loss)\n" + training)
    #expect(first == second)
    #expect(first.split(separator: "\n").count == 3)
  }

  @Test func backpropTellsArrays() {
    #expect(
      printed(
        """
        def affine(W, x): return W @ x
        def loss(W, x): return np.sum(np.tanh(affine(W, x)))
        run = backprop(loss, np.eye(2), np.array([0.5, -1.0]))
        print([quantity["quantity"] for quantity in run.steps])
        print(run.grad["x"].tolist() == grad(loss, argnums=1)(np.eye(2), np.array([0.5, -1.0])).tolist())
        print(run.d("affine", "x").tolist(), run.d(affine, "W").shape)
        """) == """
          ['loss', 'affine', 'W', 'x']
          True
          [[1.0, 0.0], [0.0, 1.0]] (2, 2, 2)

          """)
  }
}

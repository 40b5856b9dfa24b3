import Testing

/// The derivatives of numpy's functions over arrays, and what those say that part from NumPy.
struct NumPyFunctionsTests {
  private func messages(_ text: String) -> [String] {
    run("import numpy as np\n" + text, limits: .forTests).problems.map(\.message)
  }

  /// A program that compares the derivative of `f` with central differences at every element of `x`; it
  /// fails where they differ by more than what differences of floats leave, about 1e-9 of values near 1.
  private func comparison(_ body: String, at point: String) -> String {
    """
    def weighted(y):
        y = np.ravel(y)
        return np.sum(y * (0.1 + 0.37 * np.arange(1, y.size + 1)))

    def f(x):
        return \(body)

    x = np.array(\(point))
    g = np.ravel(grad(f)(x))
    for i in range(x.size):
        h = np.zeros(x.size)
        h[i] = 1e-6
        h = np.reshape(h, x.shape)
        assert abs((f(x + h) - f(x - h)) / 2e-6 - g[i]) < 1e-5, (i, g[i])
    """
  }

  @Test(arguments: [
    "np.reshape(x, (2, 3), order='F')", "np.ravel(np.reshape(x, (2, 3)).T)",
    "np.moveaxis(np.reshape(x, (1, 2, 3)), 0, 2)", "np.flip(x)", "np.rot90(np.reshape(x, (2, 3)))",
    "np.roll(x, 2)", "np.tile(x, 3)", "np.repeat(x, [1, 2, 0, 3, 1, 1])", "np.pad(x, 2)",
    "np.pad(x, 2, mode='reflect')", "np.resize(x, (3, 3))", "np.broadcast_to(x, (2, 6))",
    "np.append(x, x * 2)", "np.insert(x, [1, 3], x[:2] * 3)", "np.delete(x, [0, 4])",
    "np.concatenate([x, x * x, [1.0]])", "np.stack([x, x * x], axis=1)", "np.hstack([x, 2 * x])",
    "np.column_stack([x, 2 * x])", "np.block([[x, x], [2 * x, x * x]])", "np.split(x, 3)[1]",
    "np.c_[x, x * x]", "np.r_[x, 1.0, x]",
  ]) func shapesAndJoining(_ function: String) {
    #expect(
      messages(comparison("weighted(\(function))", at: "[0.5, -1.2, 2.0, 0.7, 1.5, -0.3]")) == [])
  }

  @Test(arguments: [
    "np.sum(np.reshape(x, (2, 3)) ** 2, axis=0)",
    "np.sum(x * x, where=[True, False, True, True, False, True])", "np.prod(x)", "np.mean(x * x)",
    "np.var(x)", "np.std(np.reshape(x, (2, 3)), axis=1)",
    "np.average([1, 2, 3, 4, 5, 6], weights=x * x)", "np.max(x)",
    "np.min(np.reshape(x, (2, 3)), axis=1)", "np.ptp(x)", "np.cumsum(x)", "np.cumprod(x)",
    "np.diff(x, n=2)", "np.gradient(x)", "np.gradient(x, [0, 1, 3, 4, 6, 7])",
    "np.trapezoid(x * x)", "np.median(x)", "np.percentile(x, [20, 70])",
    "np.nanmean(np.append(x * x, np.nan))", "np.nanvar(np.append(x, np.nan))",
    "np.nanmax(np.append(x, np.nan))", "np.cov(np.reshape(x, (2, 3)))",
    "np.corrcoef(np.reshape(x, (2, 3)))[0, 1]", "np.bincount([0, 1, 1, 2, 0, 2], weights=x)",
  ]) func reductions(_ function: String) {
    #expect(
      messages(comparison("weighted(\(function))", at: "[0.5, -1.2, 2.0, 0.7, 1.5, -0.3]")) == [])
  }

  @Test(arguments: [
    "np.sort(x)", "np.partition(x, 2) ** 2", "np.take(x, [3, 1, 1])",
    "np.take_along_axis(np.reshape(x, (2, 3)), np.array([[2, 0], [1, 1]]), axis=1)",
    "np.choose([0, 1, 0], [x[:3], x[3:]])", "np.compress([1, 0, 1], x)", "np.extract(x > 0, x)",
    "np.where(x > 0, x * x, -x)", "np.select([x > 1, x > 0], [x * x, 3 * x], default=0.5)",
    "np.clip(x, -1, 1) ** 2", "np.unique(x)",
    "np.piecewise(x, [x < 0, x >= 0], [lambda t: -t, lambda t: t ** 2])",
    "np.interp(x, [-2, 0, 1, 3], [1, 2, 0, 5.0])", "np.interp([0.5, 2.5], [0, 1, 2, 3, 4, 5], x)",
    "np.convolve(x, x[:3])", "np.correlate(x, x[:2], 'same')", "np.polyval(x, 1.3)",
    "np.polyval([1, 2, 3.0], x)", "np.polyfit([0, 1, 2, 3, 4, 5.0], x, 2)", "np.polymul(x, x[:3])",
    "np.vander(x, 3)", "np.sinc(x)",
    "np.apply_along_axis(lambda r: r[0] * r[1:], 1, np.reshape(x, (2, 3)))",
    "np.vectorize(lambda t: t * t if t > 0 else -t)(x)",
    "sum(value * place[0] for place, value in np.ndenumerate(x))",
  ]) func picking(_ function: String) {
    #expect(
      messages(comparison("weighted(\(function))", at: "[0.5, -1.2, 2.0, 0.7, 1.5, -0.3]")) == [])
  }

  @Test(arguments: [
    "np.dot(x, x.T)", "np.inner(x, x)", "np.outer(x[0], x[1])", "np.tensordot(x, x, axes=1)",
    "np.tensordot(x, x)", "np.einsum('ij,kj->ik', x, x)", "np.einsum('i,ij,j->', x[0], x, x[1])",
    "np.einsum('ii->i', x)", "np.trace(x @ x)", "np.diagonal(x * x, 1)", "np.kron(x[0], x)",
    "np.cross(x[0], x[1])", "np.vdot(x, x)", "np.linalg.inv(x)", "np.linalg.det(x)",
    "np.linalg.slogdet(x)[1]", "np.linalg.solve(x, x[0] ** 2)", "np.linalg.solve(x, x.T)",
    "np.linalg.pinv(x[:, :2])", "np.linalg.lstsq(x[:, :2], x[:, 2])[0]",
    "np.linalg.lstsq(x[:, :2], x[:, 2])[1]", "np.linalg.matrix_power(x, 3)",
    "np.linalg.matrix_power(x, -2)", "np.linalg.multi_dot([x, x.T, x[:, 0]])", "np.linalg.norm(x)",
    "np.linalg.norm(x, np.inf)", "np.linalg.norm(x, 3, axis=1)", "np.linalg.cholesky(x @ x.T)",
  ]) func productsAndLinearAlgebra(_ function: String) {
    let point = "[[2.0, 0.5, 0.1], [0.3, 1.5, 0.2], [0.2, 0.1, 1.8]]"
    #expect(messages(comparison("weighted(\(function))", at: point)) == [])
  }

  @Test(arguments: ["eigh(x)[0]", "svd(x)[1]", "qr(x)[1]", "eigvals(x)", "norm(x, 'nuc')"])
  func factorsHaveNoDerivative(_ call: String) {
    let name = call.prefix { $0 != "(" }
    #expect(
      messages("grad(lambda x: np.sum(np.linalg.\(call)))(np.array([[2.0, 1.0], [1.0, 3.0]]))")
        == [
          "TypeError: cannot differentiate through np.\(name): there is no derivative of it in neuron"
        ])
  }

  @Test(arguments: [
    (
      "np.linalg.eig([[0, 1], [-1, 0]])",
      "TypeError: the matrix has eigenvalues that are not real, and complex numbers are not part of neuron"
    ),
    (
      "np.histogram([1, 2], bins='auto')",
      "TypeError: bins='auto' of np.histogram is not part of neuron: say how many bins, or where"
    ),
    (
      "np.r_['0,2', [1, 2], [3, 4]]",
      "TypeError: np.r_['0,2', …] is not part of neuron: use np.concatenate or np.stack with an axis"
    ),
    (
      "np.pad([1, 2], 1, mode='mean')",
      "TypeError: the mode 'mean' of np.pad is not part of neuron: join the parts with np.concatenate"
    ),
    (
      "np.seterr(all='raise')",
      "TypeError: all='raise' of np.seterr is not part of neuron: test the values with np.isnan or np.isinf"
    ),
    (
      "np.fft",
      "AttributeError: numpy has `fft`, neuron's does not: it has no complex numbers, keep the real and the imaginary part in two arrays"
    ),
    ("np.foo", "AttributeError: module 'numpy' has no attribute 'foo'"),
    (
      "np.float_",
      "AttributeError: `np.float_` was removed in the NumPy 2.0 release. Use `np.float64` instead."
    ),
  ]) func whatIsNotHere(_ program: String, _ message: String) {
    #expect(messages(program) == [message])
  }

  @Test(arguments: [
    "np.tile([1, 2], (2**62, 2**62))", "np.repeat([1], 2**62)",
    "np.pad([1, 2], 2**62, mode='edge')",
    "np.resize([1], (2**40, 2**40))", "np.hanning(1e18)", "np.vander([1, 2], 10**9)",
    "np.reshape([], (0, 2**62, 2**62))", "np.histogram([1, 2], bins=10**12)",
    "np.array_split(np.ones(3), 10**9)", "np.diag_indices(2, 10**12)",
    "np.sum(np.broadcast_to(1.0, (2**40,)))", "np.convolve(np.ones(10**6), np.ones(10**6))",
    "np.linalg.inv(np.broadcast_to(1.0, (2**20, 2**20)))", "np.bincount([10**18])",
  ]) func sizesBeyondMeasureEndAtALimit(_ program: String) {
    let problems = run("import numpy as np\n" + program, limits: .forTests).problems
    #expect(problems.count == 1)
    #expect(["memory-limit", "step-limit"].contains(problems.first?.rule.id ?? ""))
  }
}

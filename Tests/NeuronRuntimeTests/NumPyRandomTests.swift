import Testing

/// What `numpy.random` and `sklearn.datasets` say where they part from NumPy and scikit-learn, and that
/// nothing asked of them goes on for ever.
struct NumPyRandomTests {
  private func messages(_ text: String) -> [String] {
    let setUp = "import numpy as np\nfrom sklearn import datasets\n"
    return run(setUp + text, limits: .forTests).problems.map(\.message)
  }

  @Test(arguments: [
    "np.random.rand()", "np.random.randn(3)", "np.random.shuffle([1, 2])", "np.random.choice(5)",
    "np.random.get_state()", "datasets.make_moons(5)", "datasets.make_blobs(5)",
    "datasets.make_circles(5, shuffle=False, noise=0.1)",
  ]) func numbersWithoutASeedAreRefused(_ call: String) {
    #expect(
      messages(call) == [
        "RuntimeError: random numbers without a seed differ from run to run: call np.random.seed(0) first"
      ])
  }

  @Test(arguments: [
    ("np.random.seed()", "np.random.seed(0)"), ("np.random.seed(None)", "np.random.seed(0)"),
    ("np.random.RandomState()", "np.random.RandomState(0)"),
    ("np.random.RandomState(1).seed()", "rng.seed(0)"),
    ("np.random.default_rng()", "np.random.default_rng(0)"),
    ("np.random.PCG64(None)", "np.random.PCG64(0)"),
    ("np.random.SeedSequence()", "np.random.SeedSequence(0)"),
  ]) func aSeedOfNoneIsRefused(_ call: String, _ advice: String) {
    #expect(
      messages(call) == [
        "ValueError: a seed of None differs from run to run: seed with a number, as \(advice)"
      ])
  }

  @Test func pointsWithoutChanceNeedNoSeed() {
    #expect(messages("datasets.make_moons(5, shuffle=False)") == [])
  }

  @Test(arguments: [
    (
      "np.random.seed(1)\nnp.random.vonmises(0, 1)",
      "np.random.vonmises is not part of neuron: use random.vonmisesvariate of Python's random"
    ),
    (
      "np.random.default_rng(1).multivariate_normal([0], [[1]])",
      "Generator.multivariate_normal is not part of neuron: use mean + z @ L.T, with L from np.linalg.cholesky(cov)"
    ),
    (
      "np.random.seed(1)\nnp.random.choice(['a', 'b'])",
      "a list of texts of np.random.choice is not part of neuron: choose a place and look it up, as names[np.random.choice(len(names))]"
    ),
    (
      "np.random.default_rng(1).permutation(['a', 'b'])",
      "a list of texts of Generator.permutation is not part of neuron: shuffle the places, as [names[i] for i in rng.permutation(len(names))]"
    ),
    (
      "np.random.default_rng(1).random(out=np.zeros(2))",
      "`out` of Generator.random is not part of neuron: assign the result"
    ),
    (
      "np.random.default_rng(1).bit_generator.state",
      "'state' of PCG64 is not part of neuron: make a new generator from a seed"
    ),
    (
      "np.random.seed(1)\nnp.random.get_state()[1]",
      "what get_state gives has no parts in neuron: hand it to set_state as it is"
    ),
    (
      "datasets.load_iris()",
      "sklearn.datasets.load_iris is not part of neuron: write the numbers as lists, in a module beside the lesson"
    ),
    (
      "grad(lambda mu: np.random.RandomState(1).normal(mu))(1.0)",
      "RandomState.normal has no derivative with respect to its parameters: draw standard numbers and compute with them, as mu + sigma * np.random.randn()"
    ),
  ]) func whatIsLeftOutIsNamed(_ text: String, _ message: String) {
    #expect(messages(text) == ["TypeError: \(message)"])
  }

  @Test(arguments: [
    "np.random.permutation(10**12)", "np.random.rand(2**40, 2**40)",
    "np.random.normal(size=(2**62, 2**62, 0))", "np.random.choice(10**15, 3, replace=False)",
    "np.random.default_rng(1).choice(10**15, 10**12, replace=False)",
    "np.random.default_rng(1).spawn(10**12)", "np.random.randint(0, 5, 10**11)",
    "np.random.multinomial(5, [0.5, 0.5], 10**11)", "np.random.dirichlet([0.5, 0.5], 10**11)",
    "datasets.make_moons(10**13)", "datasets.make_moons((2**62, 2**62))",
    "datasets.make_blobs([2**62, 2**62])", "datasets.make_blobs(5, 10**12)",
    "datasets.make_blobs(5, centers=10**12)",
  ]) func sizesBeyondTheMemoryEnd(_ call: String) {
    let run = run(
      "import numpy as np\nfrom sklearn import datasets\nnp.random.seed(1)\n\(call)",
      limits: .forTests)
    #expect(run.problems.map(\.rule.id) == ["memory-limit"])
  }

  @Test func elementsChosenAtRandomHaveDerivatives() {
    let run = run(
      """
      import numpy as np
      def chosen(w):
          rng = np.random.default_rng(2)
          return rng.choice(w, 5).sum() + rng.permutation(w) @ np.arange(3)
      def shuffled(w):
          v = w * 1
          np.random.RandomState(1).shuffle(v)
          return v @ np.arange(3.0)
      w = np.array([1.0, 2.0, 3.0])
      rng = np.random.default_rng(2)
      print(rng.choice(3, 5), rng.permutation(3), grad(chosen)(w))
      print(np.random.RandomState(1).permutation(3), grad(shuffled)(w))
      """, limits: .forTests)
    #expect(run.report == "[2 0 0 0 1] [0 2 1] [3. 3. 2.]\n[0 2 1] [0. 2. 1.]\n")
  }
}

import NeuronSyntax
import SourceText
import Testing

/// What names mean: behind a name, `₁` numbers a definition, `¹` says that the name means it, `ᵇ` that
/// it is built in, `⁰` that it has no certain meaning. A line `---` begins the next cell, `--- vain` one
/// that does not run, `--- stops N` one that stops in its N-th statement.
struct NameMeaningTests {
  @Test(arguments: session + functions + branches + classes + others)
  func `a name means`(_ marked: String) { expectMeanings(marked) }

  private func expectMeanings(
    _ marked: String, wasRun: @escaping (_ text: String, Span) -> Bool? = { _, _ in nil }
  ) {
    let expected = MarkedNames(marked)
    let texts = expected.cells.map { read($0.text) }
    let found = NameMeanings(
      of: zip(texts, expected.cells).map { ($0.module, $1.progress) },
      builtins: ["sum", "print", "list", "int", "staticmethod", "classmethod", "property"]
    ) { wasRun(expected.cells[$0].text, $1) }
    for mark in expected.marks {
      let uses = found.uses[mark.cell].filter { $0.span == mark.span }
      let meaning: String =
        switch uses.first?.meaning {
        case .definition(let index):
          expected.number(of: found.definitions[index]).map(String.init) ?? "unmarked definition"
        case .builtin: "b"
        case .member(let path): path
        case nil: "0"
        }
      #expect(uses.count < 2)
      #expect(meaning == mark.meaning, "\(mark.name) in cell \(mark.cell + 1)")
    }
    for (number, place) in expected.definitions {
      let isThere = found.definitions.contains { $0.cell == place.cell && $0.span == place.span }
      #expect(isThere, "definition \(number)")
    }
  }

  static let session = [
    // The last binding before the name.
    "x₁ = 1\nx¹\nx₂ = 2\nx²\n",
    "x₁ = 1\n---\nx¹\nx₂ = x¹ + 1\nx²\n---\nx²\n",
    "x₁ = y₂ = 1\nx¹ + y²\n(a₃, *b₄), c₅ = z\na³, b⁴, c⁵\n",
    "x₁ = 1\nx¹ += 1\nx¹\n",
    "print(y⁰)\ny₁ = 2\n",
    "x₁ = 1\ndel x¹\nx⁰\n",
    "sumᵇ([])\nsum₁ = 3\nsum¹\ndel sum¹\nsumᵇ\n",
    "x₁: int = 1\nx¹\ny: int\ny⁰\n",
    "(n₁ := 3)\nn¹\n",
    "for i₁ in z: i¹\ni¹\n",
    "x₁ = 1\n--- vain\nx¹\nx₂ = 2\nx²\n---\nx¹\n",
    "x₁ = 1\n--- stops 2\na₂ = 1\nx₃ = f()\nx³\ny₄ = 1\n---\nx¹ + a² + y⁰\n",
    "x₁ = 1\n--- stops 1\nfor x₂ in y:\n  z₃ = 1\n---\nx¹ + z³\n",
  ]

  static let functions = [
    // Parameters and locals.
    "def f₁(x₂, *y₃, k₄=1, **z₅):\n  a₆ = x² + y³ + k⁴\n  return a⁶, z⁵\nf¹\n",
    "def f(x₁):\n  x₂ = x¹\n  return x²\n",
    "x₁ = 1\ndef f(a=x¹):\n  x₂ = 2\n  return x²\nx¹\n",
    "def f():\n  for i in y:\n    b¹\n    b₁ = 1\n",
    // A global is looked up when the function is called.
    "def f():\n  return g¹\ndef g₁(): pass\n",
    "def f():\n  return g¹\n---\ng₁ = 1\n---\ng₂ = 1\n",
    "w₁ = 1\ndef f():\n  return w¹\nw₂ = 2\n",
    "w₁ = 1\n---\ndef f():\n  return w²\nw₂ = 2\n---\nw₃ = 3\n",
    "w₁ = 1\n---\ndef f():\n  return w¹\n---\nw₂ = 2\n",
    "def f₁(n):\n  return f¹(n)\n---\ndef f₂(n):\n  return f²(n)\n",
    "def f():\n  return sumᵇ\n---\nsum₁ = 2\n",
    "def f():\n  return x⁰\n--- vain\nx₁ = 1\n",
    // What is given to a call sees what the call sees.
    "w₁ = 1\nmap(lambda v₃: w¹ * v³, z)\nw₂ = 2\n",
    "w₁ = 1\n---\nmap(lambda v: w¹, z)\nw₂ = 2\n",
    "w₁ = 1\n---\ng = lambda: w²\nw₂ = 2\n",
    // Around functions.
    "def f(y₁):\n  def g(x₂):\n    return y¹ - x²\n  return g\n",
    "def f():\n  def g():\n    return y¹\n  y₁ = 1\n  return g\n",
    "def f():\n  y₁ = 1\n  def g():\n    nonlocal y¹\n    y₂ = 2\n    return y¹\n  return y¹\n",
    "n₁ = 0\ndef f():\n  global n¹\n  n₂ = 1\n  return n¹\nn¹\n",
    "def f():\n  global n\n  n₁ = 1\nf()\nn¹\n",
    "def f():\n  global n\n  n¹ += 1\nn₁ = 0\n",
    // Keywords are parameters.
    "def f₁(x₂, y₃=1): pass\nf¹(1, y³=2, z⁰=1)\n",
    "def f(x₁, /, **r): pass\nf(x⁰=2)\n",
    "f₁ = lambda x₂: x²\nf¹(x²=3)\n",
    "@g\ndef f(x): pass\nf(x⁰=1)\n",
    "f(x⁰=1)\n",
    // Decorators and annotations.
    "def g₁(f): pass\n@g¹\ndef f₂(x: intᵇ) -> g¹: pass\nf²\n",
  ]

  static let branches = [
    // The first of what may be meant.
    "if c:\n  x₁ = 1\nelse:\n  x₂ = 2\n  x²\nx¹\n",
    "x₁ = 0\nif c:\n  x₂ = 1\n  x²\nx¹\n",
    "if c:\n  x₁ = 1\nx¹\n",
    "if c:\n  x₁ = 1\nelif d:\n  y₂ = 2\nelse:\n  x₃ = 3\nx¹, y²\n",
    "if c:\n  x₁ = None\n  raise E\nelse:\n  x₂ = 2\nx²\n",
    "def f(c):\n  if c:\n    x₁ = 1\n    return x¹\n  x₂ = 2\n  return x²\n",
    "x₁ = 0\nfor i in z:\n  x¹\n  x₂ = 1\n  x²\nx¹\n",
    "for i in z:\n  if i: x¹\n  x₁ = i\nx¹\n",
    "while True:\n  if c:\n    x₁ = 1\n    break\nx¹\n",
    "try:\n  import numpy as np₁\nexcept ImportError as e₂:\n  e²\n  np₃ = None\nnp¹\ne⁰\n",
    "try:\n  x₁ = f()\nexcept E:\n  x¹\nelse:\n  y₂ = x¹\nfinally:\n  x¹\ny²\n",
    "with a as (b₁, c₂):\n  d₃ = b¹\nc², d³\n",
    "x₁ = 1\nif c:\n  del x¹\nx¹\n",
  ]

  /// With the lines that were run, which end with `# ran`.
  @Test(arguments: [
    "if c:\n  x₁ = 1\nelse:\n  x₂ = 2 # ran\nx²\n",
    "x₁ = 1 # ran\nif c:\n  x₂ = 2 # ran\nx²\n",
    "x₁ = 1 # ran\nif c:\n  x₂ = 2\nx¹\n",
    "if c:\n  x₁ = 1\nelif d: # ran\n  x₂ = 2 # ran\nelse:\n  x₃ = 3\nx²\n",
    "if c:\n  x₁ = 1 # ran\nelif d:\n  x₂ = 2\nx¹\n",
    "try:\n  x₁ = f() # ran\nexcept E:\n  x₂ = 2 # ran\nx²\n",
    "try:\n  x₁ = f() # ran\nexcept E:\n  x₂ = 2\nx¹\n",
    "i₁ = 0 # ran\nfor i₂ in z: # ran\n  g(i²) # ran\ni²\n",
    "b₁ = 0 # ran\nfor i in z: # ran\n  if i: # ran\n    b₂ = i # ran\n    break # ran\nb²\n",
    "b₁ = 0 # ran\nwhile c: # ran\n  for i in z: # ran\n    b₂ = i # ran\nb²\n",
    "b₁ = 0 # ran\nfor i in z: # ran\n  if i: # ran\n    continue # ran\n  b₂ = i\nb¹\n",
    "b₁ = 0 # ran\nfor i in z: # ran\n  try:\n    b₂ = f() # ran\n  except E:\n    g() # ran\nb¹\n",
    "for i in z: # ran\n  if i: # ran\n    x₁ = 1 # ran\n  else:\n    x₂ = 2 # ran\nx¹\n",
    "def f(c): # ran\n  x₁ = 1 # ran\n  if c: # ran\n    x₂ = 2 # ran\n  return x¹ # ran\n",
    "def f(c): # ran\n  if c: # ran\n    x₁ = 1\n  else:\n    x₂ = 2 # ran\n  return x² # ran\n",
  ])
  func `a name means what was run`(_ marked: String) {
    expectMeanings(marked) { text, span in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      var start = 0
      var runs: Bool?
      for line in lines {
        if span.start < start + line.utf8.count, start < span.end {
          runs = runs == true || line.hasSuffix("# ran")
        }
        start += line.utf8.count + 1
      }
      return runs
    }
  }

  static let classes = [
    "class A₁:\n  n₂ = 1\n  m₃ = n²\n  def f₄(self₅):\n    return n⁰, self⁵.n², self⁵.f⁴(), self⁵.q⁰\nA¹.n²\nA¹.f⁴\n",
    "class A:\n  def g(self):\n    self.x¹\n    self.x¹ = 2\n  def __init__(self, x₂):\n    self.x₁ = x²\n",
    "class A:\n  def f(self):\n    self.x₁ = 1\n  def g(self):\n    self.x¹ += 1\n    def h():\n      return self.x¹\n",
    "class A:\n  def f₁(self): pass\nclass B(A):\n  def g(self):\n    self.f¹()\n",
    "class A(Other):\n  def g(self):\n    self.f⁰()\n",
    "class A:\n  def f(self): pass\n  def __init__(self):\n    self.f₁ = 2\n    self.f⁰\n",
    "class A:\n  @property\n  def v₁(self): pass\n  @v¹.setter\n  def v(self, x): pass\n  def f(self):\n    self.v¹\n",
    "class A:\n  @staticmethod\n  def f(x):\n    x.g⁰\n  @classmethod\n  def g₁(cls):\n    cls.g¹\n",
    "class A₁:\n  def __init__(self, sizes₂): pass\n  def f₃(self, k₄):\n    self.f³(k⁴=1)\nA¹(sizes²=3)\n",
    "class A:\n  def f(self):\n    self = other\n    self.f⁰\n",
    "x₁ = 1\nclass A:\n  y₂ = x¹\n  x₃ = x¹\n  z = x³\nx¹\n",
    "def f(x₁):\n  class A:\n    y = x¹\n    def g(self):\n      return x¹\n",
    "class A:\n  x₁: int\n  def f(self):\n    self.x¹\n",
    "class A₁:\n  def f(self):\n    return A¹()\n---\nclass A₂:\n  def f(self):\n    return A²()\n",
    "v = A()\nv.x⁰\n",
  ]

  static let others = [
    // Comprehensions.
    "x₁ = [x² for x₂ in y]\nx¹\n",
    "[a² + b³ for a₂ in z if a² for b₃ in a²]\n",
    "w₁ = 2\nsum(w¹ * v³ for v₃ in z)\nw₂ = 1\n",
    "[(y₁ := x) for x in z]\ny¹\n",
    "def f(a₁):\n  return {k²: a¹ for k₂ in a¹}\n",
    // In f-strings.
    "x₁ = 1\nprint(f'{x¹:{x¹}} {{x}} {x¹!r} {\"x\"}')\n",
    // Imports.
    "import numpy as np₁\nnp¹.exp\n",
    "from m import x₁, y as z₂\nx¹, z²\n",
    "x₁ = 1\nfrom m import *\nx⁰, sum⁰\ny₂ = 3\ny²\n",
    // What cannot be read hides nothing else.
    "x₁ = 1\nasync def f(): pass\nx¹\n",
  ]

  @Test func `a member of a module is known by its path`() {
    let text = read(
      "import numpy as np\nimport matplotlib.pyplot\nnp.linalg.norm\nmatplotlib.pyplot.plot\n")
    let paths = NameMeanings(of: [(text.module, .ran)], builtins: []).uses[0].compactMap { use in
      if case .member(let path) = use.meaning { path } else { nil as String? }
    }
    #expect(
      paths == [
        "numpy.linalg", "numpy.linalg.norm", "matplotlib.pyplot", "matplotlib.pyplot.plot",
      ])
  }

  @Test func `functions and classes say how they are called`() {
    let text = read(
      "def f(a, /, b=1, *c, d=[1,\n 2], **e):\n  '''\n  Does it.\n\n  More.'''\nclass A:\n  'An a.'\n"
        + "  def __init__(self, n): pass\nclass B: pass\n")
    let definitions = NameMeanings(of: [(text.module, .ran)], builtins: []).definitions
    #expect(
      definitions.compactMap(\.heading) == [
        "def f(a, /, b=1, *c, d=…, **e)", "class A(n)", "def __init__(self, n)", "class B",
      ])
    #expect(definitions.compactMap(\.summary) == ["Does it.", "An a."])
  }

  @Test(.timeLimit(.minutes(1))) func `many names take little time`() {
    let many = (0..<20_000).map { "n\($0) = n\(max($0 - 1, 0))\n" }.joined()
    let branches = (0..<5_000).map { "if a:\n  x = \($0)\nelse:\n  y\($0) = x\n" }.joined()
    let deep =
      (0..<90).map { String(repeating: " ", count: $0) + "if a:\n" }.joined()
      + (0..<2_000).map { String(repeating: " ", count: 90) + "v\($0) = 1\n" }.joined()
    let chain =
      "class A0: pass\n" + (1..<2_000).map { "class A\($0)(A\($0 - 1)): pass\n" }.joined()
      + "A1999.x\n"
    for program in [many, branches, deep, chain] {
      let text = read(program)
      #expect(text.diagnostics.isEmpty)
      #expect(
        !NameMeanings(of: [(text.module, .ran)], builtins: []).definitions.isEmpty)
    }
  }
}

/// Cells whose names are marked.
private struct MarkedNames {
  struct Cell {
    var text = ""
    var progress = CellProgress.ran
  }

  struct Mark {
    var name: String
    var cell: Int
    var span: Span
    /// A number, `b` or `0`.
    var meaning: String
  }

  private(set) var cells: [Cell] = []
  private(set) var marks: [Mark] = []
  private(set) var definitions: [(number: Int, place: (cell: Int, span: Span))] = []

  init(_ marked: String) {
    cells.append(Cell())
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("---") {
        let words = line.split(separator: " ")
        let progress: CellProgress =
          switch words.dropFirst().first {
          case "vain": .notRun
          case "stops": .stopped(inStatement: (Int(words[2]) ?? 1) - 1)
          default: .ran
          }
        cells.append(Cell(progress: progress))
      } else {
        for character in line { add(character) }
        cells[cells.count - 1].text += "\n"
      }
    }
  }

  private mutating func add(_ character: Character) {
    let cell = cells.count - 1
    let text = cells[cell].text
    let name = String(
      String(text.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }).reversed())
    let span = Span(text.utf8.count - name.utf8.count, text.utf8.count)
    if let number = Array("₁₂₃₄₅₆").firstIndex(of: character) {
      definitions.append((number + 1, (cell, span)))
    } else if let meaning = Array("⁰¹²³⁴⁵⁶").firstIndex(of: character) {
      marks.append(Mark(name: name, cell: cell, span: span, meaning: String(meaning)))
    } else if character == "ᵇ" {
      marks.append(Mark(name: name, cell: cell, span: span, meaning: "b"))
    } else {
      cells[cell].text.append(character)
    }
  }

  func number(of definition: NameDefinition) -> Int? {
    definitions.first { $0.place.cell == definition.cell && $0.place.span == definition.span }?
      .number
  }
}

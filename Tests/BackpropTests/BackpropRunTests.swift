import Backprop
import Testing

/// Runs lesson code by hand: notes when calls begin, as the machine does.
private final class Recorder {
  let tape = Tape()
  var parameters: [BackpropRun.Parameter] = []
  var calls: [BackpropRun.Call] = []

  func parameter(_ name: String, _ value: Double) -> Traced {
    let traced = tape.input(Traced(value))
    parameters.append(.init(name: name, value: .number(traced)))
    return traced
  }

  func call(_ function: String, _ body: (Tape) -> Traced) -> Traced {
    let index = calls.count
    calls.append(.init(function: function, value: .number(Traced(0)), begunAt: tape.count))
    let value = body(tape)
    calls[index].value = .number(value)
    return value
  }

  func run(workLimit: Int = .max) throws -> BackpropRun? {
    try BackpropRun(
      of: tape, parameters: parameters, calls: calls, workLimit: workLimit, budget: ArrayBudget())
  }
}

private func index(of name: String, in run: BackpropRun) -> Int? {
  guard case .quantity(let index) = run.meaning(of: name) else { return nil }
  return index
}

private func derivative(_ run: BackpropRun, of name: String, by other: String) -> Double? {
  guard let a = index(of: name, in: run), let b = index(of: other, in: run) else { return nil }
  return run.derivative(of: a, by: b)?.number
}

/// The loss of one neuron: l(x, w, b, y) = (y - h(x, w, b))², h = sigmoid(z(x, w, b)).
private func oneNeuron() -> Recorder {
  let recorder = Recorder()
  let x = recorder.parameter("x", 1)
  let w = recorder.parameter("w", 0.3)
  let b = recorder.parameter("b", 0.3)
  let y = recorder.parameter("y", 1)
  _ = recorder.call("l") { tape in
    let h = recorder.call("h") { _ in
      let z = recorder.call("z") { $0.apply(.add, $0.apply(.multiply, w, x), b) }
      return recorder.call("sigmoid") {
        let power = $0.apply(.exp, $0.apply(.negate, z))
        return $0.apply(.divide, Traced(1), $0.apply(.add, Traced(1), power))
      }
    }
    return tape.apply(.power, tape.apply(.subtract, y, h), Traced(2))
  }
  return recorder
}

@Suite struct BackpropRunTests {
  @Test func oneNeuronGoesFromTheOutermostInwards() throws {
    let run = try #require(try oneNeuron().run())
    #expect(
      run.steps.map { run.row(of: $0).joined(separator: " | ") } == [
        "l | 0.1255594533 |  |  | ∂l/∂l = 1",
        "sigmoid = h | 0.6456563062 | ∂l/∂sigmoid = -0.7086873875 | ∂l/∂l = 1 | ∂l/∂sigmoid = -0.7086873875",
        "z | 0.6 | ∂sigmoid/∂z = 0.2287842405 | ∂l/∂sigmoid = -0.7086873875 | ∂l/∂z = -0.1621365057",
        "x | 1 | ∂z/∂x = 0.3 | ∂l/∂z = -0.1621365057 | ∂l/∂x = -0.0486409517",
        "w | 0.3 | ∂z/∂w = 1 | ∂l/∂z = -0.1621365057 | ∂l/∂w = -0.1621365057",
        "b | 0.3 | ∂z/∂b = 1 | ∂l/∂z = -0.1621365057 | ∂l/∂b = -0.1621365057",
        "y | 1 | ∂l/∂y = 0.7086873875 | ∂l/∂l = 1 | ∂l/∂y = 0.7086873875",
      ])
  }

  @Test func derivativesOfOneNeuron() throws {
    let recorder = oneNeuron()
    let run = try #require(try recorder.run())
    let byW = try #require(derivative(run, of: "l", by: "w"))
    #expect(isClose(byW / -0.16213650568147556, 1, within: 1e-12))
    #expect(run.parameters.map(\.name) == ["x", "w", "b", "y"])
    let loss = Traced(0, node: recorder.calls[0].value.node)
    #expect(
      run.parameters.map(\.derivative.number)
        == recorder.tape.gradients(
          of: loss, withRespectTo: recorder.parameters.map(\.value.node)))
    #expect(derivative(run, of: "sigmoid", by: "w") == derivative(run, of: "h", by: "z"))
    #expect(derivative(run, of: "h", by: "sigmoid") == 1)
    #expect(derivative(run, of: "z", by: "y") == 0)
    #expect(derivative(run, of: "w", by: "z") == 0)
    #expect(derivative(run, of: "l", by: "l") == 1)
  }

  @Test func aQuantityUsedTwiceHasASumOfProducts() throws {
    // f = p·q with p = u², q = 3u, u = 2x.
    let recorder = Recorder()
    let x = recorder.parameter("x", 1)
    _ = recorder.call("f") { tape in
      let u = recorder.call("u") { $0.apply(.multiply, Traced(2), x) }
      let p = recorder.call("p") { $0.apply(.square, u) }
      let q = recorder.call("q") { $0.apply(.multiply, Traced(3), u) }
      return tape.apply(.multiply, p, q)
    }
    let run = try #require(try recorder.run())
    #expect(
      run.steps.map { run.row(of: $0).joined(separator: " | ") } == [
        "f | 24 |  |  | ∂f/∂f = 1",
        "q | 6 | ∂f/∂q = 4 | ∂f/∂f = 1 | ∂f/∂q = 4",
        "p | 4 | ∂f/∂p = 6 | ∂f/∂f = 1 | ∂f/∂p = 6",
        "u | 2 | ∂q/∂u = 3 | ∂f/∂q = 4 | = 12",
        " |  | ∂p/∂u = 4 | ∂f/∂p = 6 | = 24",
        " |  |  | sum | ∂f/∂u = 36",
        "x | 1 | ∂u/∂x = 2 | ∂f/∂u = 36 | ∂f/∂x = 72",
      ])
  }

  @Test func callsOfOneFunctionAreNumbered() throws {
    let recorder = Recorder()
    let x = recorder.parameter("x", 3)
    _ = recorder.call("f") { tape in
      let first = recorder.call("g") { $0.apply(.square, x) }
      return recorder.call("g") { $0.apply(.square, first) }
    }
    let run = try #require(try recorder.run())
    #expect(run.meaning(of: "g") == .several(["g[1]", "g[2]"]))
    #expect(run.output.name == "f")
    #expect(run.output.aliases == ["g[2]"])
    #expect(derivative(run, of: "g[2]", by: "g[1]") == 18)
    #expect(run.meaning(of: "g[3]") == nil)
  }

  @Test func recursionIsNumberedFromTheOutside() throws {
    // p(n) = x·p(n - 1), p(0) = x.
    let recorder = Recorder()
    let x = recorder.parameter("x", 2)
    func power(_ n: Int) -> Traced {
      recorder.call("p") { n == 0 ? x : $0.apply(.multiply, x, power(n - 1)) }
    }
    _ = power(2)
    let run = try #require(try recorder.run())
    #expect(run.names == ["p[1]", "p[2]", "x", "p[3]"])
    #expect(run.output.value.number == 8)
    #expect(derivative(run, of: "p[1]", by: "x") == 12)
    #expect(derivative(run, of: "p[2]", by: "x") == 4)
  }

  @Test func aParameterKeepsItsNameBesideAFunction() throws {
    let recorder = Recorder()
    let z = recorder.parameter("z", 3)
    _ = recorder.call("f") { tape in
      tape.apply(.negate, recorder.call("z") { $0.apply(.square, z) })
    }
    let run = try #require(try recorder.run())
    #expect(run.names == ["f", "z()", "z"])
    #expect(derivative(run, of: "f", by: "z") == -6)
    #expect(derivative(run, of: "f", by: "z()") == -1)
  }

  @Test func theCallThatMadeAValueNamesIt() throws {
    // `same` is called after g and hands on g's value; `outer` began before g and hands it on too.
    let recorder = Recorder()
    let x = recorder.parameter("x", 3)
    _ = recorder.call("f") { tape in
      let y = recorder.call("outer") { _ in recorder.call("g") { $0.apply(.square, x) } }
      return tape.apply(.negate, recorder.call("same") { _ in y })
    }
    let run = try #require(try recorder.run())
    #expect(run.names == ["f", "g", "outer", "same", "x"])
    #expect(derivative(run, of: "same", by: "x") == 6)
  }

  @Test func theFunctionAskedForNamesTheOutput() throws {
    let recorder = Recorder()
    let w = recorder.parameter("w", 3)
    _ = recorder.call("J") { _ in recorder.call("l") { $0.apply(.square, w) } }
    let run = try #require(try recorder.run())
    #expect(run.row(of: run.steps[0])[0] == "J = l")
    #expect(run.row(of: run.steps[1])[2] == "∂J/∂w = 6")
  }

  @Test func aFunctionThatGivesItsParameterBack() throws {
    let recorder = Recorder()
    let x = recorder.parameter("x", 3)
    _ = recorder.call("f") { _ in x }
    let run = try #require(try recorder.run())
    #expect(
      run.steps.map { run.row(of: $0).joined(separator: " | ") } == [
        "f | 3 |  |  | ∂f/∂f = 1",
        "x | 3 | ∂f/∂x = 1 | ∂f/∂f = 1 | ∂f/∂x = 1",
      ])
    #expect(run.parameters.map(\.derivative.number) == [1])
  }

  @Test func whatTheOutputDoesNotDependOn() throws {
    // `unused` is computed after the output, `eta` is a constant, u reaches nothing.
    let recorder = Recorder()
    let x = recorder.parameter("x", 3)
    _ = recorder.parameter("u", 5)
    _ = recorder.call("f") { tape in
      let eta = recorder.call("eta") { _ in Traced(0.1) }
      let y = tape.apply(.multiply, eta, x)
      _ = recorder.call("unused") { $0.apply(.square, x) }
      return y
    }
    let run = try #require(try recorder.run())
    #expect(
      run.steps.map { run.row(of: $0).joined(separator: " | ") } == [
        "f | 0.3 |  |  | ∂f/∂f = 1",
        "x | 3 | ∂f/∂x = 0.1 | ∂f/∂f = 1 | ∂f/∂x = 0.1",
        "u | 5 |  |  | ∂f/∂u = 0",
      ])
    #expect(derivative(run, of: "unused", by: "x") == 6)
    #expect(derivative(run, of: "f", by: "unused") == 0)
    #expect(derivative(run, of: "f", by: "eta") == 0)
  }

  @Test func aParameterThatIsAConstantHidesNoConstantCall() throws {
    let recorder = Recorder()
    recorder.parameters.append(.init(name: "n", value: .number(Traced(2))))
    let x = recorder.parameter("x", 3)
    _ = recorder.call("f") { tape in
      tape.apply(.multiply, recorder.call("two") { _ in Traced(2) }, x)
    }
    let run = try #require(try recorder.run())
    #expect(run.names == ["f", "two", "n", "x"])
    #expect(run.parameters.map(\.derivative.number) == [0, 2])
  }

  @Test func aConstantOutput() throws {
    let recorder = Recorder()
    _ = recorder.parameter("x", 3)
    _ = recorder.call("f") { _ in Traced(7) }
    let run = try #require(try recorder.run())
    #expect(run.output.value.number == 7)
    #expect(run.steps.map { run.row(of: $0)[0] } == ["f", "x"])
  }

  @Test func noCallIsNoRun() throws {
    #expect(try Recorder().run() == nil)
  }

  @Test func theWorkHasALimit() throws {
    // Every call reads one long chain that no name cuts.
    let recorder = Recorder()
    let x = recorder.parameter("x", 1)
    _ = recorder.call("f") { tape in
      var chain = x
      for _ in 0..<1000 { chain = tape.apply(.negate, chain) }
      var sum = Traced(0)
      for _ in 0..<100 {
        sum = tape.apply(.add, sum, recorder.call("g") { $0.apply(.square, chain) })
      }
      return sum
    }
    #expect(try recorder.run(workLimit: 50_000) == nil)
    #expect(try recorder.run() != nil)
  }

  @Test func aLongRunOfCallsIsQuick() throws {
    let recorder = Recorder()
    let x = recorder.parameter("x", 1)
    _ = recorder.call("f") { _ in
      var y = x
      for _ in 0..<20_000 { y = recorder.call("g") { $0.apply(.negate, y) } }
      return y
    }
    let run = try #require(try recorder.run(workLimit: 100_000))
    #expect(run.steps.count == 20_001)
    #expect(derivative(run, of: "f", by: "g[2]") == 1)
  }

  @Test(arguments: [
    (0.30000000000000004, "0.3"), (1, "1"), (-0.7086873874875, "-0.7086873875"), (1e-7, "1e-07"),
    (1e16, "1e+16"), (-0.0, "-0"), (-Double.infinity, "-inf"), (-Double.nan, "nan"),
    (-1.2345678901234e-300, "-1.23456789e-300"), (9_999_999_999.6, "1e+10"),
  ])
  func numbersForPeople(_ number: Double, _ text: String) {
    #expect(shortDecimal(number) == text)
  }
}

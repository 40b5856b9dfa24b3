import Backprop
import Testing

@Test func smoke() {
  let tape = Tape()
  let x = tape.input(Traced(3))
  let y = tape.apply(.multiply, x, tape.apply(.exp, x))
  let g = tape.recordedGradients(of: y, withRespectTo: [x.node])
  #expect(tape.gradients(of: y, withRespectTo: [x.node])[0] == g[0].value)
  let gg = tape.recordedGradients(of: g[0], withRespectTo: [x.node])
  let ggg = tape.gradients(of: gg[0], withRespectTo: [x.node])
  let e = Elementary.exp(3.0)
  #expect(g[0].value == 4 * e)
  #expect(gg[0].value == 5 * e)
  #expect(abs(ggg[0] - 6 * e) < 1e-12 * e)
}

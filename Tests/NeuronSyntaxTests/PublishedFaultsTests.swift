import NeuronSyntax
import SourceText
import Testing

/// The code of two lessons with the faults that they were published with.
struct PublishedFaultsTests {
  private func undefined(_ cells: [String]) -> [String] {
    check(cells, builtins: ["print"]).filter { $0.contains("undefined-name") }.compactMap { line in
      line.split(separator: "'").dropFirst().first.map(String.init)
    }
  }

  @Test func chainRule() {
    let cells = [
      """
      import numpy as np
      def sigmoid(val):
          sig = 1/(1 + np.exp(-val))
          print('sigma = ', sig)
          return sig 

      def z(x, w, b):
          z_calc = w*x + b 
          print('z = ', z_calc)
          return z_calc

      def h(x, w, b):
          return sigmoid(z(x, w, b))
      """,
      """
      def l(x, w, b, y):
          loss = (y - h(x, w, b))**2
          print('loss', loss)
          return loss
      """,
      "l(1, .3, .3, 1)",
      "def dl_dsig(w, b, x, y):\n    return 2*(h(w, b, x) - y)",
      "def dJ_dw(w, b, x, i):\n"
        + "    return dl_dsig(w, b, x, y)*dsig_dz(w, b, x, y)*dz_dw(x)",
      """
      def dJ_dw(w, b, x, i):
          dJ_dsig = dl_dsig(w, b, x, y)
          dJ_dz = dsig_dz(w, b, x, y)*dl
          dJ_dw = dz_dw(x)*dJ_dz
          return dw
      """,
    ]
    #expect(undefined(cells) == ["y", "dsig_dz", "dz_dw", "y", "dsig_dz", "dl", "dz_dw", "dw"])
  }

  @Test func backpropagation() {
    let cells = [
      "def dJ_dw(w, b, x, i):\n"
        + "    return dl_dsig(w, b, x, y)*dsig_dz(w, b, x, y)*dz_dw(x)",
      "def dJ_db(w, b, x, i):\n    return dl_dsig(w, b, x, y)*dsig_dz(w, b, x, y)*1",
      "def dl_dsig(w, b, x, y):\n    return 2*(h(w, b, x) - y)",
      """
      def dJ_dw(w, b, x, i):
          dJ_dsig_result = dJ_dsig(w, b, x, y)
          dJ_dz_result = dsig_dz(w, b, x, y)*dJ_dsig_result
          dJ_dw_result = dz_dw(x)*dJ_dz_result
          return dJ_dw
      """,
      """
      def dJ_dw_and_dJ_db(w, b, x, y):

          dJ_dsig_result = dl_dsig(w, b, x, y)
          dJ_dz_result = dJ_dsig_result*dsig_dz(w, b, x, y)
          # the upstream derivatives above, are shared
          # by the partial derivatives below
          
          dJ_dw = dJ_dz_result*dz_dw(x)
          dJ_db = dJ_dz_result*dz_db(x)
          return (dJ_dw, dJ_db)
      """,
    ]
    #expect(
      undefined(cells) == [
        "y", "dsig_dz", "dz_dw", "y", "dsig_dz", "h", "dJ_dsig", "y", "dsig_dz", "dz_dw", "dsig_dz",
        "dz_dw", "dz_db",
      ])
  }
}

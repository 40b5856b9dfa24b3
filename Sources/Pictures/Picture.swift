/// Something that a lesson shows besides text. Each has a text form too.
public enum Picture: Hashable, Sendable {
  case figure(Figure)
  /// How values depend on each other, with the table of steps that tells of derivatives, where there is one.
  case graph(ComputationGraph, steps: Table?)
  case array(ArrayGrid)

  /// What is stored and compared: of a graph with a table the table. Of an array only its title; what is
  /// stored of it is what NumPy prints.
  public var text: String {
    switch self {
    case .figure(let figure): figure.text
    case .graph(let graph, let steps): steps?.text ?? graph.text
    case .array(let grid): grid.title
    }
  }
}

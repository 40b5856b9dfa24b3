public import SourceText
import Drawing

extension Rule {
  /// Reported by `LessonPage.drawingProblems`.
  public static let graphvizMissing = Rule(
    "graphviz-missing", .warning, "graphs are laid out plainly, since Graphviz is not installed",
    """
    Graphviz says in which order the nodes of a computation graph stand. Without it they stand in an
    order of our own, which crosses more edges in large graphs, and the pictures are not the same as
    on a machine that has it. The help names the package.
    """, .sketch,
    wrong: "neuronbook render   (where Graphviz is not installed)",
    right: "apt-get install libgvc6 libcgraph6")
}

extension LessonPage {
  /// What was missing when the pictures of pages were drawn, of all pages until now.
  public static var drawingProblems: [Diagnostic] {
    guard GraphDrawing.hasMissedGraphviz else { return [] }
    return [
      Diagnostic(
        .graphvizMissing, "graphs are laid out plainly: Graphviz could not be opened",
        file: GraphDrawing.libraryName,
        help: "on Debian: apt-get install libgvc6 libcgraph6; with Homebrew: brew install graphviz")
    ]
  }
}

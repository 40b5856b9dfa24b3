import SourceText

extension Rule {
  /// Reported by `Typesetter.problem`.
  public static let mathUnavailable = Rule(
    "math-unavailable", .warning,
    "formulas stand on the page as TeX, since what sets them is not installed",
    """
    Formulas are set by KaTeX in JavaScriptCore, both taken from the system's packages. Without them
    the page shows the TeX of each formula, and nothing checks whether it can be set. The help names
    the package.
    """, .sketch,
    wrong: "neuronbook render   (where JavaScriptCore or KaTeX is not installed)",
    right: "apt-get install libjavascriptcoregtk-4.1-0 libjs-katex")

  /// Reported by `Typesetter.problems`.
  public static let highlightingUnavailable = Rule(
    "highlighting-unavailable", .warning,
    "code in other languages stands on the page without colours, since highlight.js is not installed",
    """
    Blocks such as ```` ```python ```` are coloured by highlight.js, taken from the system's packages.
    Without it they are shown plainly; neuron's own cells have their colours all the same. The help
    names the package.
    """, .sketch,
    wrong: "neuronbook render   (where highlight.js is not installed)",
    right: "apt-get install libjs-highlight.js")
}

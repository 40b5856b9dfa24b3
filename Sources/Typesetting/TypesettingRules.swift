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
}

import SourceText

// What can be wrong with a formula, each with its page.

extension Rule {
  /// A formula that KaTeX does not read.
  public static let mathRejected = Rule(
    "math-rejected", .error, "a formula that KaTeX does not read",
    """
    The TeX has an open brace, a command that does not exist, or one that KaTeX leaves out. The
    message is KaTeX's, the place is in the lesson.
    """, .lesson,
    wrong: #"""
      # The slope

      The slope is $\frac{\Delta y}{\Delta x$.
      """#,
    right: #"""
      # The slope

      The slope is $\frac{\Delta y}{\Delta x}$.
      """#)

  /// A formula beyond `TypesettingLimits.texLength`.
  public static let mathTooLong = Rule(
    "math-too-long", .error, "a formula beyond the limit of size",
    """
    A formula of many thousand characters is no formula any more, and setting it could take minutes.
    Split it into several.
    """, .sketch,
    wrong: #"$$x_1 + x_2 + x_3 + …$$  (ten thousand terms)"#,
    right: #"$$\sum_{i=1}^{n} x_i$$"#)

  /// A formula that took longer than `TypesettingLimits.seconds`.
  public static let mathTimeout = Rule(
    "math-timeout", .incomplete, "a formula whose typesetting took too long and was stopped",
    """
    Macros that double themselves can keep a typesetter busy for ever. Write the formula out.
    """, .sketch,
    wrong: #"$\def\a{\b\b}\def\b{\c\c}…$"#,
    right: #"$x + x + x + x$"#)
}

import SourceText

// What can be wrong with the HTML that a lesson holds, each with its page.

extension Rule {
  /// A tag or attribute that a page cannot have.
  public static let htmlRemoved = Rule(
    "html-removed", .warning, "HTML that a page cannot have is left out",
    """
    A lesson may hold HTML where Markdown has no word for it: tables, pictures with a size, a part that
    opens on a click. What could run in a reader's browser, load from elsewhere, or cover the page is
    left out: scripts, handlers such as `onclick`, frames, forms, addresses of protocols other than the
    web's, styles that take a thing out of its place.
    """, .lesson,
    wrong: """
      # A lesson

      Press <b onclick="alert(1)">here</b>.
      """,
    right: """
      # A lesson

      Press <b>here</b>.
      """)

  /// A tag without its partner.
  public static let htmlUnbalanced = Rule(
    "html-unbalanced", .warning, "an HTML tag has no partner, or stands where it cannot",
    """
    An element ends at the latest with the paragraph, list item or quotation in which it began; there
    the page closes it. An end tag that closes nothing is left out. Write both tags into the same
    part of the text.
    """, .lesson,
    wrong: """
      # A lesson

      This is <b>bold.

      This is not.</b>
      """,
    right: """
      # A lesson

      This is <b>bold.</b>

      This is not.
      """)

  /// A link or image of Markdown's whose address is dropped.
  public static let dangerousAddress = Rule(
    "dangerous-address", .warning, "a link or image has an address that pages do not follow",
    """
    An address such as `javascript:…` or `file:…` runs something in a reader's browser, or means another
    file on each machine. The page shows the text and leads nowhere.
    """, .lesson,
    wrong: """
      # A lesson

      See [the data](file:///home/ada/data.csv).
      """,
    right: """
      # A lesson

      See [the data](https://example.org/data.csv).
      """)
}

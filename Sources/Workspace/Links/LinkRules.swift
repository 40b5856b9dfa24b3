import SourceText

// What can be wrong with where links and images lead.

extension Rule {
  public static let brokenLink = Rule(
    "broken-link", .error, "a link or an image leads to a file that is not there",
    """
    Links without a scheme are ways from the folder of the lesson to a file, a folder or another
    lesson. This one leads to nothing; capitals count, since they do on most machines. Addresses with
    a host are not looked up.
    """, .sketch,
    wrong: "![the network](img/Network.png)   (the file is called network.png)",
    right: "![the network](img/network.png)")

  public static let brokenAnchor = Rule(
    "broken-anchor", .error, "a link leads to a place that its file has not",
    """
    What stands after `#` names a place in a Markdown file: a heading, by its text in small letters
    with `-` for spaces, as on GitHub (the second of the same text ends in `-1`); the `label` of a
    cell; an `id` in raw HTML. The heading may have been reworded since the link was written.
    """, .sketch,
    wrong: "[the rule](chain-rule.md#the-chain-rul)",
    right: "[the rule](chain-rule.md#the-chain-rule)")

  public static let imageWithoutText = Rule(
    "image-without-text", .warning, "an image has no alternative text",
    """
    Who cannot see the image is told what stands between the brackets: what it shows, as far as the
    lesson needs it. An image that only adorns can say so in HTML, with `alt=""`.
    """, .sketch,
    wrong: "![](img/network.png)",
    right: "![two inputs, three hidden neurons, one output](img/network.png)")

  public static let linkWithoutText = Rule(
    "link-without-text", .warning, "a link shows nothing to follow",
    """
    Between the brackets stands nothing, so that the link can be neither seen nor read aloud. Only a
    link to a figure with a caption or to an equation with a label may be empty: it says “Figure 1” or
    “(3)”.
    """, .sketch,
    wrong: "See [](chain-rule.md).",
    right: "See [the chain rule](chain-rule.md), and [](#eq:cost).")

  public static let unportableLink = Rule(
    "unportable-link", .warning, "an address means something else, or nothing, elsewhere",
    """
    A path from the top of a disk or host, or a scheme that browsers do not know, leads somewhere on
    one machine at best. Readers have the page on another. Write the way from the folder of the lesson,
    or an address with `https:`.
    """, .sketch,
    wrong: "![the network](/home/ada/lessons/img/network.png)",
    right: "![the network](img/network.png)")
}

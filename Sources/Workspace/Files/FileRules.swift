import SourceText

// What can be wrong with files, each with its page. The examples are what happens outside a text.

extension Rule {
  /// A file or folder is not there, or may not be read.
  public static let unreadableFile = Rule(
    "unreadable-file", .incomplete, "a file or folder cannot be read",
    """
    It is not there, or this user may not read it; the message is the system's. A check that leaves a
    lesson out is not a check, so the exit code is 2.
    """, .sketch,
    wrong: "neuronbook verify Notebook/chain-rule.md",
    right: "neuronbook verify Notebooks/chain-rule.md")

  /// A file holds bytes that are no UTF-8.
  public static let notUTF8 = Rule(
    "not-utf-8", .incomplete, "a file is not UTF-8 text",
    """
    Lessons and programs are UTF-8. An editor that saved the file in another encoding can save it in
    this one.
    """, .sketch,
    wrong: "a lesson saved as Latin-1",
    right: "iconv -f latin1 -t utf-8 old.md > new.md")

  /// A file is above the size that is read.
  public static let fileTooLarge = Rule(
    "file-too-large", .incomplete, "a file is larger than a lesson can be",
    """
    The file has more bytes than any person would read as a lesson. Most likely it is another kind of
    file under a lesson's name.
    """, .sketch,
    wrong: "neuronbook run weights.bin",
    right: "neuronbook run train.py")

  /// A file named on the command line is no lesson.
  public static let notALesson = Rule(
    "not-a-lesson", .incomplete, "a file that was asked for is not a lesson",
    """
    A lesson is a file `.md` with a `neuron` cell or a `title` in its front matter. Other Markdown in
    a folder is passed over; a file that is named must be a lesson.
    """, .sketch,
    wrong: "neuronbook verify README.md",
    right: "neuronbook verify Notebooks/chain-rule.md")

  /// The paths given hold no lesson.
  public static let noLessons = Rule(
    "no-lessons", .incomplete, "no lesson was found",
    """
    Neither the paths given nor, without any, `Notebooks` or the current folder hold a lesson. To
    check nothing must not read as a success, so the exit code is 2.
    """, .sketch,
    wrong: "neuronbook verify Sources",
    right: "neuronbook verify Notebooks")

  /// A file cannot be written.
  public static let unwritableFile = Rule(
    "unwritable-file", .incomplete, "a file cannot be written",
    """
    The disk is full, the folder or the file is read-only, or something of another kind has that
    name; the message is the system's. What was there before is as it was.
    """, .sketch,
    wrong: "neuronbook render -o /usr/share/lessons",
    right: "neuronbook render -o Output")

  /// A lesson changed on disk while it was being verified.
  public static let changedFile = Rule(
    "changed-file", .incomplete, "a lesson changed on disk while outputs were accepted",
    """
    Between reading the lesson and writing its outputs somebody saved it. To write now would undo
    that. Run the command again.
    """, .sketch,
    wrong: "neuronbook verify --accept chain-rule.md   (and save the file meanwhile)",
    right: "neuronbook verify --accept chain-rule.md")

  /// Two lessons would be written to one page.
  public static let outputCollision = Rule(
    "output-collision", .incomplete, "two lessons have the same place in the output",
    """
    Pages stand in the output as lessons stand below the folder that was given. Two folders with a
    lesson of the same name would write one page over the other. Render them apart, or rename one.
    Nor is a page ever written over a lesson, or over any file that does not bear neuronbook's mark, and
    the list of lessons and what pages share over none in a folder where no page is yet.
    """, .sketch,
    wrong: "neuronbook render spring/chain-rule.md autumn/chain-rule.md",
    right: "neuronbook render spring -o Output/spring")

  /// A font or style sheet of a tool is not where the tool is.
  public static let missingAsset = Rule(
    "missing-asset", .warning, "a file that pages share is not installed",
    """
    Pages take KaTeX's style sheet and fonts from the system's packages. Without them formulas are
    shown in another font, or not at their best. The help names the package.
    """, .sketch,
    wrong: "neuronbook render   (where KaTeX's fonts are not installed)",
    right: "apt-get install libjs-katex fonts-katex")

  /// A committed page is not what rendering would make.
  public static let stalePage = Rule(
    "stale-page", .error, "a committed page is not what its lesson gives",
    """
    `neuronbook render --check` compares the pages that are committed with those that it would write:
    one differs, is not there, or belongs to no lesson any more. The kinds that are compared are those
    of `commit` in `neuronbook.yml`, `[md, svg]` if it does not say. Render the lessons and commit what
    changed.
    """, .sketch,
    wrong: "git commit Notebooks",
    right: "neuronbook render && git commit Notebooks Output")

  /// A page has no lesson any more.
  public static let orphanedPage = Rule(
    "orphaned-page", .warning, "the lesson of a page is gone, or what asked for a file",
    """
    The page was made from a lesson that has been renamed, moved or deleted; the list of lessons does
    not name it, but links may still lead there. `--prune` deletes it. Only files that end with
    neuronbook's own mark count as pages, so nothing else of a person's is deleted. Files in
    `assets/theme` that the theme has not, and the site's image when it is another, are told of and
    deleted likewise.
    """, .sketch,
    wrong: "git mv Notebooks/chain.md Notebooks/chain-rule.md; neuronbook render",
    right: "git mv Notebooks/chain.md Notebooks/chain-rule.md; neuronbook render --prune")
}

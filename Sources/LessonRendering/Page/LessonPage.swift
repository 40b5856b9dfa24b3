import LessonDocument
import SourceText
import Typesetting

/// A lesson as a page of a site, in the forms that are published.
///
///     let page = LessonPage(evaluated, path: "chain-rule", in: site, lessonFolder: "../Notebooks")
///     let rendered = page.html(typesetter: typesetter)
///     // rendered.text: "<!DOCTYPE html>…", rendered.diagnostics: formulas that KaTeX rejects
public struct LessonPage: Sendable {
  let lesson: EvaluatedLesson
  let path: String
  let site: Site
  let lessonFolder: String
  /// Gives the pictures that the page is to hold in itself, by their paths from the lesson's folder.
  public var pictureFile: (@Sendable (_ path: String) -> [UInt8]?)?
  /// Gives the path, below the output folder, of the site's copy of a picture, by the picture's path from
  /// the lesson's folder.
  public var imageCopy: (@Sendable (_ path: String) -> String?)?
  let drawings: PageDrawings
  /// What is wrong with the lesson and is to be shown, each at its place.
  public var problems: [Diagnostic] = []

  /// A page, whose pictures are drawn.
  ///
  /// - Parameters:
  ///   - path: where it stands below the output folder, with `/`, without ending.
  ///   - lessonFolder: the way from the page's folder to the lesson's, for what the lesson links to
  ///     beside it; empty when they are one.
  public init(
    _ lesson: EvaluatedLesson, path: String, in site: Site, lessonFolder: String = ""
  ) {
    self.lesson = lesson
    self.path = path
    self.site = site
    self.lessonFolder = lessonFolder
    drawings = PageDrawings(of: lesson)
  }

  /// What the index says of a lesson.
  public static func entry(for lesson: Lesson, path: String) -> SiteEntry {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var entry = SiteEntry(
      path: path,
      title: lesson.frontMatter.title ?? lesson.openingHeading?.plainText {
        lesson.values[$0].expression.text
      } ?? name,
      description: lesson.frontMatter.description, order: lesson.frontMatter.order)
    entry.isListed = !lesson.frontMatter.isDraft
    entry.minutes = lesson.readingMinutes
    entry.tags = lesson.frontMatter.tags
    entry.date = lesson.frontMatter.date
    return entry
  }

  /// The page for browsers.
  public func html(typesetter: Typesetter) -> RenderedText {
    let anchors = HeadingAnchors(
      of: lesson.lesson.blocks, reserved: lesson.lesson.labels)
    let opening = lesson.lesson.openingHeading
    let hasOpening = opening != nil
    let shown = shownProblems
    var formulas = FormulaSetting(lesson.lesson, typesetter: typesetter)
    formulas.checkSymbols()
    var writer = HTMLWriter(
      parts: PageParts(
        lesson: lesson, drawings: drawings, destination: destination, formulas: formulas,
        identifiers: anchors.entries.map(\.identifier), problems: shown, pictureFile: pictureFile))
    writer.write(lesson.lesson.blocks.prefix(hasOpening ? 1 : 0))
    let heading = writer.take()
    writer.write(problems: shown.atTop + (hasOpening ? shown.below(0) : []))
    for (index, block) in lesson.lesson.blocks.enumerated().dropFirst(hasOpening ? 1 : 0) {
      writer.write([block])
      writer.write(problems: shown.below(index))
    }
    writer.writeFootnotes()
    let body = writer.take()
    let contents = TableOfContents(anchors.entries.dropFirst(hasOpening ? 1 : 0))
    let entry = Self.entry(for: lesson.lesson, path: path)
    var page = PageScope(site: site, path: path, title: entry.title)
    page.description = entry.description
    page.usesMath = writer.parts.formulas.wasUsed
    page.heading = heading.isEmpty ? "<h1>\(HTMLEscaping.escaped(entry.title))</h1>\n" : heading
    page.byline = byline(entry)
    page.metadata = metadata(entry).html
    page.contents = contents.html(parts: writer.parts)
    page.body = body
    return RenderedText(
      text: page.html(),
      diagnostics: (writer.parts.formulas.diagnostics + writer.parts.diagnostics
        + writer.findings.diagnostics).sorted())
  }

  var shownProblems: ShownProblems { ShownProblems(problems, in: lesson) }

  var destination: Destination {
    Destination(site: site, page: path, lessonFolder: lessonFolder, imageCopy: imageCopy)
  }

  private func metadata(_ entry: SiteEntry) -> PageMetadata {
    var metadata = PageMetadata(site: site, path: path, title: entry.title)
    metadata.description = entry.description
    metadata.author = lesson.lesson.frontMatter.author
    metadata.date = entry.date
    metadata.tags = entry.tags
    metadata.isHidden = !entry.isListed
    if site.address != nil {
      metadata.image = lesson.lesson.cardImage(address: destination.addressOfCopy)
    }
    return metadata
  }

  /// Who wrote the lesson, and when; how long it takes and what it is about.
  private func byline(_ entry: SiteEntry) -> String {
    [lesson.lesson.frontMatter.author, entry.date, entry.facts].compactMap(\.self)
      .joined(separator: " · ")
  }
}

extension Lesson {
  /// The heading of the first level that the lesson begins with, if it does.
  var openingHeading: [Inline]? {
    guard case .heading(level: 1, let content)? = blocks.first?.kind else { return nil }
    return content
  }
}

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

  /// A page.
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
  }

  /// What the index says of a lesson.
  public static func entry(for lesson: Lesson, path: String) -> SiteEntry {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return SiteEntry(
      path: path,
      title: lesson.frontMatter.title ?? lesson.openingHeading?.plainText ?? name,
      description: lesson.frontMatter.description, order: lesson.frontMatter.order)
  }

  /// The page for browsers.
  public func html(typesetter: Typesetter) -> RenderedText {
    var writer = BlockHTML(lesson: lesson, destination: destination, typesetter: typesetter)
    let opening = lesson.lesson.openingHeading
    let blocks = opening == nil ? lesson.lesson.blocks : Array(lesson.lesson.blocks.dropFirst())
    let header = header(opening: opening, writer: &writer)
    let body = writer.html(of: blocks)
    let contents = TableOfContents(writer.anchors.entries).html(writer: &writer)
    let entry = Self.entry(for: lesson.lesson, path: path)
    let shell = PageShell(
      site: site, path: path, title: entry.title, description: entry.description,
      usesMath: writer.formulas.wasUsed)
    let text = shell.html(
      aside: contents, main: "<article>\n\(header)\(body)</article>\n", footer: footer)
    return RenderedText(text: text, diagnostics: writer.formulas.diagnostics.sorted())
  }

  var destination: Destination {
    Destination(site: site, page: path, lessonFolder: lessonFolder)
  }

  private func header(opening: [Inline]?, writer: inout BlockHTML) -> String {
    let matter = lesson.lesson.frontMatter
    var lines: [String] = []
    if let opening {
      let identifier = writer.anchors.reserve(opening)
      lines.append("<h1 id=\"\(identifier)\">\(writer.html(of: opening))</h1>")
    } else {
      let title = Self.entry(for: lesson.lesson, path: path).title
      lines.append("<h1>\(HTML.escaped(title))</h1>")
    }
    if let description = matter.description {
      lines.append("<p class=\"description\">\(HTML.escaped(description))</p>")
    }
    let facts = [matter.author, matter.date].compactMap { $0 }
    if !facts.isEmpty {
      lines.append("<p class=\"byline\">\(HTML.escaped(facts.joined(separator: " · ")))</p>")
    }
    return "<header class=\"title\">\n\(lines.joined(separator: "\n"))\n</header>\n"
  }

  private var footer: String {
    let (previous, next) = site.neighbours(of: path)
    guard previous != nil || next != nil else { return "" }
    func link(_ entry: SiteEntry?, _ relation: String, _ label: String) -> String {
      guard let entry else { return "" }
      let address = Address.encoded(PagePath.relative(from: path, to: entry.path)) + ".html"
      return """
        <a rel="\(relation)" href="\(address)"><span>\(label)</span>\
        \(HTML.escaped(entry.title))</a>

        """
    }
    return """
      <nav class="neighbours" aria-label="Lessons">
      \(link(previous, "prev", "Previous"))\(link(next, "next", "Next"))</nav>

      """
  }
}

extension Lesson {
  /// The heading of the first level that the lesson begins with, if it does.
  var openingHeading: [Inline]? {
    guard case .heading(level: 1, let content)? = blocks.first?.kind else { return nil }
    return content
  }
}

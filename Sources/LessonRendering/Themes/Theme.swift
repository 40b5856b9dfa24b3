import LessonDocument
import Mustache
import SourceText

/// What pages are made from: templates, and the files that make them look as they do.
///
///     page                the whole document
///     ├─ head             what stands in its head
///     ├─ header           above the text: the name of the site
///     ├─ {{{main}}}       `lesson` or `index`
///     └─ footer           below the text: the way to the neighbours
public struct Theme: Sendable {
  /// The usual one.
  public static let standard = Theme(templates: [], files: [])

  /// The ending of templates' names.
  public static let templateEnding = ".mustache"
  /// The folder of a theme's other files, below the output folder.
  static let folder = SiteAssets.folder + "/theme"

  /// What is wrong with the templates; no page is to be made from such a theme.
  public let diagnostics: [Diagnostic]
  /// The files beside the templates.
  let files: [SiteAsset]
  /// Whether it has templates of its own.
  let hasTemplates: Bool
  private let library: MustacheLibrary

  /// A theme that overrides the usual one.
  ///
  /// - Parameters:
  ///   - templates: each with its name, which is that of its file without the ending.
  ///   - files: the other files, by their paths below the theme's folder. `style.css` takes the place of
  ///     the usual style sheet, `extra.css` is added to it.
  public init(
    templates: [(name: String, source: SourceFile)], files: [(path: String, bytes: [UInt8])]
  ) {
    self.files = files.map {
      SiteAsset(path: "\(Self.folder)/\($0.path)", source: .bytes($0.bytes))
    }
    hasTemplates = !templates.isEmpty
    var texts: [String: SourceFile] = [:]
    for (name, source) in templates { texts[name] = source }
    let own = texts.mapValues(TemplateTags.init)
    for name in TemplateName.allCases where texts[name.rawValue] == nil {
      texts[name.rawValue] = SourceFile(path: name.rawValue, text: name.standardText)
    }
    let standard = texts.filter { own[$0.key] == nil }.mapValues(TemplateTags.init)
    var problems = TemplateCheck.problems(own: own, standard: standard)
    var library = MustacheLibrary()
    if problems.isEmpty {
      for (name, source) in texts {
        do {
          try library.register(Self.pragma + source.textAfterMark, named: name)
        } catch {
          problems.append(Self.unparsed(error, source))
        }
      }
    }
    self.library = library
    diagnostics = problems
  }

  /// Every value is HTML when a template gets it: two braces and three mean the same.
  private static let pragma = "{{% CONTENT_TYPE: TEXT }}\n"

  private static func unparsed(_ error: any Error, _ source: SourceFile) -> Diagnostic {
    let message = "Mustache cannot read this template"
    guard let error = error as? MustacheTemplate.ParserError else {
      return Diagnostic(.templateSyntax, message, file: source.path)
    }
    // The pragma is the first line.
    let line = min(max(error.context.lineNumber - 1, 1), source.lineCount)
    return Diagnostic(
      .templateSyntax, "\(message): \(error.error)", at: Place(source, source.span(ofLine: line)))
  }

  /// A file of the theme, by its path below the output folder.
  func bytes(at path: String) -> [UInt8]? {
    guard case .bytes(let bytes)? = files.first(where: { $0.path == path })?.source else {
      return nil
    }
    return bytes
  }

  /// A file of the theme, by its path below the theme's folder.
  func file(_ path: String) -> [UInt8]? { bytes(at: "\(Self.folder)/\(path)") }

  /// The style sheets of every page, in order, by their paths below the output folder.
  var styleSheets: [String] {
    let own = ["style.css", "extra.css"].map { file($0) != nil ? "\(Self.folder)/\($0)" : nil }
    return [own[0] ?? SiteAssets.styleSheet] + [own[1]].compactMap(\.self)
  }

  func render(_ template: TemplateName, _ scope: PageScope) -> String {
    library.render(scope, withTemplate: template.rawValue) ?? ""
  }
}

extension SourceFile {
  /// Without the byte order mark that it may begin with.
  fileprivate var textAfterMark: String {
    String(decoding: utf8[textStart...], as: UTF8.self)
  }
}

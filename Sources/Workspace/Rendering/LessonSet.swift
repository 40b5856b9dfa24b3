import LessonDocument
import LessonRendering
import SourceText

/// The lessons of a site: those asked for now, and those that have a page from before.
///
/// Rendering one lesson must not drop the others from the index, so all lessons below the same roots
/// are read for their titles; only those asked for run.
struct LessonSet {
  /// The lessons to render, in order.
  private(set) var selected: [LessonFile] = []
  /// Those that have a page from before, by its path.
  private(set) var others: [String: LessonFile] = [:]
  private(set) var entries: [SiteEntry] = []
  /// What each lesson can be found by, by the path of its page.
  private var contents: [String: SearchedLesson] = [:]
  private(set) var problems: [Diagnostic] = []
  /// What pages are made from.
  var theme = Theme.standard
  /// What pages hold in themselves; `nil` where files stand beside them.
  var embedding: PageEmbedding?
  /// The lessons by their pages, each with the path of its file; what cannot be read may be a lesson.
  private var owners = ["index": "the list of all lessons"]
  private let configuration: Configuration
  private let folder: RenderedFolder
  /// Whether what is in the folder may belong to other lessons.
  let mayOwnLess: Bool

  /// What reading one file for its title gave.
  private enum Glance: Sendable {
    case lesson(SiteEntry, SearchedLesson)
    case notALesson
    case unreadable(Diagnostic)
  }

  /// - Parameter around: all lessons of the scope, asked for or not.
  init(_ scope: LessonScope, around: [LessonFile], folder: RenderedFolder, jobs: Int) {
    self.folder = folder
    configuration = scope.configuration
    mayOwnLess = scope.mayOwnLess
    // One root: whatever way a path came here, its page is its own.
    let isRooted = configuration.folder != nil
    func key(_ file: LessonFile) -> String { isRooted ? file.pagePath : file.path }
    let asked = Set(scope.files.map(key))
    let all = scope.files + around.filter { !asked.contains(key($0)) }
    let order = LessonOrder(configuration)
    var index = 0
    OrderedWork.run(all, jobs: jobs, Self.glance) { glance in
      add(glance, of: all[index], isAsked: index < scope.files.count, order)
      index += 1
    }
  }

  private mutating func add(
    _ glance: Glance, of file: LessonFile, isAsked: Bool, _ order: LessonOrder
  ) {
    switch glance {
    case .notALesson: return
    case .unreadable(let problem):
      owners[file.pagePath] = owners[file.pagePath] ?? file.path
      if isAsked { problems.append(problem) }
    case .lesson(var entry, let content):
      if let owner = owners[file.pagePath] {
        if isAsked { problems.append(Self.collision(file, with: owner)) }
        return
      }
      owners[file.pagePath] = file.path
      if isAsked, isBesideItsPage(file) {
        problems.append(Self.pageBeside(file))
        return
      }
      if isAsked { selected.append(file) }
      entry.rank = order.rank(of: file.pagePath)
      guard isAsked || folder.has(file.pagePath) else { return }
      if !isAsked { others[file.pagePath] = file }
      entries.append(entry)
      contents[entry.path] = content
    }
  }

  /// Whether a lesson, or the list of all, has this page, or may have.
  func owns(_ page: String) -> Bool { mayOwnLess || owners[page] != nil }

  private var title: String { configuration.title ?? "Lessons" }

  /// The site as its pages see it.
  var site: Site { site(of: entries) }

  /// The site as its index of a form lists it: what has a page of that form.
  func indexedSite(_ hasPage: (_ page: String) -> Bool) -> Site {
    site(of: entries.filter { hasPage($0.path) })
  }

  private func site(of entries: [SiteEntry]) -> Site {
    var site = Site(title: title, lessons: entries)
    site.theme = theme
    site.embedding = embedding
    site.language = configuration.language ?? site.language
    site.address = configuration.address
    site.image = configuration.image
    return site
  }

  /// Names of files for search engines that the site has not; none where other sets may have them.
  var unwantedFiles: [String] {
    if mayOwnLess { return [] }
    let wanted = CrawlerFiles(site).files.map(\.name)
    return CrawlerFiles.names.filter { !wanted.contains($0) }
  }

  /// What the lessons that an index lists can be found by.
  func searchIndex(of site: Site) -> SearchIndex {
    SearchIndex(
      site.listedLessons.compactMap { entry in contents[entry.path].map { (entry, $0) } })
  }

  private static func glance(_ file: LessonFile) -> Glance {
    do throws(Diagnostic) {
      guard let lesson = try file.lesson() else { return .notALesson }
      return .lesson(
        LessonPage.entry(for: lesson, path: file.pagePath), SearchedLesson(lesson))
    } catch {
      return .unreadable(error)
    }
  }

  /// Whether the page would stand in the folder of the lesson, where the Markdown page has the lesson's
  /// own name.
  private func isBesideItsPage(_ file: LessonFile) -> Bool {
    let page = FilePath.folder(of: folder.file(file.pagePath, "md"))
    return FilePath.resolvingLinks(page)
      == FilePath.resolvingLinks(FilePath.folder(of: file.path))
  }

  private static func pageBeside(_ file: LessonFile) -> Diagnostic {
    Diagnostic(
      .outputCollision, "its page would be written over the lesson itself", file: file.path,
      help: "give another output folder with `-o`")
  }

  private static func collision(_ file: LessonFile, with owner: String) -> Diagnostic {
    Diagnostic(
      .outputCollision, "its page would be written over that of \(owner)", file: file.path,
      help: "rename one of them")
  }
}

extension LessonSearch {
  /// All lessons of a scope, whatever paths were given.
  func all(in scope: LessonScope) -> [LessonFile] {
    let around = LessonSearch(paths: scope.roots, output: output)
    let same = around.scopes.first { $0.configuration.folder == scope.configuration.folder }
    return same?.files ?? []
  }
}

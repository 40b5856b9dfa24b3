import LessonDocument
import LessonRendering
import SourceText
import Typesetting

/// Makes the pages of one set of lessons and delivers them.
struct SiteRendering: Sendable {
  private let files: [LessonFile]
  private let lessons: LessonSet
  private let site: Site
  private let delivery: PageDelivery
  private let typesetter: Typesetter
  private let resources: ResourceLimits
  private let keepsGoing: Bool
  /// What the stages are timed by; `nil` where nobody asked.
  private let times: StageTimes?

  /// What became of the whole.
  struct Result: Sendable {
    /// Lessons whose pages are as they should be.
    var lessons = 0
    /// Files that have other bytes now, or are gone.
    var written = 0
    /// Files that were compared.
    var compared = 0
  }

  private struct Outcome: Sendable {
    var delivered = PageDelivery.Result()
    /// The lesson's page, where it is, or would be, as it should.
    var page: String?
    /// The files of its pictures, below the folder.
    var pictures: [String] = []
  }

  init(
    _ lessons: LessonSet, _ delivery: PageDelivery, _ typesetter: Typesetter,
    _ resources: ResourceLimits, keepsGoing: Bool, times: StageTimes? = nil
  ) {
    self.times = times
    self.lessons = lessons
    files = lessons.selected
    site = lessons.site
    self.delivery = delivery
    self.typesetter = typesetter
    self.resources = resources
    self.keepsGoing = keepsGoing
  }

  /// - Parameter report: is told of each file's problems and differences, in order.
  func run(
    jobs: Int, prunes: Bool, report: (PageDelivery.Result) -> Void
  ) -> Result {
    var result = Result()
    var current: Set<String> = []
    var pictures: Set<String> = []
    func take(_ delivered: PageDelivery.Result) {
      report(delivered)
      result.written += delivered.written
      result.compared += delivered.compared
    }
    OrderedWork.run(files, jobs: jobs) { [self] file in
      render(file)
    } consume: { outcome in
      take(outcome.delivered)
      if let page = outcome.page { current.insert(page) }
      pictures.formUnion(outcome.pictures)
    }
    result.lessons = current.count
    take(sharedFiles(current))
    let orphans = OrphanedPages(
      in: delivery.folder, isOwned: lessons.owns,
      shows: { page, picture in !current.contains(page) || pictures.contains(picture) },
      unwanted: lessons.unwantedFiles)
    take(treat(orphans, prunes: prunes))
    return result
  }

  private func render(_ file: LessonFile) -> Outcome {
    let lesson: EvaluatedLesson
    var outcome = Outcome()
    var loading = LessonLoading(resources, file.configuration)
    loading.times = times
    switch loading.load(file) {
    case .notALesson: return outcome
    case .failed(let problem):
      outcome.delivered.diagnostics = [problem]
      return outcome
    case .evaluated(let evaluated): lesson = evaluated
    }
    var page = times.measure(.draw) {
      LessonPage(lesson, path: file.pagePath, in: site, lessonFolder: wayToLesson(file))
    }
    if site.embedding != nil {
      let folder = FilePath.folder(of: file.path)
      page.pictureFile = { try? FileReading.bytes(of: FilePath.join(folder, $0)) }
    }
    var html = times.measure(.compose) { page.html(typesetter: typesetter) }
    let diagnostics = (lesson.diagnostics + html.diagnostics).sorted()
    outcome.delivered.diagnostics = diagnostics
    page.problems = diagnostics.filter(\.isError)
    guard keepsGoing || page.problems.isEmpty else { return outcome }
    if let obstacle = delivery.obstacle(to: file.pagePath) {
      outcome.delivered.diagnostics.append(obstacle)
      return outcome
    }
    if !page.problems.isEmpty {
      html = times.measure(.compose) { page.html(typesetter: typesetter) }
    }
    let markdown = times.measure(.compose) { page.markdown() }
    let pictures = times.measure(.compose) { page.pictures }
    let mark = PageMark.text(lesson: file.pagePath + ".md")
    var delivered = deliver(html.text + mark, .html, file.pagePath)
    delivered += deliver(markdown + "\n" + mark, .md, file.pagePath)
    for picture in pictures {
      let path = FilePath.join(FilePath.folder(of: file.pagePath), picture.name)
      outcome.pictures.append(path)
      delivered += deliver(Array((picture.text + mark).utf8), .svg, path)
    }
    if delivery.compared != nil || delivered.isComplete { outcome.page = file.pagePath }
    outcome.delivered += delivered
    return outcome
  }

  private func deliver(_ text: String, _ kind: PageKind, _ page: String) -> PageDelivery.Result {
    deliver(Array(text.utf8), kind, "\(page).\(kind.rawValue)")
  }

  private func deliver(
    _ bytes: [UInt8], _ kind: PageKind, _ path: String
  ) -> PageDelivery.Result {
    times.measure(.write) { delivery.deliver(bytes, kind, to: path) }
  }

  private func wayToLesson(_ file: LessonFile) -> String {
    FilePath.way(
      from: FilePath.folder(of: delivery.folder.file(file.pagePath, "html")),
      to: FilePath.folder(of: file.path))
  }

  /// The index and what all pages share, only where there is a page. Each form of the index lists what
  /// has a page of that form, from now or before.
  private func sharedFiles(_ current: Set<String>) -> PageDelivery.Result {
    func index(_ kind: PageKind) -> Site {
      lessons.indexedSite { current.contains($0) || delivery.folder.has($0, kind) }
    }
    var result = PageDelivery.Result()
    let (html, markdown) = (index(.html), index(.md))
    if html.lessons.isEmpty, markdown.lessons.isEmpty { return result }
    if let obstacle = delivery.obstacle(to: "index") {
      result.diagnostics = [obstacle]
      return result
    }
    let search = lessons.searchIndex(of: html)
    if site.embedding == nil {
      let (assets, problems) = RenderedFolder.assets(katex: .installed(), theme: site.theme)
      result.diagnostics = problems
      for (path, bytes) in assets { result += deliver(bytes, .assets, path) }
      result += deliver(search.script, .assets, SiteAssets.searchIndex)
    }
    result += filesOfSite(html)
    result += deliver(IndexPage(html, search: search).html, .html, "index")
    result += deliver(IndexPage(markdown).markdown, .md, "index")
    return result
  }

  /// What a site has that is published: files for search engines, and its image.
  private func filesOfSite(_ site: Site) -> PageDelivery.Result {
    var result = PageDelivery.Result()
    for (name, text) in CrawlerFiles(site).files where !delivery.folder.hasOwn(name) {
      result += deliver(Array(text.utf8), .html, name)
    }
    guard site.address != nil, let asset = site.image?.asset, case .file(let path) = asset.source
    else { return result }
    do throws(Diagnostic) {
      result += deliver(try FileReading.bytes(of: path), .assets, asset.path)
    } catch {
      result.diagnostics.append(error)
    }
    return result
  }

  /// Tells of pages whose lesson is gone, or deletes them.
  private func treat(_ orphans: OrphanedPages, prunes: Bool) -> PageDelivery.Result {
    var result = PageDelivery.Result()
    for file in orphans.files(delivery.compared ?? PageKind.allCases) {
      let help = "`neuronbook render --prune` deletes it"
      let message = orphans.reason(file)
      if delivery.compared != nil {
        result.diagnostics.append(
          PageDelivery.stale(file, message, help: help))
      } else if !prunes {
        result.diagnostics.append(
          Diagnostic(.orphanedPage, message, file: file, help: help))
      } else {
        do throws(Diagnostic) {
          try orphans.remove(file)
          result.written += 1
        } catch {
          result.diagnostics.append(error)
        }
      }
    }
    return result
  }
}

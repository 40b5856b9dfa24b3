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
    /// Copies of the images that it shows.
    var images: [SiteAsset] = []
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
    var images: Set<String> = []
    let hadPages = delivery.compared != nil || delivery.folder.hasPages
    func take(_ delivered: PageDelivery.Result) {
      report(delivered)
      result.written += delivered.written
      result.compared += delivered.compared
    }
    func render(_ files: [LessonFile]) {
      OrderedWork.run(files, jobs: jobs) { [self] file in
        self.render(file)
      } consume: { outcome in
        take(outcome.delivered)
        if let page = outcome.page { current.insert(page) }
        pictures.formUnion(outcome.pictures)
        for image in outcome.images where images.insert(image.path).inserted {
          if case .bytes(let bytes) = image.source { take(deliver(bytes, .assets, image.path)) }
        }
      }
    }
    render(files)
    result.lessons = current.count
    render(outdatedNeighbours(of: current))
    take(sharedFiles(current, hadPages))
    let orphans = OrphanedPages(
      in: delivery.folder, isOwned: lessons.owns,
      shows: { page, picture in !current.contains(page) || pictures.contains(picture) },
      unwanted: lessons.unwantedFiles)
    take(treat(orphans, prunes: prunes))
    take(treat(OrphanedAssets(in: delivery.folder, of: site), images, prunes: prunes))
    return result
  }

  /// Lessons whose pages, from before, lead to other previous and next lessons than they have now.
  private func outdatedNeighbours(of current: Set<String>) -> [LessonFile] {
    if delivery.compared != nil || lessons.others.isEmpty { return [] }
    return lessons.entries.compactMap { entry in
      let page = delivery.folder.file(entry.path, PageKind.html.rawValue)
      guard let file = lessons.others[entry.path], let bytes = try? FileReading.bytes(of: page)
      else { return nil }
      let isUpToDate = site.hasNeighbours(entry.path, in: String(decoding: bytes, as: UTF8.self))
      return isUpToDate ?? !site.isBeside(entry.path, current) ? nil : file
    }
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
    let images = LessonImages(in: FilePath.folder(of: file.path))
    page.imageCopy = images.copy
    if site.embedding != nil { page.pictureFile = images.bytes }
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
      if let obstacle = delivery.obstacle(at: FilePath.join(delivery.folder.path, path)) {
        delivered.diagnostics.append(obstacle)
        continue
      }
      delivered += deliver(Array((picture.text + mark).utf8), .svg, path)
    }
    outcome.images = images.copies
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
  private func sharedFiles(
    _ current: Set<String>, _ hadPages: Bool
  ) -> PageDelivery.Result {
    func index(_ kind: PageKind) -> Site {
      lessons.indexedSite {
        current.contains($0) || hadPages && delivery.folder.has($0, kind)
      }
    }
    var result = PageDelivery.Result()
    let (html, markdown) = (index(.html), index(.md))
    if html.lessons.isEmpty, markdown.lessons.isEmpty { return result }
    let search = lessons.searchIndex(of: html)
    var files: [(path: String, bytes: [UInt8], kind: PageKind)] = []
    if site.embedding == nil {
      let (assets, problems) = RenderedFolder.assets(katex: .installed(), theme: site.theme)
      result.diagnostics = problems
      files = assets.map { ($0, $1, .assets) }
      files.append((SiteAssets.searchIndex, search.script, .assets))
    }
    files.append(("index.html", Array(IndexPage(html, search: search).html.utf8), .html))
    files.append(("index.md", Array(IndexPage(markdown).markdown.utf8), .md))
    let obstacles =
      hadPages ? [] : files.compactMap { delivery.obstacle(to: $0.bytes, at: $0.path) }
    if !obstacles.isEmpty {
      result.diagnostics += obstacles
      return result
    }
    for file in files { result += deliver(file.bytes, file.kind, file.path) }
    result += filesOfSite(html)
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
      result += treat(file, orphans.reason(file), prunes: prunes)
    }
    return result
  }

  /// The same for what pages shared. Copies of images go without being asked for: what they hold is with
  /// the lessons, under whatever name.
  private func treat(
    _ orphans: OrphanedAssets, _ shown: Set<String>, prunes: Bool
  ) -> PageDelivery.Result {
    var result = PageDelivery.Result()
    let compared = delivery.compared ?? PageKind.allCases
    guard compared.contains(.assets) else { return result }
    for (file, reason) in lessons.mayOwnLess ? [] : orphans.settings {
      result += treat(file, reason, prunes: prunes)
    }
    // Without pages nobody knows what they show.
    guard compared.contains(.html) else { return result }
    for file in orphans.images(besides: shown) {
      result += treat(file, "no page shows it", prunes: true)
    }
    return result
  }

  private func treat(_ file: String, _ reason: String, prunes: Bool) -> PageDelivery.Result {
    var result = PageDelivery.Result()
    let help = "`neuronbook render --prune` deletes it"
    if delivery.compared != nil {
      result.diagnostics = [PageDelivery.stale(file, reason, help: help)]
    } else if !prunes {
      result.diagnostics = [Diagnostic(.orphanedPage, reason, file: file, help: help)]
    } else {
      do throws(Diagnostic) {
        try delivery.folder.remove(file)
        result.written = 1
      } catch {
        result.diagnostics = [error]
      }
    }
    return result
  }
}

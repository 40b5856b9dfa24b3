/// Names for the pictures of a lesson, different from each other and from those of the lessons beside it.
struct PictureNames {
  private let page: String
  /// The longer names of lessons beside it that begin as this one's does.
  private let rivals: [String]
  private let labels: Set<String>
  private var taken: Set<String> = []

  init(of lessonPage: LessonPage) {
    func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
    let page = name(lessonPage.path)
    let folder = lessonPage.path.dropLast(page.count)
    self.page = page
    rivals = lessonPage.site.lessons.map(\.path).filter {
      $0.hasPrefix(folder + page) && $0 != lessonPage.path
    }.map(name)
    labels = Set(lessonPage.lesson.lesson.cells.compactMap(\.options.label).map(Self.slug))
  }

  /// The next name, without ending: after the cell's label if it has one, else after the number.
  ///
  /// - Parameter place: which of the cell's pictures it is, from 0.
  mutating func next(label: String?, place: Int, number: Int) -> String {
    let label = Self.slug(label ?? "") + (place == 0 ? "" : "-\(place + 1)")
    if !label.hasPrefix("-"), !label.isEmpty, taken.insert(label).inserted { return whole(label) }
    var name = "figure-\(number)"
    while labels.contains(name) || !taken.insert(name).inserted { name += "-plot" }
    return whole(name)
  }

  /// With the name of the page, and as much between them as it takes not to begin as the pictures of
  /// another page do: `a` with `b-c` is not `a-b` with `c`.
  private func whole(_ name: String) -> String {
    var whole = "\(page)-\(name)"
    var between = ""
    while rivals.contains(where: { whole.hasPrefix($0 + "-") }) {
      between += "plot-"
      whole = "\(page)-\(between)\(name)"
    }
    return whole
  }

  /// A label is any text, and must lead to no other folder.
  private static func slug(_ label: String) -> String { HeadingAnchors.slug(of: label) }
}

/// Lessons that stand together in the index: neighbours in the order of reading that lie in one folder.
struct IndexSection {
  /// `nil` where nothing needs to be said.
  var heading: String?
  /// The number of the first lesson, from 1.
  var start: Int
  var lessons: [SiteEntry]

  /// The sections of a site. Where all lessons lie in one folder there is one, without a heading; nor
  /// have lessons one that lie at the top and come first.
  static func all(of site: Site) -> [IndexSection] {
    var sections: [IndexSection] = []
    for (index, lesson) in site.listedLessons.enumerated() {
      if let last = sections.last?.lessons.last, last.folder == lesson.folder {
        sections[sections.count - 1].lessons.append(lesson)
      } else {
        sections.append(IndexSection(start: index + 1, lessons: [lesson]))
      }
    }
    if sections.count < 2 { return sections }
    for index in sections.indices {
      let folder = sections[index].lessons[0].folder
      if folder.isEmpty, index == 0 { continue }
      sections[index].heading = folder.isEmpty ? "Further lessons" : title(ofFolder: folder)
    }
    return sections
  }

  /// What a folder's name says to a reader: `02-linear_algebra/basics` is "Linear algebra › Basics".
  static func title(ofFolder path: String) -> String {
    path.split(separator: "/").map { name in
      let spaced = name.map { "-_".contains($0) ? " " : $0 }
      let words = spaced.drop { $0.isASCII && $0.isNumber || ". ".contains($0) }
      guard let first = words.first else { return String(name) }
      return first.uppercased() + String(words.dropFirst())
    }.joined(separator: " › ")
  }
}

import LessonDocument
import LessonRendering
import SourceText

/// Looks where the links and images of a lesson lead. Nothing is fetched: what has a host is its own
/// concern.
struct LinkCheck {
  private let lesson: Lesson
  private let targets: LinkTargets
  private let references: [Reference]
  private lazy var ownAnchors = Set(
    references.lazy.filter { $0.kind == .anchor }.map(\.destination))
  private(set) var problems: [Diagnostic] = []

  /// Schemes that browsers follow, and those that the page leaves out, of which it is told elsewhere.
  private static let schemes: Set<String> = [
    "http", "https", "mailto", "tel", "ftp", "sftp", "data", "file", "javascript", "vbscript",
  ]

  init(_ lesson: Lesson, _ targets: LinkTargets) {
    self.lesson = lesson
    self.targets = targets
    references = lesson.references
    for reference in references where reference.kind != .anchor { check(reference) }
  }

  private mutating func check(_ reference: Reference) {
    if reference.kind == .image, reference.alternative == nil {
      let isHTML = lesson.source.utf8[reference.span.start] == UInt8(ascii: "<")
      report(
        .imageWithoutText, "the image `\(reference.destination)` has no alternative text",
        Place(lesson.source, reference.span),
        help: isHTML
          ? "say what it shows: `alt=\"…\"`; nothing, `alt=\"\"`, if it only adorns"
          : "say between the brackets what it shows: `![…](\(reference.destination))`")
    }
    if lesson.emptyText(of: reference) != nil,
      lesson.text(ofEmptyLinkTo: reference.destination) == nil
    {
      report(
        .linkWithoutText, "the link to `\(reference.destination)` has no text",
        Place(lesson.source, reference.span),
        help: "say between the brackets where it leads: `[…](\(reference.destination))`")
    }
    switch LinkAddress(reference.destination) {
    case .empty:
      report(.brokenLink, "the \(noun(reference)) leads nowhere: it has no address", reference)
    case .fragment(let name): checkAnchor(name, in: lesson.source.path, reference, address: "")
    case .relative(let path, let fragment, let suffix):
      checkFile(path, fragment, suffix, reference)
    case .absolute:
      report(
        .unportableLink,
        "`\(reference.destination)` begins at the top of a disk or host, which is another elsewhere",
        reference, help: "write the way from the folder of the lesson")
    case .scheme("http") where reference.kind == .image:
      report(
        .unportableLink, "pages show no image from an address with `http:`", reference,
        help: "write `https:` if its host has that, or put the image beside the lesson")
    case .scheme(let scheme):
      guard !Self.schemes.contains(scheme) else { return }
      report(
        .unportableLink, "`\(scheme):` is no address that a page can lead to", reference,
        help: "write an address with `https:`, or `./` before a name that has a colon")
    }
  }

  private mutating func checkFile(
    _ path: String, _ fragment: String?, _ suffix: String, _ reference: Reference
  ) {
    let folder = FilePath.folder(of: lesson.source.path)
    let way = LinkPath(path, from: folder, targets)
    guard let file = way.follow() else {
      return report(
        .brokenLink, "the \(noun(reference)) leads to `\(path)`, which is not there", reference,
        instead: givesAdvice ? way.nearest().map { Address.encoded($0) + suffix } : nil)
    }
    guard let fragment, file.hasSuffix(".md"), reference.kind == .link else { return }
    let address = String(reference.destination.dropLast(suffix.count))
    checkAnchor(fragment, in: file, reference, address: address)
  }

  private mutating func checkAnchor(
    _ name: String, in path: String, _ reference: Reference, address: String
  ) {
    // The top of a page has both names (HTML, 7.4.6.3); lines are GitHub's.
    if name.isEmpty || name == "top" || Self.isLine(name) { return }
    let isHere = path == lesson.source.path
    let own = isHere ? ownAnchors : targets.anchors(in: path)
    guard let anchors = own, !anchors.contains(name) else { return }
    let nearest = givesAdvice ? nearestName(to: name, in: anchors.sorted()) : nil
    report(
      .brokenAnchor, "there is no `#\(name)` in \(isHere ? "this lesson" : path)", reference,
      instead: nearest.map { "\(address)#\($0)" },
      help: "a heading's anchor is its text in small letters, with `-` for spaces")
  }

  /// `L10` and `L10-L20`.
  private static func isLine(_ name: String) -> Bool {
    name.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
      part.first == "L" && part.count > 1 && part.dropFirst().allSatisfy(\.isWholeNumber)
    }
  }

  // MARK: Problems

  /// Whether a name is looked for that may be meant: each look goes through all names.
  private var givesAdvice: Bool { problems.count < 100 }

  private func noun(_ reference: Reference) -> String {
    reference.kind == .image ? "image" : "link"
  }

  /// The address within a reference, where it stands as it is.
  private func place(_ reference: Reference) -> (place: Place, isAddress: Bool) {
    let bytes = lesson.source.utf8[reference.span.start..<reference.span.end]
    guard let range = bytes.lastRange(of: Array(reference.destination.utf8)), !range.isEmpty else {
      return (Place(lesson.source, reference.span), false)
    }
    return (Place(lesson.source, Span(range.lowerBound, range.upperBound)), true)
  }

  private mutating func report(
    _ rule: Rule, _ message: String, _ reference: Reference, instead: String? = nil,
    help: String? = nil
  ) {
    let (place, isAddress) = place(reference)
    report(rule, message, place, help: instead.map { "did you mean `\($0)`?" } ?? help)
    if let instead, isAddress {
      problems[problems.count - 1].fix = Diagnostic.Fix(at: place, with: instead)
    }
  }

  private mutating func report(
    _ rule: Rule, _ message: String, _ place: Place, help: String? = nil
  ) {
    problems.append(Diagnostic(rule, message, at: place, help: help))
  }
}

extension ArraySlice<UInt8> {
  /// The last place where some bytes stand.
  fileprivate func lastRange(of other: [UInt8]) -> Range<Int>? {
    guard !other.isEmpty, count >= other.count else { return nil }
    // Addresses that are longer are pointed at with all that is around them.
    guard other.count <= 1_000 else { return nil }
    var start = endIndex - other.count
    // Only a title follows, and few of them are longer.
    while start >= Swift.max(startIndex, endIndex - other.count - 1_000) {
      if self[start] == other[0], self[start...].starts(with: other) {
        return start..<start + other.count
      }
      start -= 1
    }
    return nil
  }
}

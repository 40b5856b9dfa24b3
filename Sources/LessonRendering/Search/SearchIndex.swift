import JSONText

/// The words of all lessons of a site as a script, which a page opened from a file can load too.
///
///     neuronbookIndex={"lessons":[…],"words":"…","places":"…"}
///
/// **Lessons**, in the order of reading, are `[path of the page, title, heading, heading, …]`. A heading
/// is its text where its anchor follows from it by `plainAnchor`, else `[text, anchor]`. Places are the
/// sections of all lessons, numbered from 0: of each the part above its first heading, then the headings.
///
/// **Words**, sorted, are each a capital letter and the rest of the word: the letter says how many
/// characters it shares with the word before, from `A` for none to `Z` for 25. So "sigma", "sigmoid",
/// "slope" is `AsigmaEoidBlope`.
///
/// **Places** are bits in base 64: for each word how many sections have it, and which, by their
/// distances. The number *n*, at least 1, is its length in bits in unary, less one, and its bits but the
/// first (Elias' gamma code). A distance, less one, is divided by 2^*k*: the quotient in unary, the
/// remainder in *k* bits (Rice's code). *k* is what suits *n* places spread over *N* sections, the
/// length in bits of ⌊11 *N* / 16 *n*⌋, less one, and not below 0.
///
/// A word that stands in one section of eight hundred so takes 12 bits, one that stands in all of them
/// one bit for each. Words of titles and headings are in `lessons` already.
public struct SearchIndex: Sendable {
  private var lessons: [JSON] = []
  private var places: [String: [Int]] = [:]
  private var count = 0

  /// An index of lessons, in the order of reading.
  public init(_ lessons: [(entry: SiteEntry, content: SearchedLesson)]) {
    for lesson in lessons { add(lesson.entry, lesson.content) }
  }

  /// The file.
  public var script: [UInt8] {
    let words = places.keys.sorted()
    var bits = BitText()
    for word in words { bits.write(places: places[word] ?? [], among: count) }
    let index = JSON.object([
      "lessons": .array(lessons), "words": .string(Self.frontCoded(words)),
      "places": .string(bits.text),
    ])
    return Array("neuronbookIndex=".utf8) + index.utf8() + Array("\n".utf8)
  }

  private mutating func add(_ entry: SiteEntry, _ lesson: SearchedLesson) {
    let titleWords = Set(SearchWords(entry.title).all)
    var description: [JSON] = [.string(entry.path), .string(entry.title)]
    for (index, section) in lesson.sections.enumerated() {
      if index > 0 {
        description.append(
          section.anchor == Self.plainAnchor(section.heading)
            ? .string(section.heading) : [.string(section.heading), .string(section.anchor)])
      }
      for word in section.words where index > 0 || !titleWords.contains(word) {
        places[word, default: []].append(count + index)
      }
    }
    count += lesson.sections.count
    lessons.append(.array(description))
  }

  /// Small letters for capitals, hyphens for spaces, nothing for what is no letter, digit, `_` or `-`;
  /// by ASCII alone, which Swift and JavaScript see alike.
  static func plainAnchor(_ heading: String) -> String {
    let kept = heading.utf8.compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"), UInt8(ascii: "-"):
        byte
      case UInt8(ascii: " "): UInt8(ascii: "-")
      default: nil
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  static func frontCoded(_ words: [String]) -> String {
    var text = ""
    var last = "".unicodeScalars[...]
    for word in words {
      let scalars = word.unicodeScalars
      // JavaScript counts in UTF-16: a character of two units is shared whole or not.
      var units = 0
      let shared = zip(last, scalars).prefix { pair in
        guard pair.0 == pair.1, units + UTF16.width(pair.0) <= 25 else { return false }
        units += UTF16.width(pair.0)
        return true
      }.count
      text.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "A") + UInt8(units)))
      text.unicodeScalars += scalars.dropFirst(shared)
      last = scalars[...]
    }
    return text
  }
}

extension BitText {
  /// - Parameter places: ascending, below `total`.
  fileprivate mutating func write(places: [Int], among total: Int) {
    let length = Int.bitWidth - places.count.leadingZeroBitCount
    write(unary: length - 1)
    write(places.count, bits: length - 1)
    let mean = total * 11 / (16 * places.count)
    let low = max(0, Int.bitWidth - mean.leadingZeroBitCount - 1)
    var last = -1
    for place in places {
      let distance = place - last - 1
      write(unary: distance >> low)
      write(distance, bits: low)
      last = place
    }
  }
}

import JSONText
import LessonDocument
import SourceText
import Testing

@testable import LessonRendering

@Suite struct SearchTests {
  private func content(_ markdown: String) -> SearchedLesson {
    SearchedLesson(Lesson(parsing: SourceFile(path: "lesson.md", text: markdown)))
  }

  private func entry(_ path: String, _ title: String) -> SiteEntry {
    SiteEntry(path: path, title: title)
  }

  @Test(arguments: [
    ("The rule `dl_dz`, don't", ["the", "rule", "dl_dz", "don", "t"]),
    ("Ünïcode e\u{301}tude", ["ünïcode", "e\u{301}tude"]),
    ("0.5 42 1986 12345 2d x1", ["1986", "2d", "x1"]),
    ("学習 rate", ["学", "習", "rate"]),
    (String(repeating: "a", count: 41), []), ("", []),
  ])
  func `a text is taken apart into words`(text: String, words: [String]) {
    #expect(SearchWords(text).all == words)
  }

  @Test func `of a formula that is kept which is spoken`() {
    let tex = #"\begin{align}\frac{\partial l}{\partial \Delta w} &= \text{loss} \left( x \right)"#
    #expect(
      SearchWords(SpokenTeX(tex).text).all == [
        "partial", "l", "partial", "delta", "w", "loss", "x",
      ])
    #expect(SpokenTeX(#"\"#).text == " ")
    #expect(SpokenTeX(#"\begin{"#).text == " ")
  }

  @Test func `a lesson has a section for each heading, and what is hidden is in none`() {
    let lesson = content(
      """
      ---
      title: T
      tags: [tag]
      ---
      # Opening

      First $\\sigma$.

      ## Next & last

      ```neuron
      #| fig-cap: a caption
      named = 1
      ```

      ```neuron
      #| include: false
      hidden = 1
      ```

      > ## Next & last
      > | a | b |
      > |---|---|
      > | ce | de |
      """)
    #expect(lesson.sections.map(\.heading) == ["", "Next & last", "Next & last"])
    #expect(lesson.sections.map(\.anchor) == ["", "next--last", "next--last-1"])
    #expect(
      lesson.sections.map(\.words) == [
        ["first", "opening", "sigma", "tag"], ["a", "caption", "named"], ["a", "b", "ce", "de"],
      ])
  }

  @Test func `an index is a script with what the document says`() {
    let index = SearchIndex([
      (
        entry("a", "Slopes"),
        content("# Slopes\n\nsigma slopes\n\n## One\n\nsigmoid\n\n## Ü\n\nslope")
      ),
      (entry("b/c", "Rest"), content("sigma")),
    ])
    #expect(
      String(decoding: index.script, as: UTF8.self) == """
        neuronbookIndex={"lessons":[["a","Slopes","One",["Ü","ü"]],["b/c","Rest"]],\
        "words":"AsigmaEoidBlope","places":"jFA"}

        """)
  }

  /// The words of an index with their places, read as `search.js` reads them.
  private func decoded(_ script: [UInt8]) throws -> [String: [Int]] {
    let text = String(decoding: script.dropFirst("neuronbookIndex=".utf8.count), as: UTF8.self)
    let index = try JSON(parsing: SourceFile(path: "index", text: text))
    let total = (index["lessons"]?.array ?? []).reduce(0) { $0 + ($1.array?.count ?? 0) - 1 }
    var bits = Bits(index["places"]?.string ?? "")
    var places: [String: [Int]] = [:]
    var last = ""
    for match in (index["words"]?.string ?? "").matches(of: /([A-Z])([^A-Z]*)/) {
      let shared = Int(match.1.utf8.first ?? 65) - 65
      last = String(decoding: last.utf16.prefix(shared), as: UTF16.self) + match.2
      let length = bits.unary()
      let count = bits.number(length, after: 1)
      let mean = total * 11 / (16 * count)
      let low = max(0, Int.bitWidth - mean.leadingZeroBitCount - 1)
      var place = -1
      for _ in 0..<count {
        let quotient = bits.unary()
        place += 1 + bits.number(low, after: quotient)
        places[last, default: []].append(place)
      }
    }
    return places
  }

  private struct Bits {
    private var bits: [Bool]
    private var position = 0

    init(_ text: String) {
      let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
      bits = text.flatMap { digit -> [Bool] in
        let value = digits.firstIndex(of: digit) ?? 0
        return (0..<6).map { value >> (5 - $0) & 1 == 1 }
      }
    }

    mutating func bit() -> Bool {
      defer { position += 1 }
      return position < bits.count && bits[position]
    }

    mutating func unary() -> Int {
      var count = 0
      while bit() { count += 1 }
      return count
    }

    mutating func number(_ count: Int, after start: Int) -> Int {
      (0..<count).reduce(start) { value, _ in value * 2 + (bit() ? 1 : 0) }
    }
  }

  @Test(arguments: [1, 2, 7, 300]) func `every word is found where it stands`(lessons: Int) throws {
    var seed: UInt64 = 3
    func random(_ bound: UInt64) -> UInt64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (seed >> 33) % bound
    }
    var expected: [String: [Int]] = [:]
    var place = 0
    let all = (0..<lessons).map { number in
      var markdown = ""
      for section in 0...random(4) {
        if section > 0 { markdown += "\n\n## H\(section)\n\n" }
        var words: Set<String> = []
        for _ in 0...random(30) {
          // Some in nearly every section, some in one.
          let rarity = random(4)
          words.insert(
            "w" + ["ä", "𝒳", "e\u{301}", "b"][Int(rarity)] + "x\(random(1 << (4 * rarity)))")
        }
        for word in words.sorted() {
          markdown += word + " "
          expected[word, default: []].append(place)
        }
        place += 1
      }
      return (entry("l\(number)", "T"), content(markdown))
    }
    let index = SearchIndex(all)
    #expect(try decoded(index.script) == expected)
    #expect(index.script == SearchIndex(all).script)
  }

  @Test(arguments: [
    ("", 1), (String(repeating: "word ", count: 440), 2), ("```neuron\n1\n```\n", 1),
    (String(repeating: "```neuron\n1\n```\n\n", count: 10), 2),
    (String(repeating: "$$x$$\n\n", count: 20) + "a $x$", 2),
    (String(repeating: "学", count: 880), 2),
  ])
  func `reading takes time for words, formulas and cells`(markdown: String, minutes: Int) {
    let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: markdown))
    #expect(lesson.readingMinutes == minutes)
  }
}

import Testing

@testable import Typesetting

@Suite struct FormulaCacheTests {
  private let formula = Formula(tex: #"\sigma"#, isDisplay: false).key

  private func filled() -> FormulaCache {
    var cache = FormulaCache()
    cache.require(identity: "one")
    cache.insert("<b>σ</b>", for: formula)
    cache.insert("<i>σ</i>", for: Formula(tex: #"\sigma"#, isDisplay: true).key)
    return cache
  }

  @Test func `what was kept comes back`() {
    var cache = FormulaCache(serialized: filled().serialized())
    cache.require(identity: "one")
    #expect(cache.html(of: formula) == "<b>σ</b>")
    #expect(cache.html(of: Formula(tex: #"\sigma"#, isDisplay: true).key) == "<i>σ</i>")
    #expect(!cache.isChanged)
  }

  @Test func `a formula that was only checked is known, and has no HTML`() {
    var first = filled()
    let checked = Formula(tex: "x", isDisplay: false).key
    first.insertReadable(checked)
    var cache = FormulaCache(serialized: first.serialized())
    cache.require(identity: "one")
    #expect(cache.knows(checked) && cache.html(of: checked) == nil)
    #expect(cache.knows(formula) && !cache.knows(Formula(tex: "y", isDisplay: false).key))
  }

  @Test func `the bytes do not depend on the order of arrival`() {
    var other = FormulaCache()
    other.require(identity: "one")
    other.insert("<i>σ</i>", for: Formula(tex: #"\sigma"#, isDisplay: true).key)
    other.insert("<b>σ</b>", for: formula)
    #expect(other.serialized() == filled().serialized())
    #expect(FormulaCache(serialized: other.serialized()).serialized() == other.serialized())
  }

  @Test func `another KaTeX empties it`() {
    var cache = FormulaCache(serialized: filled().serialized())
    cache.require(identity: "two")
    #expect(cache.html(of: formula) == nil)
  }

  @Test func `any cut of the bytes gives a cache, mostly an empty one`() {
    let bytes = filled().serialized()
    for length in 0..<bytes.count {
      var cache = FormulaCache(serialized: Array(bytes[..<length]))
      #expect(cache.html(of: formula) == nil || cache.html(of: formula) == "<b>σ</b>")
    }
  }

  @Test func `a changed byte never gives other HTML`() {
    let bytes = filled().serialized()
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0x55
      var cache = FormulaCache(serialized: damaged)
      let html = cache.html(of: formula)
      #expect(html == nil || html == "<b>σ</b>")
    }
  }

  @Test func `a typesetter with a warm cache needs no engine`() throws {
    let sigma = Formula(tex: #"\sigma"#, isDisplay: false)
    let first = Typesetter()
    let html = try first.typeset(sigma).get()
    let second = Typesetter(
      cache: FormulaCache(serialized: first.cache.serialized()), limits: TypesettingLimits(),
      folder: .installed(), highlightScript: HighlightJS.installedScript(), engineNames: [])
    #expect(try second.typeset(sigma).get() == html)
    #expect(!second.cache.isChanged)
  }

  @Test func `past the limit only what was used is kept`() {
    var cache = FormulaCache(serialized: filled().serialized())
    cache.require(identity: "one")
    _ = cache.html(of: formula)
    #expect(FormulaCache(serialized: cache.serialized(limit: 0)).count == 1)
    #expect(FormulaCache(serialized: cache.serialized()).count == 2)
  }
}

import SourceText
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("titel", "title"), ("tite", "title"), ("titlee", "title"), ("Title", "title"),
    ("sybmols", "symbols"), ("tag", "tags"), ("des", "description"), ("titles-of-it", "title"),
    ("xyz", nil), ("", nil), ("t", nil), ("title", nil),
  ])
  func theNameThatWasMeantIsFound(name: String, expected: String?) {
    #expect(nearestName(to: name, in: ["title", "tags", "symbols", "description"]) == expected)
  }

  @Test func ofEqualsTheFirstIsTaken() {
    #expect(nearestName(to: "ab", in: ["ac", "ad", "ab"]) == "ac")
  }
}

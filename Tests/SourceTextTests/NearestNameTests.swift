import SourceText
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("titel", "title"), ("tite", "title"), ("titlee", "title"), ("Title", "title"),
    ("sybmols", "symbols"), ("tag", "tags"), ("descript", "description"),
    ("des", nil), ("titles-of-it", nil), ("tibla", nil), ("togs", "tags"), ("xyz", nil), ("", nil),
    ("t", nil), ("title", nil),
  ])
  func theNameThatWasMeantIsFound(name: String, expected: String?) {
    #expect(nearestName(to: name, in: ["title", "tags", "symbols", "description"]) == expected)
  }

  @Test func ofEqualsTheFirstIsTaken() {
    #expect(nearestName(to: "abc", in: ["abd", "abe", "abc"]) == "abd")
  }

  @Test func twoCharactersMayOnlyBeSwapped() {
    #expect(nearestName(to: "dw", in: ["dx", "dwx", "d", "wd"]) == "wd")
    #expect(nearestName(to: "np", in: ["sp", "no"]) == nil)
    #expect(nearestName(to: "x", in: ["y", "X"]) == "X")
  }

  @Test func aNearMissKnowsItsRivals() {
    #expect(
      nearMiss(of: "weihgt", in: ["weight", "height"])
        == NearMiss(name: "weight", slips: 1, isUnique: true))
    #expect(nearMiss(of: "rate_", in: ["rates", "rate1"])?.isUnique == false)
    #expect(nearMiss(of: "gradient", in: ["grad", "radius"]) == nil)
  }
}

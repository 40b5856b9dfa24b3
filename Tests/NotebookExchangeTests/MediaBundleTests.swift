import NotebookExchange
import Testing

@Suite struct MediaBundleTests {
  @Test func aFormOfJSONHasNoText() {
    let bundle = MediaBundle([
      .init("application/json", .json("{}")), .init("text/plain", .text("1")),
    ])
    #expect(bundle.text("text/plain") == "1")
    #expect(bundle.text("application/json") == nil)
  }
}

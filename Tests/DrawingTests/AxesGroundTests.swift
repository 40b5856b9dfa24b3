import Pictures
import Testing

@testable import Drawing

/// Black and white, which follow the page's scheme or do not.
@Suite struct AxesGroundTests {
  private func points(_ fill: Color, edge: Color) -> Artist {
    Artist(
      .points(
        PointCloud(
          x: [0.2, 1], y: [0.2, 1], areas: [36], marker: .circle, fill: .paint(Paint(fill)),
          edge: Paint(edge), edgeWidth: 1)), order: 1)
  }

  private func band(_ range: ClosedRange<Double>, opacity: Double = 1) -> Artist {
    let paint = Paint(.rgb(0xF5DEB3), opacity: opacity)
    return Artist(.band(Band(direction: .horizontal, range: range, paint: paint)), order: 0)
  }

  private func image(opacity: Double) -> Artist {
    Artist(
      .image(
        ColorGrid(
          rows: 1, columns: 2, cells: .values([0, 1]), map: .usual, range: 0...1,
          isUpright: true, columnEdges: [0, 1, 2], rowEdges: [0, 2], opacity: opacity,
          isSmooth: false)), order: 0)
  }

  private func ground(_ artists: [Artist]) -> AxesGround {
    var axes = Axes()
    axes.artists = artists
    return AxesGround(
      PlacedAxes(
        axes: axes, frame: Rectangle(left: 0, top: 0, right: 200, bottom: 200),
        x: AxisMap(axes.x, 0...2, from: 0, to: 200), y: AxisMap(axes.y, 0...2, from: 200, to: 0)))
  }

  @Test func bothFollowTheSchemeOnBareGround() {
    let ground = ground([])
    #expect(
      ground.settled(points(.foreground, edge: .rgb(0xFFFFFF)), at: 0)
        == points(.foreground, edge: .background))
    #expect(
      ground.settled(points(.rgb(0xFFFFFF), edge: .rgb(0)), at: 0)
        == points(.background, edge: .foreground))
    #expect(ground.sheet == nil)
  }

  @Test(arguments: [1, 0.5]) func neitherDoesOnAnImage(opacity: Double) {
    let ground = ground([image(opacity: opacity)])
    #expect(
      ground.settled(points(.foreground, edge: .rgb(0xFFFFFF)), at: 1)
        == points(.rgb(0), edge: .rgb(0xFFFFFF)))
    #expect((ground.sheet != nil) == (opacity < 1))
  }

  @Test func mostOfThePlacesTell() {
    let black = points(.foreground, edge: .background)
    let lies = [band(0...2), band(0...2, opacity: 0.2), band(0...0.5)].map {
      ground([$0, black]).keepsColors(of: black, at: 1)
    }
    #expect(lies == [true, false, false])
    #expect(!ground([black, band(0...2)]).keepsColors(of: image(opacity: 1), at: 0))
  }

  @Test func wordsBesideAnImageAreReadOnThePage() {
    let ground = ground([image(opacity: 1)])
    let inside = Artist(.text(Label("a", at: Point(1, 1))), order: 3)
    let outside = Artist(.text(Label("a", at: Point(2.5, 1))), order: 3)
    #expect(ground.keepsColors(of: inside, at: 1))
    #expect(!ground.keepsColors(of: outside, at: 1))
  }

  @Test func wordsInABoxAreReadInTheBox() {
    var label = Label("a", at: Point(1, 1))
    label.box = Paint(.rgb(0xFFFF00))
    #expect(ground([]).keepsColors(of: Artist(.text(label), order: 3), at: 0))
    label.box = Paint(.background)
    #expect(!ground([]).keepsColors(of: Artist(.text(label), order: 3), at: 0))
  }
}

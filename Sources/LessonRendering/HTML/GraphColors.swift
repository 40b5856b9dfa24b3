/// The style of a graph in a file of its own, for light and for dark, as `graph.css` has it for pages.
enum GraphColors {
  static var style: String {
    scheme(light) + shapes + "@media(prefers-color-scheme:dark){" + scheme(dark) + "}"
  }

  private struct Palette {
    var ink: String
    var paper: String
    var quiet: String
    var back: String
    var backBox: String
    var leafBox: String
  }

  private static let light = Palette(
    ink: "#222", paper: "#fff", quiet: "#666", back: "#b0400c", backBox: "#fdf0e6",
    leafBox: "#eef3f8")
  private static let dark = Palette(
    ink: "#ddd", paper: "#161616", quiet: "#999", back: "#f2a173", backBox: "#33231a",
    leafBox: "#1f262d")

  private static func scheme(_ palette: Palette) -> String {
    "text{fill:\(palette.ink)}.ground{fill:\(palette.paper)}.q,.a{fill:\(palette.quiet)}"
      + ".g,.l,.b{fill:\(palette.back)}.l{stroke:\(palette.paper)}"
      + ".n,.p,.k{fill:\(palette.paper);stroke:\(palette.quiet)}.p{fill:\(palette.leafBox)}"
      + ".e,.y,.r{stroke:\(palette.quiet)}.d,.m .r,.m .y{stroke:\(palette.back)}"
      + ".m .n,.m .p{fill:\(palette.backBox);stroke:\(palette.back)}"
  }

  private static let shapes =
    "text{font:11px system-ui,'Helvetica Neue',Arial,sans-serif;text-anchor:middle}"
    + ".t{font-size:12px}.i,.u{font-family:Cambria,'Times New Roman',serif}.i{font-style:italic}"
    + ".z,.t .i,.t .u{font-size:15px}.w{font-size:8px}.t .w{font-size:11px}"
    + ".l{paint-order:stroke;stroke-width:3;stroke-linejoin:round}"
    + ".e,.d,.y,.r{fill:none}.k{stroke-dasharray:3 2}.o{stroke-width:1.6}.r{stroke-width:.8}"
    + ".y{stroke-width:.6;opacity:.6}.m .d{stroke-width:2.6}.m .l,.m .g{font-weight:700}"
    + ".m .n,.m .p{stroke-width:1.6}"
}

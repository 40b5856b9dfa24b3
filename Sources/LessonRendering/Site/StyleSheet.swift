/// The style sheet of all pages. Its parts stand in `Styles/`, each for one thing of the page; later
/// ones override earlier ones.
enum StyleSheet {
  /// One sheet of all parts.
  static var bytes: [UInt8] { Array(parts.joined()) }

  private static var parts: [[UInt8]] {
    [
      PackageResources.colours_css,
      PackageResources.fonts_css,
      PackageResources.page_css,
      PackageResources.text_css,
      PackageResources.tables_css,
      PackageResources.callouts_css,
      PackageResources.notes_css,
      PackageResources.formulas_css,
      PackageResources.code_css,
      PackageResources.cells_css,
      PackageResources.contents_css,
      PackageResources.controls_css,
      PackageResources.index_css,
      PackageResources.search_css,
      PackageResources.narrow_css,
      PackageResources.wide_css,
      PackageResources.side_notes_css,
      PackageResources.plots_css,
      PackageResources.graph_css,
      PackageResources.steps_css,
      PackageResources.arrays_css,
      PackageResources.print_css,
    ]
  }
}

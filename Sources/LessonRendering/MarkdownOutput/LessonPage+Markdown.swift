extension LessonPage {
  /// The page as Markdown that any host shows: cells as `python`, outputs as `text`, formulas as
  /// GitHub reads them.
  public func markdown() -> String {
    var writer = LessonMarkdown(
      lesson, destination: destination, pictures: pictures, problems: shownProblems)
    return writer.markdown()
  }
}

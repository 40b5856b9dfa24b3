import LessonDocument

extension EvaluatedLesson {
  /// What stands in the place of an inline value, not escaped: its result, the error that it ended in,
  /// or its text when it did not run.
  func shownText(ofValue index: Int) -> String {
    guard values.indices.contains(index), lesson.values.indices.contains(index) else { return "" }
    let text =
      switch values[index].outcome {
      case .text(let text): text
      case .failed(let problem): problem.message
      case .notRun: "{neuron} " + lesson.values[index].expression.text
      }
    return ControlPictures.shown(text)
  }
}

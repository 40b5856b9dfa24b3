import SourceText

/// Something to tell about a cell, before it is known where in the lesson the cell will stand.
struct Remark: Hashable, Sendable {
  var rule: Rule
  var message: String
  var help: String?
  /// What stands on the line that it is about, where that is not the first.
  var quote: String?

  init(_ rule: Rule, _ message: String, help: String? = nil, quote: String? = nil) {
    self.rule = rule
    self.message = message
    self.help = help
    self.quote = quote
  }

  /// Something that is not in the lesson.
  static func loss(_ message: String, help: String? = nil) -> Remark {
    Remark(.importLoss, message, help: help)
  }
}

/// A notebook as it was read, with what is to be told of its cells, by their indices, and of all of it.
struct ReadNotebook {
  var notebook = Notebook()
  var remarks: [Int: [Remark]] = [:]
  var generalRemarks: [Remark] = []

  /// Adds a cell with what is to be told of it.
  mutating func append(_ cell: NotebookCell, _ remarks: [Remark] = []) {
    if !remarks.isEmpty { self.remarks[notebook.cells.count] = remarks }
    notebook.cells.append(cell)
  }
}

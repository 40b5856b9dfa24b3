/// A notebook as values: what `.ipynb` files of nbformat 3 and 4, and notebooks saved as text with
/// `In [n]:` marks, have in common.
///
/// Texts are whole strings with `\n` between their lines, however the file splits or ends them.
public struct Notebook: Hashable, Sendable {
  public var metadata = NotebookMetadata()
  public var cells: [NotebookCell] = []

  /// An empty notebook.
  public init() {}
}

/// What a notebook says about itself.
public struct NotebookMetadata: Hashable, Sendable {
  public var title: String?
  public var authors: [String] = []
  /// The language of the code cells as the file names it, such as `python` or `R`; `nil` where nothing
  /// is said, which means Python.
  public var language: String?
  /// What `neuronbook export` noted of the lesson that the notebook was; `nil` for any other notebook.
  public var provenance: LessonProvenance?
  /// Whether `neuronbook export` wrote it: its texts were a lesson's, and mean what they mean there.
  public var isExported: Bool { provenance != nil }

  /// Metadata that says nothing.
  public init() {}
}

/// A cell of a notebook.
public struct NotebookCell: Hashable, Sendable {
  /// What a cell's source is.
  public enum Kind: Hashable, Sendable {
    /// Code in the notebook's language, or in one that the cell names itself (nbformat 3).
    case code(language: String?)
    case markdown
    /// Text for one output format, by its media type; `nil` for any.
    case raw(format: String?)
    /// nbformat 3 has cells for headings.
    case heading(level: Int)
  }

  /// Whether a code cell ran, by its mark.
  public enum Execution: Hashable, Sendable {
    /// The file keeps no counts.
    case unknown
    /// `In [ ]`.
    case never
    /// `In [*]`: it was running when the notebook was saved.
    case unfinished
    /// `In [n]`.
    case count(Int)
  }

  public var kind: Kind
  public var source: String
  /// nbformat 4.5 names cells.
  public var id: String?
  public var execution = Execution.unknown
  public var tags: [String] = []
  /// Whether the metadata hides the code, the output.
  public var hidesSource = false
  public var hidesOutputs = false
  public var outputs: [NotebookOutput] = []
  public var attachments: [NotebookAttachment] = []
  /// What `neuronbook export` noted of the piece of a lesson that the cell was.
  public var provenance: CellProvenance?

  /// A cell with nothing but its source.
  public init(_ kind: Kind, _ source: String) {
    self.kind = kind
    self.source = source
  }
}

/// One of the outputs below a code cell.
public enum NotebookOutput: Hashable, Sendable {
  /// Printed text; `name` is `stdout` or `stderr`.
  case stream(name: String, text: String)
  /// Something shown; `isResult` for the value of the cell's last expression.
  case display(MediaBundle, isResult: Bool)
  /// An exception: its class's name, its message, and the traceback, lines with terminal colours.
  case error(name: String, message: String, traceback: [String])
}

/// One thing in several forms, in the order of the file.
public struct MediaBundle: Hashable, Sendable {
  /// What one form holds.
  public enum Content: Hashable, Sendable {
    /// Text, or Base64 where the type is one of bytes.
    case text(String)
    /// A JSON value that is no text, as JSON.
    case json(String)
  }

  /// One form.
  public struct Form: Hashable, Sendable {
    /// A media type such as `text/plain`.
    public var type: String
    public var content: Content

    /// A form.
    public init(_ type: String, _ content: Content) {
      self.type = type
      self.content = content
    }
  }

  public var forms: [Form]

  /// Some forms.
  public init(_ forms: [Form] = []) {
    self.forms = forms
  }

  /// The text of the form `type`, if there is one.
  public func text(_ type: String) -> String? {
    for form in forms where form.type == type {
      if case .text(let text) = form.content { return text }
    }
    return nil
  }
}

/// A file kept in a Markdown cell, to which its text refers as `attachment:name`.
public struct NotebookAttachment: Hashable, Sendable {
  public var name: String
  public var bundle: MediaBundle

  /// An attachment.
  public init(name: String, bundle: MediaBundle) {
    self.name = name
    self.bundle = bundle
  }
}

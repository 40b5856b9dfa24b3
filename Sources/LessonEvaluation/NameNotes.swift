import LessonDocument
import NeuronLibrary
import NeuronRuntime
import NeuronSyntax

/// What a page tells of the names in one cell.
struct NameNotes {
  let meanings: NameMeanings
  let session: Session
  let cell: Int
  /// What the names in each cell hold at its end.
  let values: [[String: String]]

  /// Characters of a line of documentation.
  private static let width = 80

  // MARK: Colours

  func category(of definition: Int) -> HighlightedToken.Category {
    switch meanings.definitions[definition].kind {
    case .function, .classDefinition: .function
    default: .name
    }
  }

  /// `nil` where the code decides: what is called is a function.
  func category(of meaning: NameUse.Meaning) -> HighlightedToken.Category? {
    switch meaning {
    case .definition(let definition):
      switch meanings.definitions[definition].kind {
      case .function, .classDefinition: .function
      case .imported: nil
      default: .name
      }
    case .builtin: .builtin
    case .member: nil
    }
  }

  // MARK: Notes

  /// What to tell where a name gets its meaning: only what does not stand there.
  func note(atDefinition index: Int) -> String? {
    let definition = meanings.definitions[index]
    return definition.kind == .variable ? value(of: definition) : nil
  }

  func note(on meaning: NameUse.Meaning) -> String? {
    switch meaning {
    case .definition(let index): note(on: meanings.definitions[index])
    case .builtin(let name): Library.signature(of: name)
    case .member(let path): note(onMember: path)
    }
  }

  private func note(on definition: NameDefinition) -> String? {
    switch definition.kind {
    case .function, .classDefinition:
      guard let heading = definition.heading else { return nil }
      return definition.summary.map { "\(heading)\n\(Self.short($0))" } ?? heading
    case .variable: return value(of: definition)
    // What it is a parameter of is in sight.
    case .parameter: return "parameter"
    case .local: return "local"
    case .attribute: return definition.owner.map { "attribute of \($0)" }
    case .imported(let path): return note(onMember: path) ?? "module \(path)"
    }
  }

  /// At the end of this cell; of one that is only bound later, at the end of the cell that binds it.
  private func value(of definition: NameDefinition) -> String? {
    guard let value = values[cell][definition.name] else {
      return values[definition.cell][definition.name]
    }
    return meanings.changing[cell].contains(definition.name) ? "ends as \(value)" : value
  }

  private func note(onMember path: String) -> String? {
    Library.signature(of: path) ?? session.sketch(ofMember: path)
  }

  private static func short(_ line: String) -> String {
    line.count > width ? line.prefix(width - 1) + "…" : line
  }
}

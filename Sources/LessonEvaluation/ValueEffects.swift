import LessonDocument
import NeuronRuntime
import NeuronSyntax
import SourceText

/// What an inline value does besides giving a value.
enum ValueEffects {
  /// The `:=` that would bind a name of the session, found before anything runs.
  static func bindings(in text: ReadText) -> [Diagnostic] {
    text.module.bindings.map { name in
      Diagnostic(
        .inlineValueEffect, "an inline value cannot bind '\(name.name)'",
        at: text.module.source.place(of: name.span),
        help: "bind it in a cell, and name it here")
    }
  }

  /// What a run printed or bound.
  static func problem(with outcome: Session.Outcome, at place: Place) -> Diagnostic? {
    if !outcome.printed.isEmpty {
      let line = outcome.printed.prefix { !$0.isNewline }
      let shown = line.count > 40 ? line.prefix(40) + "…" : line
      return Diagnostic(
        .inlineValueEffect, "an inline value cannot print: it printed '\(shown)'", at: place,
        help: "call something that only computes")
    }
    guard let name = outcome.rebound.first else { return nil }
    return Diagnostic(
      .inlineValueEffect, "an inline value cannot bind '\(name)', as this one did by a call",
      at: place, help: "call something that only computes")
  }
}

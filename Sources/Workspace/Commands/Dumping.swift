import LessonDocument
import NeuronLibrary
import NeuronRuntime
import NeuronSyntax
import SourceText

/// `neuronbook dump`: what a stage makes of a program, or of each cell of a lesson, as text.
public struct Dumping: Sendable {
  /// A stage on the way from text to result.
  public enum Stage: String, CaseIterable, Sendable {
    case tokens, tree, bytecode, lesson
  }

  public var stage: Stage
  /// A lesson, a program, or `-` for a program on standard input.
  public var path: String

  /// A stage of the text in `path`.
  public init(_ stage: Stage, path: String) {
    self.stage = stage
    self.path = path
  }

  /// Prints the stage; problems of the text go to standard error, and what could be made of the rest is
  /// still shown.
  public func run() -> RunStatus {
    OrderedWork.run { [self] in run(Reporter.standard()) }
  }

  func run(_ reporter: Reporter) -> RunStatus {
    do throws(Diagnostic) {
      let source = try FileReading.source(path)
      if path.hasSuffix(".md") {
        try dumpLesson(Lesson(parsing: source), reporter)
      } else if stage == .lesson {
        throw Diagnostic(
          .notALesson, "not a lesson: its name does not end in `.md`", file: path)
      } else {
        let session = Library.makeSession(limits: .standard)
        dump(readNeuron(SourceFragment(source)), in: session, reporter)
      }
    } catch {
      reporter.report([error])
    }
    reporter.output.flush()
    return reporter.status
  }

  private func dumpLesson(_ lesson: Lesson, _ reporter: Reporter) throws(Diagnostic) {
    reporter.report(lesson.diagnostics)
    if stage == .lesson { return reporter.output.write(lesson.outline) }
    let session = Library.makeSession(limits: .standard)
    for (index, cell) in lesson.cells.enumerated() {
      reporter.output.write((index > 0 ? "\n" : "") + "# \(lesson.heading(ofCell: index))\n")
      dump(readNeuron(cell.code), in: session, reporter)
    }
  }

  private func dump(_ text: ReadText, in session: Session, _ reporter: Reporter) {
    reporter.report(text.diagnostics)
    switch stage {
    case .tokens: reporter.output.write(text.tokenText)
    case .tree: reporter.output.write(text.treeText)
    case .bytecode:
      // What cannot be read has no code.
      if text.diagnostics.contains(where: \.isError) { return }
      let (code, problems) = session.disassembly(of: text)
      reporter.report(problems)
      reporter.output.write(code)
    case .lesson: break
    }
  }
}

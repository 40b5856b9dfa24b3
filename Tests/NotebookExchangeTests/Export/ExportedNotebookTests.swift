import LessonDocument
import SourceText
import Testing

@testable import NotebookExchange

private func exported(
  _ text: String, _ result: (Int) -> EvaluatedCell = { _ in .ran() }
) -> ExportedLesson {
  ExportedLesson(EvaluatedLesson(text, result))
}

@Suite struct ExportedNotebookTests {
  @Test func piecesBecomeCellsInOrder() {
    let text = """
      ---
      title: A
      author: B
      ---

      # A

      ```neuron
      #| label: loss
      print(1)
      2
      ```

      Text
      """
    let notebook = exported(text) { _ in .ran(printed: "1\n", value: "2") }.notebook
    #expect(notebook.metadata.title == "A")
    #expect(notebook.metadata.authors == ["B"])
    #expect(notebook.cells.map(\.id) == ["front-matter", "text-1", "loss", "text-2"])
    #expect(
      notebook.cells.map(\.source) == [
        "---\ntitle: A\nauthor: B\n---", "# A", "#| label: loss\nprint(1)\n2", "Text",
      ])
    #expect(notebook.cells[2].execution == .count(1))
    #expect(
      notebook.cells[2].outputs == [
        .stream(name: "stdout", text: "1\n"),
        .display(MediaBundle([.init("text/plain", .text("2"))]), isResult: true),
      ])
  }

  @Test func onlyCellsThatRanAreCounted() {
    let text = "```neuron\n1\n```\n```neuron\n2\n```\n```neuron\n3\n```\n"
    let cells = exported(text) { $0 == 1 ? .notRun : .ran() }.notebook.cells
    #expect(cells.map(\.execution) == [.count(1), .never, .count(2)])
  }

  @Test func anErrorHasItsNameMessageAndWay() {
    let text = "```neuron\n#| error: true\n1 / 0\n```\n"
    let cells = exported(text) { _ in .failed("ZeroDivisionError: division by zero") }.notebook
      .cells
    #expect(cells[0].tags == ["raises-exception"])
    #expect(
      cells[0].outputs == [
        .error(
          name: "ZeroDivisionError", message: "division by zero",
          traceback: [
            "Traceback (most recent call last):", "  File helpers.py, line 1", "    1 / 0",
            "ZeroDivisionError: division by zero",
          ])
      ])
  }

  @Test func optionsAreTagsToo() {
    func tags(_ option: String) -> [String] {
      exported("```neuron\n#| \(option)\n1\n```\n").notebook.cells[0].tags
    }
    #expect(tags("eval: false") == ["skip-execution"])
    #expect(tags("include: false") == ["remove-cell"])
    #expect(tags("echo: false") == ["remove-input"])
    #expect(tags("output: false") == ["remove-output"])
    #expect(tags("code-fold: true") == ["hide-input"])
    #expect(tags("label: a") == [])
  }

  @Test func aCellInAListStaysTextAndIsNamed() {
    let result = exported("- a\n\n  ```neuron\n  1\n  ```\n\n```neuron\n2\n```\n")
    #expect(result.notebook.cells.map(\.source) == ["- a\n\n  ```neuron\n  1\n  ```", "2"])
    #expect(result.notebook.cells[1].id == "cell-2")
    #expect(result.diagnostics.map(\.rule) == [.cellKeptAsText])
  }

  @Test func formulasHaveDelimitersThatJupyterReads() {
    let text = "a \\(x\\) \\[y\n+ z\\] $u$ `\\(v\\)`\n\n> | a |\n> |---|\n> | \\(b\\) |\n"
    let cell = exported("---\ntitle: a\n---\n" + text).notebook.cells[1]
    #expect(
      cell.source == "a $x$ $$y\n+ z$$ $u$ `\\(v\\)`\n\n> | a |\n> |---|\n> | $b$ |")
    #expect(cell.restoredText(lineEnding: "\n") == String(text.dropLast()))
  }

  @Test func inlineValuesAreShown() {
    let text = "# Loss `{neuron} l:.1f`\n\n> a ``{neuron}\n> l(`b`)`` c\n\n```neuron\n1\n```\n"
    let cells = exported(text).notebook.cells
    #expect(
      cells[0].source
        == "# Loss <span title=\"{neuron} l:.1f\">0.5</span>\n\n"
        + "> a <span title=\"{neuron} l(&#96;b&#96;)\">0.5</span> c")
    #expect(cells[0].restoredText(lineEnding: "\n")?.hasPrefix("# Loss `{neuron} l:.1f`") == true)
  }

  @Test func linksHaveTheirDefinitionsInTheSameCell() {
    let text =
      "[b] [c][] [d][E  f] [g] `[b]`\n\n```neuron\n1\n```\n\n[B]: b.md\n[c]: <c> 'C'\n[e F]: e\n"
    let cells = exported(text).notebook.cells
    #expect(
      cells[0].source
        == "[b] [c][] [d][E  f] [g] `[b]`\n\n[B]: b.md\n[c]: <c> 'C'\n[e F]: e")
    #expect(cells[2].source == "[B]: b.md\n[c]: <c> 'C'\n[e F]: e")
  }

  @Test func whatOnlyLooksLikeADefinitionIsNone() {
    let text = "[b] [^1]\n\n```neuron\n1\n```\n\n```text\n[b]: c\n```\n\n[^1]: d\n"
    #expect(exported(text).notebook.cells[0].source == "[b] [^1]")
  }

  @Test func aPlainLessonNeedsNoNotes() {
    let text = "---\ntitle: A\n---\n\nText\n\n```neuron\n1\n```\n\n```output\n1\n```\n"
    let cells = exported(text) { _ in .ran(value: "1") }.notebook.cells
    for cell in cells {
      #expect(cell.provenance?.source.text == nil)
      #expect(cell.provenance?.output?.text == nil)
      #expect(cell.provenance?.after == nil)
    }
  }

  @Test func theFileIsWhatJupyterWouldSave() {
    let text = "\u{1F9E0} \"a\\b\"\t\n\n```neuron\n1\n```\n"
    let json = String(
      decoding: exported(text) { _ in .ran(value: "1") }.notebook.utf8, as: UTF8.self)
    #expect(
      json.hasPrefix(
        """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "text-1",
        """))
    #expect(json.contains("\"\u{1F9E0} \\\"a\\\\b\\\"\\t\""))
    #expect(json.hasSuffix(" \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n"))
  }
}

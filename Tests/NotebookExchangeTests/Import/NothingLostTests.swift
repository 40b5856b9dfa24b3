import JSONText
import LessonDocument
import SourceText
import Testing

@testable import NotebookExchange

/// Every word that a notebook holds, in whatever cell, output or attachment, is in the lesson, in a file
/// beside it, or in the list of what was left out.
@Suite struct NothingLostTests {
  @Test(arguments: 1...120)
  func eachPartIsKeptOrNamed(seed: Int) throws {
    let odd = OddNotebook(seed: UInt64(seed))
    let lesson = try ImportedLesson(of: odd.source, at: "odd.md")
    let kept =
      lesson.source.text
      + lesson.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    let named = lesson.diagnostics.map(\.message).joined(separator: "\n")
    for part in odd.parts {
      #expect(
        kept.contains(part.text) || named.contains(part.text), "\(part.text) of seed \(seed)")
    }
  }

  private func messages(_ json: JSON) throws -> [String] {
    let file = SourceFile(path: "a.ipynb", utf8: json.utf8())
    return try ImportedLesson(of: file, at: "a.md").diagnostics.map(\.message)
  }

  @Test func metadataAreNamedOnce() throws {
    let cell: JSON = [
      "cell_type": "code", "execution_count": 1, "source": "x",
      "metadata": [
        "slideshow": ["slide_type": "slide"], "collapsed": false, "editable": true,
        "execution": ["iopub.status.busy": "2026"], "jupyter": ["outputs_hidden": true],
      ],
      "outputs": [
        [
          "output_type": "display_data", "data": ["text/plain": "1"],
          "metadata": ["isolated": true, "needs_background": "light"],
        ]
      ],
    ]
    let text: JSON = [
      "cell_type": "markdown", "source": "Text", "metadata": ["name": "a", "deletable": false],
    ]
    #expect(
      try messages([
        "nbformat": 4, "cells": [cell, cell, text],
        "metadata": [
          "kernelspec": ["name": "python3"], "language_info": ["name": "python"],
          "widgets": ["application/vnd.jupyter.widget-state+json": ["state": [:]]],
          "custom": 1, "authors": [["name": "A", "affiliation": "B"]], "anaconda-cloud": [:],
        ],
      ]).filter { $0.hasPrefix("metadata") } == [
        "metadata of cells left out: `name` (cell 3), `slideshow` (2 cells)",
        "metadata of outputs left out: `isolated` (2 outputs)",
        "metadata of the notebook left out: `authors`, `custom`, `widgets`",
      ])
  }

  @Test func anotherFormOfAnAttachmentIsNamed() throws {
    let attachments: JSON = ["im": ["image/png": "AAAA", "image/jpeg": "BBBB"]]
    let cells: JSON = [
      ["cell_type": "markdown", "source": "![p](attachment:im)", "attachments": attachments],
      ["cell_type": "raw", "source": "text", "attachments": attachments],
    ]
    #expect(
      try messages(["nbformat": 4, "metadata": [:], "cells": cells]) == [
        "a further form of the attachment im left out: image/jpeg",
        "attachments of a cell that shows none left out: im",
      ])
  }

  @Test func aNotebookOfVersion3HasAName() throws {
    let cells: JSON = [["cell_type": "heading", "level": 1, "source": "Heading"]]
    for (name, title) in [("Old One", "Old One"), ("Untitled0", "Heading"), ("", "Heading")] {
      let json: JSON = [
        "nbformat": 3, "metadata": ["name": .string(name)], "worksheets": [["cells": cells]],
      ]
      let file = SourceFile(path: "a.ipynb", utf8: json.utf8())
      let lesson = try ImportedLesson(of: file, at: "a.md")
      #expect(lesson.source.text.hasPrefix("---\ntitle: \(title)\n"))
      #expect(lesson.diagnostics.isEmpty)
    }
  }

  @Test(arguments: 1...60)
  func theSameBytesComeOutAgain(seed: Int) throws {
    let odd = OddNotebook(seed: UInt64(seed))
    let first = try ImportedLesson(of: odd.source, at: "odd.md")
    let second = try ImportedLesson(of: odd.source, at: "odd.md")
    #expect(first.source.utf8 == second.source.utf8)
    #expect(first.files == second.files)
  }

  @Test(arguments: 1...60)
  func aLessonComesOut(seed: Int) throws {
    let odd = OddNotebook(seed: UInt64(seed))
    let imported = try ImportedLesson(of: odd.source, at: "odd.md")
    let lesson = Lesson(parsing: imported.source)
    #expect(lesson.frontMatter.title != nil)
    // Each cell is where the import put it: none swallowed by the text before, none made by accident.
    let python = imported.source.text.components(of: "`neuron\n")
    #expect(lesson.cells.count == python)
    for file in imported.files {
      #expect(file.path.hasPrefix("odd-files/"))
      #expect(!file.path.contains(".."))
    }
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}

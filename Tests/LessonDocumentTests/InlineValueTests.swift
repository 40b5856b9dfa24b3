import LessonDocument
import SourceText
import Testing

@Suite struct InlineValueTests {
  @Test(arguments: [
    ("a `{neuron} x` b", ["1:3-1:15 x"]),
    ("`{neuron}x` ``{neuron} \"`\":3``", ["1:1-1:12 x", "1:13-1:31 \"`\":3"]),
    ("# `{neuron} x`\n\n> - *`{neuron} f(\n>   é) `*", ["1:3-1:15 x", "3:6-4:9 f( é)"]),
    ("`{neuron}` `{neuron} ` `` `{neuron} x` `` `{Neuron} x` `neuron x`", []),
    ("$`{neuron} x`$ \\`{neuron} x`", []),
    ("[`{neuron} x`](u) ![`{neuron} y`](v)", ["1:2-1:14 x", "1:21-1:33 y"]),
    ("`a` `{neuron} x` `{neuron} x`", ["1:5-1:17 x", "1:18-1:30 x"]),
  ])
  func valuesAreCodeThatBeginsWithTheMark(text: String, expected: [String]) {
    let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
    let found = lesson.values.map { value in
      "\(Place(lesson.source, value.span).range) \(value.expression.text)"
    }
    #expect(found == expected)
  }

  @Test func expressionsLeadBackToTheFile() {
    let text = "> - a `{neuron} f(\n>   éé)` b"
    let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
    let expression = lesson.values[0].expression
    #expect(expression.text == "f( éé)")
    #expect(expression.place(of: Span(0, 2)).range == "1:17-1:19")
    #expect(expression.place(of: Span(5, 8)).range == "2:6-2:8")
  }

  @Test func theyBelongToLessonsOnly() {
    #expect(Dump.blocks("`{neuron} x`") == "p <value 0>")
    #expect(Dump.blocks("`{neuron} x`", []) == "p `{neuron} x`")
    #expect(!Lesson(parsing: SourceFile(path: "a.md", text: "`{neuron} x`")).isLesson)
  }
}

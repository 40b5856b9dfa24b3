import SourceText
import Testing
import YAMLText

private let subject = YAMLSubject(
  name: "the text", maximumSize: 1 << 16, syntax: Rule("syntax", .error, ""),
  unknownKey: Rule("key", .error, ""), value: Rule("value", .error, ""))

private func parse(_ text: String) -> Result<YAML?, Diagnostic> {
  let source = SourceFile(path: "a.yml", text: text)
  return YAML.parse(source, in: Span(source.textStart, source.utf8.count), as: subject)
}

private func shown(_ problem: Diagnostic) -> String {
  guard case .text(let place) = problem.location else { return problem.message }
  let help = problem.help.map { " (\($0))" } ?? ""
  return "\(place.range) \(problem.message)\(help)"
}

/// Kinds and places, as `{key@1:1-1:4: value@…}`.
private func dump(_ yaml: YAML) -> String {
  let place = "@\(yaml.place.range)"
  return switch yaml.kind {
  case .scalar(let text): text + place
  case .sequence(let items): "[" + items.map(dump).joined(separator: ", ") + "]" + place
  case .mapping(let entries):
    "{" + entries.map { dump($0.key) + ": " + dump($0.value) }.joined(separator: ", ") + "}" + place
  }
}

@Suite struct YAMLTests {
  @Test func everyScalarIsTheTextThatStandsThere() throws {
    let yaml = try #require(try parse("a: [no, 0o7]\né: 1.50\n").get())
    #expect(
      dump(yaml) == "{a@1:1-1:2: [no@1:5-1:7, 0o7@1:9-1:12]@1:4-1:13, é@2:1-2:2: 1.50@2:4-2:8}"
        + "@1:1-1:13")
  }

  @Test(arguments: ["", "# nothing\n", "---\n"])
  func aTextThatSaysNothingIsNone(text: String) throws {
    let yaml = try parse(text).get()
    #expect(yaml == nil || yaml?.text == "")
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3", "3:1-3:2 the key `a` is given twice"),
    ("x:\n  a: 1\n  b:\n    a: 5\n  a: 3", "5:3-5:4 the key `a` is given twice"),
    ("{a: 1, a: 2}", "1:2-1:13 the key `a` is given twice"),
    ("a: &x 1", "1:4-1:8 anchors and aliases are not read in the text"),
    (
      "a: 1\n---\nb: 2",
      "2:1-2:4 another document begins here, and one is read"
    ),
    (
      "a:\n\tb: 1",
      "2:1-2:6 this is no YAML: found character that cannot start any token "
        + "(YAML is indented with spaces, not with tabs)"
    ),
    ("a: [1, 2", "1:4-1:9 this is no YAML: did not find expected ',' or ']'"),
    ("a: 'b", "1:4-1:6 this is no YAML: found unexpected end of stream"),
    ("a: \u{1}", "1:4-1:5 this is no YAML: control characters are not allowed"),
  ])
  func whatIsNotReadIsToldWithItsPlace(text: String, expected: String) {
    guard case .failure(let problem) = parse(text) else {
      Issue.record("it was read")
      return
    }
    #expect(shown(problem) == expected)
    #expect(problem.rule == subject.syntax)
  }
}

@Suite struct SettingsReaderTests {
  private enum Key: String, CaseIterable { case title, order }
  private enum Choice: String, CaseIterable { case terminal, json }

  @Test(arguments: [
    ("titel: a", "1:1-1:6 the text has no key `titel` (write `title`)"),
    ("\"titel\": a", "1:1-1:11 the text has no key `titel` (write `title`)"),
    ("x: a", "1:1-1:2 the text has no key `x` (the keys are title, order)"),
    ("[a]: b", "1:1-1:7 a key is a plain word"),
    ("- a", "1:1-1:4 the text is lines `key: value`"),
    ("title:", "1:7-1:7 `title` is one of terminal, json, but nothing is given"),
    ("title: [json]", "1:8-1:14 `title` is one of terminal, json, not a list or mapping"),
    (
      "title: jsn",
      "1:8-1:11 `title` is one of terminal, json, but `jsn` is given (write `json`)"
    ),
    ("title: x", "1:8-1:9 `title` is one of terminal, json, but `x` is given"),
  ])
  func whatTheSchemaDoesNotHaveIsTold(text: String, expected: String) throws {
    var reader = SettingsReader(of: subject)
    let yaml = try #require(try parse(text).get())
    for (key, value) in reader.entries(of: yaml, Key.self) {
      _ = reader.choice(value, of: key.rawValue, Choice.self)
    }
    #expect(reader.diagnostics.map(shown) == [expected])
    // What is quoted is more than the word that would be replaced.
    #expect(reader.diagnostics[0].fix == nil || !text.contains("\""))
  }
}

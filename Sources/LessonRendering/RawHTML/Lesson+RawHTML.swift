import LessonDocument
import SourceText

extension Lesson {
  /// What a page would leave out of the lesson's HTML, and addresses in its Markdown that a page drops;
  /// found without making one.
  public var htmlProblems: [Diagnostic] {
    let dropped = markdownReferences.filter { HTMLEscaping.isDangerousURL($0.destination) }
    let problems = dropped.map { reference in
      let kind = reference.kind == .image ? "the image" : "the link"
      return Diagnostic(
        .dangerousAddress, "\(kind) leads nowhere on the page: its address may do harm",
        at: Place(source, reference.span), help: "give an address that begins with `https:`")
    }
    return (problems + rawHTML(PlainHTMLParts()).diagnostics).sorted()
  }

  /// What is found in the HTML when it is written with certain parts.
  func rawHTML(_ parts: some HTMLParts) -> RawHTMLFindings {
    guard hasHTML else { return RawHTMLFindings() }
    var writer = HTMLWriter(parts: parts)
    // As the page does it: what a title leaves open does not reach below.
    let opening = openingHeading == nil ? 0 : 1
    writer.write(blocks.prefix(opening))
    _ = writer.take()
    writer.write(blocks.dropFirst(opening))
    writer.writeFootnotes()
    _ = writer.take()
    return writer.findings
  }
}

/// Parts that only say where links lead from the page in a certain form.
struct AddressParts: HTMLParts {
  let destination: Destination
  let form: Destination.Form

  func link(_ address: String) -> String { destination.address(of: address, in: form) }
  func image(_ address: String) -> String { destination.address(of: address, in: form) }
}

import ArgumentParser
import SourceText
import Workspace

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a problem's id means; without one, list them all.")

  @Argument(help: "What stands in brackets before a problem, such as output-differs.")
  var id: String?

  @Flag(help: "Print the JSON Schema of what verify --format json writes.")
  var schema = false

  func validate() throws {
    if id != nil, schema { throw ValidationError("--schema goes without an id") }
    guard let id, !RuleTable.all.contains(where: { $0.id == id }) else { return }
    let near =
      nearestName(to: id, in: RuleTable.all.map(\.id)).map { "; did you mean \($0)?" } ?? ""
    throw ValidationError("no problem has the id \(id)\(near)")
  }

  func run() {
    if schema { return Console.output().write(ReportSchema.text) }
    let rule = RuleTable.all.first { $0.id == id }
    Console.output().write(rule.map { RulePage($0).text } ?? RuleTable.text(of: RuleTable.all))
  }
}

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

  @Flag(help: "Print what a theme can override, and the values that its templates may use.")
  var theme = false

  @Option(help: "Print a template of the usual theme, such as page.")
  var template: String?

  func validate() throws {
    let asked = [id != nil, schema, theme, template != nil]
    if asked.count(where: \.self) > 1 {
      throw ValidationError("an id, --schema, --theme and --template each go alone")
    }
    if let template, ThemePage.template(template) == nil {
      let names = ThemePage.templates.joined(separator: ", ")
      throw ValidationError("no template is called \(template); there are \(names)")
    }
    guard let id, !RuleTable.all.contains(where: { $0.id == id }) else { return }
    let near =
      nearestName(to: id, in: RuleTable.all.map(\.id)).map { "; did you mean \($0)?" } ?? ""
    throw ValidationError("no problem has the id \(id)\(near)")
  }

  func run() { Console.output().write(text) }

  /// What is printed.
  var text: String {
    if theme { return ThemePage.text }
    if let template = template.flatMap(ThemePage.template) { return template }
    if schema { return ReportSchema.text }
    let rule = RuleTable.all.first { $0.id == id }
    return rule.map { RulePage($0).text } ?? RuleTable.text(of: RuleTable.all)
  }
}

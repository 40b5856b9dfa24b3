/// One case of a JUnit suite.
struct JUnitCase {
  struct Problem {
    /// Whether the case could not be carried out, as against: it was, and failed.
    let isError: Bool
    let type: String
    let message: String
    let text: String
  }

  let name: String
  let className: String
  var duration: Duration?
  var problem: Problem?
  /// Why it was not carried out.
  var skipped: String?
  /// What is to be said besides.
  var output = ""

  init(name: String, className: String) {
    self.name = name
    self.className = className
  }
}

/// A JUnit suite in the making, as XML.
struct JUnitSuite {
  private let name: String
  private let duration: Duration?
  /// What is to be said of the whole, each with its name.
  private let properties: [(name: String, value: String)]
  private var cases = ""
  private var tests = 0
  private var failures = 0
  private var errors = 0
  private var skipped = 0

  init(
    name: String, properties: [(name: String, value: String)] = [], duration: Duration? = nil
  ) {
    self.name = name
    self.properties = properties
    self.duration = duration
  }

  /// - Parameter place: the file and line where the case begins.
  mutating func append(_ test: JUnitCase, place: (file: String, line: Int)?) {
    tests += 1
    var body = ""
    if let problem = test.problem {
      if problem.isError { errors += 1 } else { failures += 1 }
      body += Self.element(problem)
    } else if let reason = test.skipped {
      skipped += 1
      body += "      <skipped\(Self.attribute("message", reason))/>\n"
    }
    if !test.output.isEmpty {
      body += "      <system-out>\(XMLText.content(test.output))</system-out>\n"
    }
    var attributes = Self.attribute("classname", test.className) + Self.attribute("name", test.name)
    if let place {
      attributes += Self.attribute("file", place.file) + Self.attribute("line", "\(place.line)")
    }
    attributes += Self.time(test.duration)
    cases += "    <testcase\(attributes)"
    cases += body.isEmpty ? "/>\n" : ">\n\(body)    </testcase>\n"
  }

  /// The whole element.
  var text: String {
    let attributes = [
      ("name", name), ("tests", "\(tests)"), ("failures", "\(failures)"), ("errors", "\(errors)"),
      ("skipped", "\(skipped)"),
    ].map(Self.attribute).joined()
    return
      "  <testsuite\(attributes)\(Self.time(duration))>\n\(propertyList)\(cases)  </testsuite>\n"
  }

  private var propertyList: String {
    if properties.isEmpty { return "" }
    let list = properties.map { property in
      "      <property\(Self.attribute("name", property.name))"
        + "\(Self.attribute("value", property.value))/>\n"
    }
    return "    <properties>\n\(list.joined())    </properties>\n"
  }

  private static func element(_ problem: JUnitCase.Problem) -> String {
    let kind = problem.isError ? "error" : "failure"
    return
      "      <\(kind)\(attribute("message", problem.message))\(attribute("type", problem.type))>"
      + "\(XMLText.content(problem.text))</\(kind)>\n"
  }

  private static func attribute(_ name: String, _ value: String) -> String {
    " \(name)=\"\(XMLText.attribute(value))\""
  }

  private static func time(_ duration: Duration?) -> String {
    duration.map { attribute("time", $0.decimalSeconds) } ?? ""
  }
}

import JSONText
import OrderedCollections

/// nbformat 3 and before, told in the words of nbformat 4.
extension JupyterReader {
  /// The cells of all worksheets; nbformat 1 has none of these.
  static func cells(ofVersion3 json: JSON) -> [JSON]? {
    guard let sheets = json["worksheets"]?.array else { return json["cells"]?.array }
    return sheets.flatMap { $0["cells"]?.array ?? [] }
  }

  /// `input`, `prompt_number` and `language` of a code cell; its outputs.
  static func upgraded(_ cell: JSON) -> JSON {
    guard var members = cell.object else { return cell }
    if members["cell_type"] == "html" {
      members["cell_type"] = "markdown"
    } else if members["cell_type"] == "code" {
      let input = members["input"] ?? members["code"]
      members["source"] = joinedLines(input) ?? members["source"] ?? ""
      members["execution_count"] = members["prompt_number"] ?? .null
      if members["collapsed"] == true {
        var metadata = members["metadata"]?.object ?? [:]
        metadata["collapsed"] = true
        members["metadata"] = .object(metadata)
      }
      members["outputs"] = .array((members["outputs"]?.array ?? []).map(upgradedOutput))
    } else if members["source"] == nil {
      members["source"] = members["text"]
    }
    members["source"] = joinedLines(members["source"])
    return .object(members)
  }

  private static func upgradedOutput(_ output: JSON) -> JSON {
    guard var members = output.object else { return output }
    switch members["output_type"]?.string {
    case "stream": members["name"] = members["stream"] ?? "stdout"
    case "pyerr": members["output_type"] = "error"
    case "pyout", "display_data":
      if members["output_type"] == "pyout" { members["output_type"] = "execute_result" }
      members["data"] = .object(forms(of: members))
    default: break
    }
    return .object(members)
  }

  /// Forms stand among the output's other members, under short names; other names are media types.
  private static func forms(
    of members: OrderedDictionary<String, JSON>
  ) -> OrderedDictionary<String, JSON> {
    var forms: OrderedDictionary<String, JSON> = [:]
    for (key, value) in members {
      if let type = shortNames[key] {
        forms[type] = value
      } else if key.contains("/") {
        forms[key] = value
      }
    }
    return forms
  }

  private static let shortNames = [
    "text": "text/plain", "html": "text/html", "svg": "image/svg+xml", "png": "image/png",
    "jpeg": "image/jpeg", "latex": "text/latex", "json": "application/json",
    "javascript": "application/javascript", "pdf": "application/pdf",
  ]

  /// Lists of lines come with and without line endings.
  private static func joinedLines(_ json: JSON?) -> JSON? {
    guard let lines = json?.array?.compactMap(\.string), lines.count > 1 else { return json }
    let haveEndings = lines.dropLast().contains { $0.hasSuffix("\n") }
    return haveEndings ? json : .string(lines.joined(separator: "\n"))
  }
}

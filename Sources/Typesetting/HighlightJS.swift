#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Code of a language that is only shown, to be coloured.
public struct ForeignCode: Hashable, Sendable {
  public var text: String
  /// As a fence names it: `python`, `js`.
  public var language: String

  /// A piece of code.
  public init(text: String, language: String) {
    self.text = text
    self.language = language
  }

  /// What is not code: the engine need not be opened to find that out.
  private static let textNames: Set = ["output", "text", "txt", "plain", "plaintext", "none"]

  /// Whether its language may be one: letters, digits and `+#._-`, as in all names of languages.
  var mayHaveColours: Bool {
    !language.isEmpty && language.utf8.count <= 30 && !Self.textNames.contains(language)
      && language.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || "+#._-".utf8.contains($0)
      }
  }

  var key: FormulaCache.Key { FormulaCache.Key(kind: .code, text: language + "\n" + text) }
}

/// highlight.js, loaded into an engine and ready to colour code.
struct HighlightJS {
  private let highlight: JavaScriptFunction
  private let limits: TypesettingLimits

  /// What coloured code depends on besides the library; a change makes cached code stale.
  static let optionsIdentity = "code 1"

  /// The environment variable that names a script to be used instead of the standard ones.
  static let variable = "NEURONBOOK_HIGHLIGHT"

  /// Debian's `libjs-highlight.js`; then where npm installs `@highlightjs/cdn-assets`.
  static let standardPaths = [
    "/usr/share/javascript/highlight.js/highlight.min.js",
    "/opt/homebrew/lib/node_modules/@highlightjs/cdn-assets/highlight.min.js",
    "/usr/local/lib/node_modules/@highlightjs/cdn-assets/highlight.min.js",
    "/usr/lib/node_modules/@highlightjs/cdn-assets/highlight.min.js",
  ]

  /// The script that the environment names, else the first standard one that is there.
  static func installedScript() -> String? {
    if let named = getenv(variable) {
      let path = String(cString: named)
      return fileIdentity(path) == nil ? nil : path
    }
    return standardPaths.first { fileIdentity($0) != nil }
  }

  /// `nil` when the script is not highlight.js.
  init?(engine: JavaScriptCore, script: [UInt8], limits: TypesettingLimits) {
    // The library hangs itself onto what a browser calls `self`.
    let library = Array("var self = this;".utf8) + script
    guard
      let highlight = JavaScriptFunction(
        engine: engine, library: library,
        expression: String(decoding: PackageResources.code_js, as: UTF8.self),
        seconds: limits.seconds)
    else { return nil }
    self.highlight = highlight
    self.limits = limits
  }

  /// The code as HTML; `nil` for a language that is not known and for code beyond the limits. After
  /// `.timedOut` this value must be thrown away.
  func html(of code: ForeignCode) -> Result<String?, JavaScriptFunction.Failure> {
    do {
      let answer = try highlight([code.text, code.language])
      let isHTML = answer.hasPrefix("+") && answer.utf8.count <= limits.outputLength
      return .success(isHTML ? String(answer.dropFirst()) : nil)
    } catch {
      return .failure(error)
    }
  }
}

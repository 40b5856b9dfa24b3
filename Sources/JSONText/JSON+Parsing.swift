import CJansson
import OrderedCollections
import SourceText

extension JSON {
  /// Reads a text that is one JSON value. Of two members of the same name the last counts. Where a whole
  /// number is beyond 64 bits, all are read as doubles.
  ///
  /// - Throws: where it is no JSON, nests deeper than 2,048, or has a number beyond the doubles.
  public init(parsing source: SourceFile) throws(Diagnostic) {
    var error = json_error_t()
    var root = Self.load(source, flags: 0, &error)
    if root == nil { root = Self.load(source, flags: JSON_DECODE_INT_AS_REAL, &error) }
    guard let root else { throw Self.problem(error, in: source) }
    defer { json_decref(root) }
    self.init(root)
  }

  private static func load(
    _ source: SourceFile, flags: Int32, _ error: inout json_error_t
  ) -> UnsafeMutablePointer<json_t>? {
    source.utf8[source.textStart...].withUnsafeBytes { bytes in
      json_loadb(
        bytes.baseAddress, bytes.count, Int(flags | JSON_DECODE_ANY | JSON_ALLOW_NUL), &error)
    }
  }

  private static func problem(_ error: json_error_t, in source: SourceFile) -> Diagnostic {
    let message = withUnsafeBytes(of: error.text) { text in
      String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
    }
    let start = min(source.textStart + max(Int(error.position) - 1, 0), source.utf8.count)
    return Diagnostic(
      .malformedJSON, "not JSON: \(message)", at: Place(source, Span(start, start)))
  }

  /// The depth of what was read is bounded, and so is this recursion.
  private init(_ value: UnsafeMutablePointer<json_t>) {
    switch value.pointee.type {
    case JSON_OBJECT: self = .object(Self.members(of: value))
    case JSON_ARRAY:
      self = .array((0..<json_array_size(value)).map { JSON(json_array_get(value, $0)) })
    case JSON_STRING: self = .string(Self.text(json_string_value(value), json_string_length(value)))
    case JSON_INTEGER: self = .integer(Int(json_integer_value(value)))
    case JSON_REAL: self = .number(json_real_value(value))
    case JSON_TRUE: self = true
    case JSON_FALSE: self = false
    default: self = .null
    }
  }

  private static func members(
    of value: UnsafeMutablePointer<json_t>
  ) -> OrderedDictionary<String, JSON> {
    var members = OrderedDictionary<String, JSON>(minimumCapacity: json_object_size(value))
    var place = json_object_iter(value)
    while let member = place {
      let key = text(json_object_iter_key(member), json_object_iter_key_len(member))
      members[key] = JSON(json_object_iter_value(member))
      place = json_object_iter_next(value, member)
    }
    return members
  }

  private static func text(_ start: UnsafePointer<CChar>?, _ length: Int) -> String {
    String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
  }
}

extension Rule {
  public static let malformedJSON = Rule(
    "malformed-json", .incomplete, "a file that should be JSON is not",
    """
    A notebook (`.ipynb`) is a JSON text. Where this one stops being JSON is shown; often the file was
    cut short, has marks of an unfinished merge in it, or is another kind of file under that name.
    """, .sketch,
    wrong: "{\"cells\": [",
    right: "{\"cells\": [], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}")
}

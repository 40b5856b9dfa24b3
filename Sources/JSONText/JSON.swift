import OrderedCollections

/// A JSON value (RFC 8259). Members of an object keep their order.
public enum JSON: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// A number without fraction or exponent.
  case integer(Int)
  /// Finite.
  case number(Double)
  case string(String)
  case array([JSON])
  case object(OrderedDictionary<String, JSON>)
}

extension JSON {
  /// A member of an object; `nil` for anything else, and where there is no such member.
  public subscript(key: String) -> JSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// The text of a string.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number, if it is whole.
  public var integer: Int? {
    switch self {
    case .integer(let number): number
    case .number(let number): Int(exactly: number)
    default: nil
    }
  }

  /// Whichever of true and false it is.
  public var boolean: Bool? {
    if case .boolean(let truth) = self { truth } else { nil }
  }

  /// The elements of an array.
  public var array: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members of an object.
  public var object: OrderedDictionary<String, JSON>? {
    if case .object(let members) = self { members } else { nil }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }

  /// Each key once.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(OrderedDictionary(uniqueKeysWithValues: elements))
  }
}

extension JSON {
  /// An object of those members that have a value; each key once.
  public init(members: [(key: String, value: JSON?)]) {
    self = .object(
      members.reduce(into: [:]) { object, member in
        if let value = member.value { object[member.key] = value }
      })
  }
}

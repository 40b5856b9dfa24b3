import SourceText

/// A place in the cells of a lesson that gives a name its meaning.
public struct NameDefinition: Sendable {
  /// What a name is.
  public enum Kind: Hashable, Sendable {
    /// A `def`.
    case function
    case classDefinition
    /// A variable of the session.
    case variable
    case parameter
    /// A variable of a function, a class body or a comprehension.
    case local
    /// An attribute that a method gives to `self`, or a variable of a class body seen from outside.
    case attribute
    /// A module, or a name of one: `numpy.random`, `math.sqrt`.
    case imported(path: String)
  }

  public var name: String
  public var kind: Kind
  /// The index of its cell.
  public var cell: Int
  /// The name itself, in the cell's text.
  public var span: Span
  /// The function or class that a local or attribute belongs to; `nil` for one of none.
  public var owner: String?
  /// Of a function or class, how it is called: `def slope(f, at, step=1e-5)`.
  public var heading: String?
  /// The first line of its documentation.
  public var summary: String?
}

/// A name that is used in a cell, with what it means.
public struct NameUse: Hashable, Sendable {
  /// What a name can mean.
  public enum Meaning: Hashable, Sendable {
    /// The index of its definition.
    case definition(Int)
    case builtin(String)
    /// What a module has: `numpy.exp`.
    case member(path: String)
  }

  /// In the cell's text.
  public var span: Span
  public var meaning: Meaning
}

/// What the names in the cells of a lesson mean, as far as that is certain.
public struct NameMeanings: Sendable {
  public var definitions: [NameDefinition]
  /// The uses in each cell, in the order of their places.
  public var uses: [[NameUse]]
  /// The variables of the session that each cell binds more than once.
  public var changing: [Set<String>]
}

/// How far a cell ran, which decides what of it later cells see.
public enum CellProgress: Hashable, Sendable {
  case ran
  /// It was stopped in its n-th statement.
  case stopped(inStatement: Int)
  /// It did not run. Its own names mean something within it only.
  case notRun
}

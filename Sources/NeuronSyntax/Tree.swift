import SourceText

// Reading order: Module, Statement, Expression, then the parts they are made of. The tree holds all
// of Python's syntax that can be named; what neuron leaves out stands in it as `unsupported`, with a
// diagnostic, so that the rest of the text is still checked.

/// The tree of one text: a file, or one cell of a lesson.
public struct Module: Sendable {
  public let source: SourceFragment
  public var body: [Statement]
  /// From each `#` that begins a comment to the end of its line, in order.
  let comments: [Span]
  /// Whether `from __future__ import annotations` stands in it, which is read as a `pass`.
  let leavesAnnotationsUnevaluated: Bool
}

/// A name where it is bound or named: a parameter, an attribute, an imported module.
public struct Identifier: Hashable, Sendable {
  public var name: String
  public var span: Span

  /// A name at its place.
  public init(_ name: String, _ span: Span) {
    self.name = name
    self.span = span
  }
}

/// A statement with its span, from its first token to its last.
public struct Statement: Sendable {
  /// What a statement does.
  public indirect enum Kind: Sendable {
    case expression(Expression)
    /// `a = b = value`: targets from left to right.
    case assign(targets: [Expression], value: Expression)
    case augmentedAssign(target: Expression, operation: BinaryOperator, value: Expression)
    /// `x: int = 3`; the annotation is kept but never evaluated.
    case annotatedAssign(target: Expression, annotation: Expression, value: Expression?)
    case function(FunctionDefinition)
    case classDefinition(ClassDefinition)
    case `return`(Expression?)
    /// `elif` is an `if` alone in `orElse`.
    case `if`(test: Expression, body: [Statement], orElse: [Statement])
    case `while`(test: Expression, body: [Statement], orElse: [Statement])
    case `for`(target: Expression, iterable: Expression, body: [Statement], orElse: [Statement])
    case `break`
    case `continue`
    case pass
    case `import`([ImportedName])
    /// `names` is `nil` for `import *`; `level` counts leading dots.
    case importFrom(module: Identifier, level: Int, names: [ImportedName]?)
    case global([Identifier])
    case nonlocal([Identifier])
    case delete([Expression])
    case assert(test: Expression, message: Expression?)
    case raise(Expression?, cause: Expression?)
    case `try`(
      body: [Statement], handlers: [ExceptionHandler], orElse: [Statement], finally: [Statement])
    case with([WithItem], body: [Statement])
    /// Parsed and named in a diagnostic, never run.
    case unsupported(String)
  }

  public var kind: Kind
  public var span: Span

  /// A statement.
  public init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// `import name as alias`, where `name` may be dotted.
public struct ImportedName: Hashable, Sendable {
  public var name: Identifier
  public var alias: Identifier?

  /// A name to import.
  public init(name: Identifier, alias: Identifier?) {
    self.name = name
    self.alias = alias
  }
}

/// `except type as name: body`; a bare `except` has no type.
public struct ExceptionHandler: Sendable {
  public var type: Expression?
  public var name: Identifier?
  public var body: [Statement]
  public var span: Span

  /// A handler.
  public init(type: Expression?, name: Identifier?, body: [Statement], span: Span) {
    self.type = type
    self.name = name
    self.body = body
    self.span = span
  }
}

/// `context as target`.
public struct WithItem: Sendable {
  public var context: Expression
  public var target: Expression?

  /// One item of a `with`.
  public init(context: Expression, target: Expression?) {
    self.context = context
    self.target = target
  }
}

/// A `def`.
public struct FunctionDefinition: Sendable {
  public var name: Identifier
  public var parameters: Parameters
  public var decorators: [Expression]
  /// The annotation after `->`, never evaluated.
  public var returns: Expression?
  public var body: [Statement]
  /// What the names in the body mean; made by the resolver.
  public var scope: Scope

  /// A function.
  public init(
    name: Identifier, parameters: Parameters, decorators: [Expression], returns: Expression?,
    body: [Statement], scope: Scope
  ) {
    self.name = name
    self.parameters = parameters
    self.decorators = decorators
    self.returns = returns
    self.body = body
    self.scope = scope
  }
}

/// A `class`.
public struct ClassDefinition: Sendable {
  public var name: Identifier
  public var arguments: [Argument]
  public var decorators: [Expression]
  public var body: [Statement]
  /// What the names in the body mean; made by the resolver.
  public var scope: Scope

  /// A class.
  public init(
    name: Identifier, arguments: [Argument], decorators: [Expression], body: [Statement],
    scope: Scope
  ) {
    self.name = name
    self.arguments = arguments
    self.decorators = decorators
    self.body = body
    self.scope = scope
  }
}

/// The parameters of a `def` or `lambda`, in the order in which they are written.
public struct Parameters: Sendable {
  /// Before `/`, ordinary, and after `*`, each with a default where it has one.
  public var positionalOnly: [Parameter] = []
  public var ordinary: [Parameter] = []
  public var keywordOnly: [Parameter] = []
  /// `*args`.
  public var rest: Parameter?
  /// `**kwargs`.
  public var keywordRest: Parameter?

  /// No parameters.
  public init() {}
}

/// One parameter.
public struct Parameter: Sendable {
  public var identifier: Identifier
  /// Never evaluated.
  public var annotation: Expression?
  public var defaultValue: Expression?

  /// A parameter.
  public init(identifier: Identifier, annotation: Expression?, defaultValue: Expression?) {
    self.identifier = identifier
    self.annotation = annotation
    self.defaultValue = defaultValue
  }
}

/// An expression with its span; parentheses around it do not count.
public struct Expression: Sendable {
  /// What an expression computes.
  public indirect enum Kind: Sendable {
    case name(String)
    case constant(Constant)
    case integer(IntegerLiteral)
    case float(Double)
    /// Adjacent literals are already joined, escapes resolved.
    case string(String)
    /// An f-string: its pieces in order.
    case formatted([FormatPiece])
    case list([Expression])
    case tuple([Expression])
    case set([Expression])
    /// A `nil` key stands for `**value`.
    case dictionary([(key: Expression?, value: Expression)])
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `a and b and c`: at least two operands.
    case boolean(BooleanOperator, [Expression])
    /// `a < b <= c`: each operand evaluated once.
    case comparison(Expression, [(operation: ComparisonOperator, operand: Expression)])
    case conditional(test: Expression, then: Expression, orElse: Expression)
    case call(Expression, [Argument])
    case attribute(Expression, Identifier)
    case `subscript`(Expression, Expression)
    /// Only directly in a subscript, or in a tuple there.
    case slice(lower: Expression?, upper: Expression?, step: Expression?)
    case lambda(Lambda)
    case comprehension(Comprehension)
    /// `*value` in a call, a display or a target.
    case starred(Expression)
    case named(Identifier, Expression)
    case yield(Expression?)
    case yieldFrom(Expression)
    /// Parsed and named in a diagnostic, never run.
    case unsupported(String)
  }

  public var kind: Kind
  public var span: Span

  /// An expression.
  public init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// The names that are values.
public enum Constant: Sendable {
  case none, `true`, `false`, ellipsis
}

/// An integer as written, underscores and prefix removed: any size.
public struct IntegerLiteral: Hashable, Sendable {
  /// ASCII digits of the radix.
  public var digits: String
  /// 2, 8, 10 or 16.
  public var radix: Int

  /// An integer literal.
  public init(digits: String, radix: Int) {
    self.digits = digits
    self.radix = radix
  }
}

/// A piece of an f-string.
public enum FormatPiece: Sendable {
  case literal(String)
  /// `{value!r:spec}`; the specification may hold fields itself. `{x=}` comes as the literal `x=`
  /// before its field.
  case field(value: Expression, conversion: Character?, specification: [FormatPiece])
}

/// An argument of a call.
public struct Argument: Sendable {
  /// How an argument finds its parameter.
  public enum Kind: Hashable, Sendable {
    case positional
    case keyword(Identifier)
    /// `*value`.
    case unpacked
    /// `**value`.
    case keywordsUnpacked
  }

  public var kind: Kind
  public var value: Expression

  /// An argument.
  public init(_ kind: Kind, _ value: Expression) {
    self.kind = kind
    self.value = value
  }
}

/// A `lambda`.
public struct Lambda: Sendable {
  public var parameters: Parameters
  public var body: Expression
  public var scope: Scope

  /// A lambda.
  public init(parameters: Parameters, body: Expression, scope: Scope) {
    self.parameters = parameters
    self.body = body
    self.scope = scope
  }
}

/// A comprehension or a generator expression: a scope of its own, as in Python 3.11, whose first
/// iterable is evaluated outside.
public struct Comprehension: Sendable {
  /// What is built.
  public enum Kind: Hashable, Sendable {
    case list, set, dictionary, generator
  }

  /// `for target in iterable if … if …`.
  public struct Clause: Sendable {
    public var target: Expression
    public var iterable: Expression
    public var conditions: [Expression]

    /// A clause.
    public init(target: Expression, iterable: Expression, conditions: [Expression]) {
      self.target = target
      self.iterable = iterable
      self.conditions = conditions
    }
  }

  public var kind: Kind
  /// The element, or the key of a dictionary.
  public var element: Expression
  /// The value of a dictionary's entry.
  public var value: Expression?
  public var clauses: [Clause]
  public var scope: Scope

  /// A comprehension; at least one clause.
  public init(
    kind: Kind, element: Expression, value: Expression?, clauses: [Clause], scope: Scope
  ) {
    self.kind = kind
    self.element = element
    self.value = value
    self.clauses = clauses
    self.scope = scope
  }
}

/// `+a`, `-a`, `~a`, `not a`.
public enum UnaryOperator: String, Sendable {
  case plus = "+"
  case minus = "-"
  case invert = "~"
  case not
}

/// The operators that have an augmented form.
public enum BinaryOperator: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case modulo = "%"
  case power = "**"
  case matrixMultiply = "@"
  case shiftLeft = "<<"
  case shiftRight = ">>"
  case bitAnd = "&"
  case bitOr = "|"
  case bitXor = "^"
}

/// The operators that need not evaluate what follows.
public enum BooleanOperator: String, Sendable {
  case and, or
}

/// The operators that chain.
public enum ComparisonOperator: String, Sendable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case `is`
  case isNot = "is not"
  case `in`
  case notIn = "not in"
}

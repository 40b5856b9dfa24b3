import SourceText

/// What is known of a function that can be called by name.
struct FunctionMeaning {
  /// The parameters that can be given by name, each with its definition.
  var parameters: [String: Int] = [:]
}

/// What is known of a class of the lesson.
struct ClassMeaning {
  /// What its body defines.
  var members: [String: Int] = [:]
  /// What its methods give to `self`.
  var attributes: [String: Int] = [:]
  /// The use of the name of the class that it derives from; `nil` when there is none.
  var base: Int?
  /// Whether it takes members from what has no certain meaning.
  var isOpen = false
}

/// What a parameter of a method stands for.
struct SelfMeaning {
  /// The definition of the class.
  var classDefinition: Int
  /// Whether it is the class, not an object of it.
  var isClass = false
  var isInInitializer = false
}

extension NameWalk {
  // MARK: Functions

  mutating func walk(_ function: FunctionDefinition) {
    for decorator in function.decorators { walk(decorator) }
    for value in function.parameters.defaultValues { walk(value) }
    for parameter in function.parameters.all { parameter.annotation.map { walkAnnotation($0) } }
    function.returns.map { walkAnnotation($0) }
    let name = function.name.name
    let index = addDefinition(name, function.name.span, .function)
    definitions[index].heading =
      "def \(name)(\(ParameterText.text(of: function.parameters, in: source)))"
    definitions[index].summary = function.body.summary
    // A setter belongs to the property that its getter has defined.
    if !function.isAccessor { bind(name, to: index) }
    let parent = levels.count - 1
    levels.append(
      NameLevel(
        .function, locals: Set(function.scope.locals), globals: function.scope.globals, owner: name)
    )
    let meaning = defineParameters(function.parameters)
    if function.decorators.allSatisfy(\.keepsParameters) { functions[index] = meaning }
    noteSelf(of: function, in: levels[parent])
    walk(function.body)
    leave()
  }

  private mutating func defineParameters(_ parameters: Parameters) -> FunctionMeaning {
    var meaning = FunctionMeaning()
    for parameter in parameters.all {
      let identifier = parameter.identifier
      meaning.parameters[identifier.name] = define(identifier.name, identifier.span, .parameter)
    }
    let unnamed =
      parameters.positionalOnly + [parameters.rest, parameters.keywordRest].compactMap(\.self)
    for parameter in unnamed { meaning.parameters[parameter.identifier.name] = nil }
    return meaning
  }

  /// The first parameter of a method stands for the object.
  private mutating func noteSelf(of function: FunctionDefinition, in parent: NameLevel) {
    guard let classDefinition = parent.classDefinition,
      let first = (function.parameters.positionalOnly + function.parameters.ordinary).first,
      let definition = levels[levels.count - 1].first[first.identifier.name]
    else { return }
    let decorators = function.decorators.compactMap { decorator -> String? in
      if case .name(let name) = decorator.kind { name } else { nil }
    }
    if decorators.contains("staticmethod") { return }
    let isClass =
      decorators.contains("classmethod")
      || ["__new__", "__init_subclass__"].contains(function.name.name)
    selves[definition] = SelfMeaning(
      classDefinition: classDefinition, isClass: isClass,
      isInInitializer: function.name.name == "__init__")
  }

  /// - Parameter isArgument: whether it is given to a call.
  @discardableResult
  mutating func walk(_ lambda: Lambda, isArgument: Bool = false) -> FunctionMeaning {
    for value in lambda.parameters.defaultValues { walk(value) }
    levels.append(
      NameLevel(
        .function, locals: Set(lambda.scope.locals), globals: lambda.scope.globals, owner: "lambda")
    )
    levels[levels.count - 1].isArgument = isArgument
    let meaning = defineParameters(lambda.parameters)
    walk(lambda.body)
    leave()
    return meaning
  }

  // MARK: Classes

  mutating func walk(_ definition: ClassDefinition) {
    for decorator in definition.decorators { walk(decorator) }
    var meaning = ClassMeaning()
    for argument in definition.arguments {
      if case .name(let name) = argument.value.kind, argument.kind == .positional,
        definition.arguments.count == 1
      {
        meaning.base = use(name, argument.value.span)
      } else {
        walk(argument.value)
        meaning.isOpen = true
      }
    }
    let name = definition.name.name
    let index = addDefinition(name, definition.name.span, .classDefinition)
    definitions[index].heading = "class \(name)" + (definition.initializerText(in: source) ?? "")
    definitions[index].summary = definition.body.summary
    classes[index] = meaning
    var level = NameLevel(
      .classBody, locals: Set(definition.scope.locals), globals: definition.scope.globals,
      owner: name)
    level.classDefinition = index
    levels.append(level)
    walk(definition.body)
    let body = leave()
    classes[index]?.members = body.declared.merging(body.current) { $1 }
    bind(name, to: index)
  }
}

extension FunctionDefinition {
  /// `@x.setter` and its kin, which keep the name's meaning.
  fileprivate var isAccessor: Bool {
    decorators.contains { decorator in
      guard case .attribute(let value, let kind) = decorator.kind, case .name(let name) = value.kind
      else { return false }
      return name == self.name.name && ["getter", "setter", "deleter"].contains(kind.name)
    }
  }
}

extension Expression {
  /// Whether a decorator hands a function's own parameters on.
  fileprivate var keepsParameters: Bool {
    if case .name(let name) = kind {
      ["staticmethod", "classmethod"].contains(name)
    } else {
      false
    }
  }
}

extension [Statement] {
  /// The first line of the text that they begin with.
  fileprivate var summary: String? {
    guard case .expression(let value)? = first?.kind, case .string(let text) = value.kind else {
      return nil
    }
    let line = text.drop(while: \.isWhitespace).prefix { !$0.isNewline }
    return line.isEmpty ? nil : String(line)
  }
}

extension ClassDefinition {
  /// `(sizes)`: what a call of it gives to `__init__`.
  fileprivate func initializerText(in source: SourceFragment) -> String? {
    for case .function(let function) in body.map(\.kind) where function.name.name == "__init__" {
      var parameters = function.parameters
      if parameters.positionalOnly.isEmpty {
        parameters.ordinary = Array(parameters.ordinary.dropFirst())
      } else {
        parameters.positionalOnly.removeFirst()
      }
      return "(\(ParameterText.text(of: parameters, in: source)))"
    }
    return nil
  }
}

/// Parameters in one line: `f, at, *rest, step=1e-5`.
private enum ParameterText {
  /// Characters of a default value.
  private static let defaultWidth = 16
  /// Characters of a whole list.
  private static let width = 80

  static func text(of parameters: Parameters, in source: SourceFragment) -> String {
    func text(_ parameter: Parameter) -> String {
      let name = parameter.identifier.name
      guard let value = parameter.defaultValue else { return name }
      return "\(name)=\(short(value.span, in: source))"
    }
    var parts = parameters.positionalOnly.map(text)
    if !parts.isEmpty { parts.append("/") }
    parts += parameters.ordinary.map(text)
    if let rest = parameters.rest {
      parts.append("*" + rest.identifier.name)
    } else if !parameters.keywordOnly.isEmpty {
      parts.append("*")
    }
    parts += parameters.keywordOnly.map(text)
    if let rest = parameters.keywordRest { parts.append("**" + rest.identifier.name) }
    let all = parts.joined(separator: ", ")
    return all.count > width ? all.prefix(width - 1) + "…" : all
  }

  private static func short(_ span: Span, in source: SourceFragment) -> String {
    let text = String(
      decoding: source.utf8[span.start..<span.end].prefix(4 * defaultWidth), as: UTF8.self)
    let isPlain = span.length <= defaultWidth && !text.contains(where: \.isNewline)
    return isPlain ? text : "…"
  }
}

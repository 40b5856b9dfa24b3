import SourceText

/// Something with a name that is used: by its index in `uses`, or in `attributes`.
enum UseReference {
  case name(Int)
  case attribute(Int)
}

/// `object.name`.
struct AttributeUse {
  var object: UseReference
  var cell: Int
  var name: String
  var span: Span
  var isBound: Bool
  var meaning: NameUse.Meaning?
}

/// `name=` in a call.
struct KeywordUse {
  var callee: UseReference
  var cell: Int
  var name: String
  var span: Span
}

extension NameWalk {
  /// What was found, once all cells were walked.
  mutating func meanings() -> NameMeanings {
    defineAttributes()
    var found: [[NameUse]] = Array(repeating: [], count: cell)
    func note(_ cell: Int, _ span: Span, _ meaning: NameUse.Meaning?) {
      if let meaning { found[cell].append(NameUse(span: span, meaning: meaning)) }
    }
    for index in attributes.indices { settle(attribute: index) }
    for use in uses { note(use.cell, use.span, use.meaning) }
    for attribute in attributes { note(attribute.cell, attribute.span, attribute.meaning) }
    for keyword in keywords {
      let parameter = function(called: keyword.callee)?.parameters[keyword.name]
      note(keyword.cell, keyword.span, parameter.map { .definition($0) })
    }
    for cell in found.indices { found[cell].sort { $0.span.start < $1.span.start } }
    return NameMeanings(definitions: definitions, uses: found, changing: changing)
  }

  private func meaning(of reference: UseReference) -> NameUse.Meaning? {
    switch reference {
    case .name(let index): uses[index].meaning
    case .attribute(let index): attributes[index].meaning
    }
  }

  // MARK: Attributes

  /// An attribute of `self` is defined where `__init__` binds it first, else where another method does.
  private mutating func defineAttributes() {
    var chosen: [Int: [String: Int]] = [:]
    for (index, attribute) in attributes.enumerated() where attribute.isBound {
      guard let object = selfMeaning(of: attribute.object), !object.isClass else { continue }
      let other = chosen[object.classDefinition]?[attribute.name]
      if let other, !object.isInInitializer || isInInitializer(other) { continue }
      chosen[object.classDefinition, default: [:]][attribute.name] = index
    }
    // By their places, so that definitions come in a fixed order.
    let all = chosen.flatMap { owner, attributes in attributes.values.map { (owner, $0) } }
    for (owner, index) in all.sorted(by: { $0.1 < $1.1 }) {
      let attribute = attributes[index]
      definitions.append(
        NameDefinition(
          name: attribute.name, kind: .attribute, cell: attribute.cell, span: attribute.span,
          owner: definitions[owner].name))
      classes[owner]?.attributes[attribute.name] = definitions.count - 1
    }
  }

  private func selfMeaning(of reference: UseReference) -> SelfMeaning? {
    guard case .definition(let definition)? = meaning(of: reference) else { return nil }
    return selves[definition]
  }

  private func isInInitializer(_ attribute: Int) -> Bool {
    selfMeaning(of: attributes[attribute].object)?.isInInitializer == true
  }

  private mutating func settle(attribute index: Int) {
    let attribute = attributes[index]
    attributes[index].meaning =
      switch meaning(of: attribute.object) {
      case .definition(let object): member(attribute.name, of: object)
      case .member(let path): .member(path: "\(path).\(attribute.name)")
      case .builtin, nil: nil
      }
    // The definition itself is no use.
    if case .definition(let definition)? = attributes[index].meaning,
      definitions[definition].cell == attribute.cell,
      definitions[definition].span == attribute.span
    {
      attributes[index].meaning = nil
    }
  }

  private func member(_ name: String, of definition: Int) -> NameUse.Meaning? {
    if case .imported(let path) = definitions[definition].kind {
      return .member(path: "\(path).\(name)")
    }
    let found =
      if let own = selves[definition] {
        member(name, ofClass: own.classDefinition, isClass: own.isClass)
      } else if classes[definition] != nil {
        member(name, ofClass: definition, isClass: true)
      } else {
        nil as Int?
      }
    return found.map { .definition($0) }
  }

  /// What a class or its objects have under a name, by themselves or by the classes that they derive
  /// from; `nil` where that is not certain.
  private func member(_ name: String, ofClass definition: Int, isClass: Bool) -> Int? {
    var visited: Set<Int> = []
    var next: Int? = definition
    while let current = next, visited.insert(current).inserted, let meaning = classes[current] {
      let attribute = isClass ? nil : meaning.attributes[name]
      if let member = meaning.members[name] {
        // A method that objects may have replaced.
        return attribute != nil && definitions[member].kind == .function ? nil : member
      }
      if let attribute { return attribute }
      guard !meaning.isOpen, let base = meaning.base,
        case .definition(let parent)? = uses[base].meaning
      else { return nil }
      next = parent
    }
    return nil
  }

  // MARK: Calls

  private func function(called callee: UseReference) -> FunctionMeaning? {
    guard case .definition(let definition)? = meaning(of: callee) else { return nil }
    guard classes[definition] != nil else { return functions[definition] }
    return member("__init__", ofClass: definition, isClass: true).flatMap { functions[$0] }
  }
}

extension NameMeanings {
  /// Looks at the cells of a lesson in the order in which they run.
  ///
  ///     NameMeanings(of: [(text.module, .ran)], builtins: ["print"]).uses[0]
  ///
  /// - Parameter wasRun: whether anything in a span of a cell was run; `nil` where that is not known.
  public init(
    of cells: [(module: Module, progress: CellProgress)], builtins: [String],
    wasRun: @escaping (_ cell: Int, Span) -> Bool? = { _, _ in nil }
  ) {
    var walk = NameWalk(builtins: Set(builtins), wasRun: wasRun)
    for cell in cells { walk.walk(cell.module, cell.progress) }
    self = walk.meanings()
  }
}

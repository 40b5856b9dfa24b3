/// A parameter of something that can be called.
package struct Parameter {
  /// How it may be given.
  package enum Kind {
    case positionalOnly, ordinary, keywordOnly
    /// `*args`
    case rest
    /// `**kwargs`
    case keywordRest
  }

  package let name: String
  package let kind: Kind
  package let defaultValue: Value?

  package init(name: String, kind: Kind, defaultValue: Value?) {
    self.name = name
    self.kind = kind
    self.defaultValue = defaultValue
  }

  /// Whether it takes one value.
  package var isSingle: Bool { kind != .rest && kind != .keywordRest }
}

extension Machine {
  /// The parameters of a function or method of the program, or of what stands for one, in the order of
  /// their definition; `nil` for what is written in Swift and has no names for them.
  package func parameters(of callee: Value) -> [Parameter]? {
    switch callee.kind {
    case .function: return parameters(ofFunction: callee)
    case .boundMethod:
      return parameters(of: callee.boundMethodObject.pointee.function).map { Array($0.dropFirst()) }
    case .instance:
      guard let method = specialMethod(.call, of: callee), method.kind == .function else {
        return nil
      }
      return Array(parameters(ofFunction: method).dropFirst())
    case .foreign: return underlyingFunction(callee).flatMap(parameters)
    default: return nil
    }
  }

  private func parameters(ofFunction function: Value) -> [Parameter] {
    let code = function.functionObject.pointee.code._withUnsafeGuaranteedRef { $0 }
    let shape = code.parameters
    let defaults = function.functionObject.defaults
    let firstDefault = shape.positional - shape.positionalDefaults
    var parameters = (0..<shape.positional).map { index in
      Parameter(
        name: code.localNames[index],
        kind: index < shape.positionalOnly ? .positionalOnly : .ordinary,
        defaultValue: index < firstDefault ? nil : defaults[index - firstDefault])
    }
    var register = shape.positional + shape.keywordOnly
    if shape.hasRest {
      parameters.append(
        Parameter(name: code.localNames[register], kind: .rest, defaultValue: nil))
      register += 1
    }
    for index in 0..<shape.keywordOnly {
      parameters.append(
        Parameter(
          name: code.localNames[shape.positional + index], kind: .keywordOnly,
          defaultValue: shape.keywordDefaults[index].map { defaults[$0] }))
    }
    if shape.hasKeywordRest {
      parameters.append(
        Parameter(name: code.localNames[register], kind: .keywordRest, defaultValue: nil))
    }
    return parameters
  }
}

// Which statements never go on to the next one, as far as the text alone tells. What a `with` does
// with an exception is up to its object, so it is taken to go on.

extension Statement {
  /// Whether nothing after the statement, in its block, can run.
  var neverGoesOn: Bool {
    switch kind {
    case .return, .raise, .break, .continue: true
    case .if(_, let body, let orElse): body.neverGoesOn && orElse.neverGoesOn
    case .while(let test, let body, _): test.isAlwaysTrue && !body.breaksLoop
    case .try(let body, let handlers, let orElse, let finally):
      finally.neverGoesOn
        || (body.neverGoesOn || orElse.neverGoesOn)
          && handlers.allSatisfy { $0.body.neverGoesOn }
    default: false
    }
  }
}

extension [Statement] {
  /// Whether the end of the block is never reached.
  fileprivate var neverGoesOn: Bool { contains(where: \.neverGoesOn) }

  /// Whether a `break` of the loop whose body this is stands in it.
  fileprivate var breaksLoop: Bool {
    contains { statement in
      switch statement.kind {
      case .break, .unsupported: return true
      case .while(_, _, let orElse), .for(_, _, _, let orElse): return orElse.breaksLoop
      case .function, .classDefinition: return false
      default:
        var result = false
        statement.forEachBlock { if $0.breaksLoop { result = true } }
        return result
      }
    }
  }
}

extension Expression {
  fileprivate var isAlwaysTrue: Bool {
    switch kind {
    case .constant(.true): true
    case .integer(let literal): literal.digits.contains { $0 != "0" }
    default: false
    }
  }

  var isAlwaysFalse: Bool {
    switch kind {
    case .constant(.false), .constant(.none): true
    case .integer(let literal): literal.digits.allSatisfy { $0 == "0" }
    default: false
    }
  }

  /// Whether a loop over it surely has no turn: `[]`, `()`, `range(0)`.
  var isEmptyByItsText: Bool {
    switch kind {
    case .list(let elements), .tuple(let elements): return elements.isEmpty
    case .call(let function, let arguments):
      guard case .name("range") = function.kind, arguments.count == 1,
        case .integer(let literal) = arguments[0].value.kind
      else { return false }
      return literal.digits.allSatisfy { $0 == "0" }
    default: return false
    }
  }
}

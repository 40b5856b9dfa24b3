import SourceText

// Exceptions of the machine's own, in Python's words.

extension Machine {
  func unboundGlobal(_ slot: Int) -> Interruption {
    let name = globals.names[slot]
    let namespace = state.pointee.frames[state.pointee.frameCount - 1].code
      ._withUnsafeGuaranteedRef { $0.namespace }
    lookedUp = (name, namespace.boundNames)
    return .raised(.name, "name '\(name)' is not defined")
  }

  func unboundLocal(_ register: Int, of code: Unmanaged<Code>) -> Interruption {
    let name = code._withUnsafeGuaranteedRef { $0.localNames[register] }
    return .raised(
      .unboundLocal,
      "cannot access local variable '\(name)' where it is not associated with a value")
  }

  func unboundFree(_ index: Int, of code: Unmanaged<Code>) -> Interruption {
    let name = code._withUnsafeGuaranteedRef { $0.freeNames[index] }
    return .raised(
      .name,
      "cannot access free variable '\(name)' where it is not associated with a value in enclosing scope"
    )
  }

  func assertionFailed(_ message: Value?) -> Interruption {
    do throws(Interruption) {
      return .exception(
        heap.exception(.assertion, arguments: try heap.tuple(message.map { [$0] } ?? [])))
    } catch { return error }
  }

  /// What `raise value` raises: an exception, or an instance of the class of exceptions named.
  func raised(_ value: Value) throws(Interruption) -> Interruption {
    if value.kind == .exception { return .exception(value) }
    if case .native = value.kind, let type = exceptionTypes[Int(value.payload)] {
      return .exception(heap.exception(type, arguments: try heap.tuple([])))
    }
    return .raised(.type, "exceptions must derive from BaseException")
  }

  /// The last line of Python's report: `ValueError: math domain error`.
  func lastLine(of interruption: Interruption) -> String {
    switch interruption {
    case .raised(let type, let message):
      return message.isEmpty ? type.rawValue : "\(type.rawValue): \(message)"
    case .limit(_, let message): return message
    case .exception(let value):
      let object = value.exceptionObject.pointee
      let message = (try? text(of: value)) ?? ""
      return message.isEmpty ? object.type.rawValue : "\(object.type.rawValue): \(message)"
    }
  }
}

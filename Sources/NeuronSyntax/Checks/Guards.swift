/// What the program itself expects to fail: the checks leave it alone.
struct Guards {
  private let builtins: Set<String>

  init(builtins: Set<String>) {
    self.builtins = builtins
  }

  /// Whether one of the handlers may take an exception of the class, as far as its text tells.
  func mayCatch(_ exception: Exception, _ handlers: [ExceptionHandler]) -> Bool {
    handlers.contains { handler in
      guard let type = handler.type else { return true }
      return mayName(exception, type)
    }
  }

  private func mayName(_ exception: Exception, _ type: Expression) -> Bool {
    switch type.kind {
    case .name(let name): exception.ancestry.contains(name) || !isBuiltinException(name)
    case .tuple(let elements): elements.contains { mayName(exception, $0) }
    default: true
    }
  }

  private func isBuiltinException(_ name: String) -> Bool {
    builtins.contains(name)
  }

  /// Whether a `with` may end an exception: only those of modules are known not to.
  func mayCatch(_ items: [WithItem]) -> Bool {
    items.contains { item in
      if case .call(let function, _) = item.context.kind, case .attribute = function.kind {
        return false
      }
      return true
    }
  }

  /// An exception that the checks foresee.
  struct Exception {
    /// Its class, those that it derives from, and those derived that stand for it.
    let ancestry: Set<String>

    static let name = Exception(
      ancestry: ["NameError", "UnboundLocalError", "Exception", "BaseException"])
    static let type = Exception(ancestry: ["TypeError", "Exception", "BaseException"])
  }
}

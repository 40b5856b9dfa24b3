import NeuronRuntime

/// Sessions of the language with everything that a lesson may call or import.
public enum Library {
  /// A new session.
  public static func makeSession(limits: Limits) -> Session {
    Session(limits: limits) { machine in
      machine.installCalculus()
      machine.defineModule("math", makeMathModule)
      machine.defineModule("numpy", makeNumPyModule)
    }
  }
}

import NeuronRuntime

/// Sessions of the language with everything that a lesson may call or import.
public enum Library {
  /// A new session.
  public static func makeSession(limits: Limits) -> Session {
    makeSession(limits: limits, collectionThreshold: Heap.usualThreshold)
  }

  /// - Parameter collectionThreshold: bytes before the first collection; −1 for one at every safe point.
  package static func makeSession(limits: Limits, collectionThreshold: Int) -> Session {
    Session(limits: limits, collectionThreshold: collectionThreshold) { machine in
      machine.installCalculus()
      machine.adviseOnMissingModules(MissingModules.advice)
      machine.defineModule("math", makeMathModule)
      machine.defineModule("numpy", makeNumPyModule)
      machine.defineModule("numpy.random", makeNumPyRandomModule)
      machine.defineModule("numpy.linalg", makeLinearAlgebraModule)
      machine.defineModule("numpy.testing", makeNumPyTestingModule)
      machine.defineModule("numpy.exceptions", makeNumPyExceptionsModule)
      machine.defineModule("matplotlib", makeMatplotlibModule)
      machine.defineModule("matplotlib.pyplot", makePyplotModule)
      machine.defineModule("matplotlib.cm", makeColorMapModule)
      machine.defineModule("matplotlib.colors", makeColorsModule)
      machine.defineModule("matplotlib.patches", makePatchesModule)
      machine.defineModule("matplotlib.lines", makeLinesModule)
      machine.defineModule("matplotlib.style", makeStyleModule)
      machine.defineModule("random", makeRandomModule)
      machine.defineModule("sklearn", makeSklearnModule)
      machine.defineModule("sklearn.datasets", makeSklearnDatasetsModule)
      machine.defineModule("functools", makeFunctoolsModule)
      machine.defineModule("copy", makeCopyModule)
      machine.defineModule("operator", makeOperatorModule)
      machine.defineModule("string", makeStringModule)
      machine.defineModule("typing", makeTypingModule)
      machine.defineModule("__future__", makeFutureModule)
      machine.defineModule("itertools", makeItertoolsModule)
      machine.defineModule("collections", makeCollectionsModule)
    }
  }
}

import NeuronSyntax
import SourceText

/// Compiles a text's statements to code that, run, gives the value of the last one if that is an
/// expression, and `None` otherwise.
func compileModule(
  _ text: ReadText, namespace: Namespace, heap: Heap
) -> (code: Code, diagnostics: [Diagnostic]) {
  let unit = CompilationUnit(text: text, namespace: namespace, heap: heap)
  let code = FunctionCompiler.compile(
    unit: unit, name: Code.moduleName, scope: nil, span: Span(0, text.module.source.utf8.count)
  ) { compiler in
    var statements = text.module.body[...]
    let last = statements.popLast()
    compiler.compile(Array(statements))
    if let last, case .expression(let expression) = last.kind {
      compiler.at(last.span) {
        compiler.emit(Instruction(.returnValue, a: compiler.operand(expression)))
      }
    } else {
      if let last { compiler.compile(last) }
      compiler.emit(Instruction(.returnNone))
    }
  }
  return (code, unit.diagnostics)
}

import NeuronSyntax
import SourceText

/// The variables of the function in which the last exception rose, copied before its frame is gone: an
/// exception that something catches costs these few words and nothing else.
struct FailingFrame {
  private var point: TracePoint?
  private var function = Value.unbound
  private var registers: [Value] = []
  /// The variables of the comprehensions around the place, those of inner ones first.
  private var inlined: [(name: String, value: Value)] = []

  /// Variables that are kept; a line names few.
  private static let maximumCount = 64

  mutating func take(_ frame: Machine.Frame, at point: TracePoint) {
    self.point = point
    function = frame.function
    registers.removeAll(keepingCapacity: true)
    let count = frame.code._withUnsafeGuaranteedRef { min($0.variableCount, Self.maximumCount) }
    registers.append(contentsOf: UnsafeBufferPointer(start: frame.base, count: count))
    inlined.removeAll()
    for comprehension in frame.code._withUnsafeGuaranteedRef({
      $0.comprehensions(around: point.instruction)
    }) {
      for (name, register) in comprehension.variables {
        inlined.append((name, frame.base[register]))
      }
    }
  }

  mutating func forget() {
    point = nil
    function = .unbound
    registers.removeAll(keepingCapacity: true)
    inlined.removeAll()
  }

  func visitValues(_ visit: (Value) -> Void) {
    visit(function)
    for register in registers { visit(register) }
    for variable in inlined { visit(variable.value) }
  }

  /// Whether it is of the place where an exception rose.
  func isOf(_ other: TracePoint) -> Bool {
    point?.instruction == other.instruction
  }

  /// What a name means in the function; `nil` where it has no value, or one that says nothing: a
  /// function, a class, a module.
  func value(of name: String, in code: Code) -> Value? {
    var value: Value?
    if let variable = inlined.first(where: { $0.name == name }) {
      value = variable.value
    } else if let register = code.localNames.firstIndex(of: name) {
      value = register < registers.count ? registers[register] : nil
    } else if let free = code.freeNames.firstIndex(of: name), function.kind == .function {
      value = function.functionObject.boxes[free]
    } else {
      value = code.namespace.ownValue(name)
    }
    if let box = value, box.kind == .box { value = box.boxObject.pointee.value }
    guard let value, value.isTelling else { return nil }
    return value
  }
}

extension Value {
  /// Whether it says more than the name of what it is.
  var isTelling: Bool {
    switch kind {
    case .unbound, .native, .type, .function, .boundMethod, .module, .class, .descriptor, .super,
      .box, .exceptionState:
      false
    default: true
    }
  }
}

extension Machine {
  /// Values that a report shows; a line with more names is hard to read anyway.
  private static let shownValues = 8

  /// What the names on the line were where an exception rose, as a note; `nil` where there is nothing
  /// to tell.
  func noteOfValues(at point: TracePoint) -> Diagnostic.Note? {
    guard failingFrame.isOf(point) else { return nil }
    let code = point.code._withUnsafeGuaranteedRef { $0 }
    let index = point.instruction - UnsafePointer(code.instructions.baseAddress.unsafelyUnwrapped)
    guard code.spans.indices.contains(index) else { return nil }
    let names = readNeuron(code.source).namesUsed(onLinesOf: code.spans[index])
    var lines: [String] = []
    for name in names where lines.count < Self.shownValues {
      guard let value = failingFrame.value(of: name, in: code) else { continue }
      lines.append("\(name) = \(ValueSketch.text(of: value, in: self))")
    }
    if lines.isEmpty { return nil }
    return Diagnostic.Note("on this line\n" + lines.joined(separator: "\n"))
  }

  // MARK: Exceptions before this one

  /// Exceptions of a chain that a report tells of.
  private static let shownChain = 5

  /// What the exception was raised from, or what was being handled when it rose, and so on back.
  func notesOfChain(_ interruption: Interruption) -> [Diagnostic.Note] {
    guard case .exception(let value) = interruption, value.isException else { return [] }
    var notes: [Diagnostic.Note] = []
    var current = value
    while notes.count < Self.shownChain {
      let object = current.exceptionObject.pointee
      let isCause = !object.cause.isNone
      let next = isCause ? object.cause : object.context
      guard isCause || !object.suppressesContext, next.kind == .instance, next.isException else {
        break
      }
      let message = lastLine(of: .exception(next))
      let place = next.exceptionObject.pointee.trace.first.map { point in
        point.code._withUnsafeGuaranteedRef { $0.place(of: point.instruction) }
      }
      notes.append(
        Diagnostic.Note(
          isCause
            ? "the direct cause was \(message)" : "raised while this was handled: \(message)",
          at: place))
      current = next
    }
    return notes
  }
}

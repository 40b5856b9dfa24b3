import NeuronSyntax
import SourceText

extension Session {
  /// The compiled form of a text that was read without errors, as text; nothing runs.
  ///
  ///     def f(x): 2 registers
  ///     line 2
  ///          0  multiplyRK      t0 = x * 2
  ///          1  returnValue     t0
  public func disassembly(of text: ReadText) -> (text: String, problems: [Diagnostic]) {
    let (code, problems) = compileModule(text, namespace: machine.mainNamespace, heap: machine.heap)
    var disassembler = Disassembler(machine: machine)
    disassembler.write(code)
    return (disassembler.text, problems)
  }
}

/// Code as text: a head for each function, its instructions with the lines that they come from, where
/// its exceptions go, then the functions inside it.
struct Disassembler {
  private let machine: Machine
  private(set) var text = ""

  init(machine: Machine) {
    self.machine = machine
  }

  mutating func write(_ code: Code) {
    if !text.isEmpty { text += "\n" }
    text += head(of: code) + "\n"
    var line = 0
    var index = 0
    while index < code.instructions.count {
      let next = code.source.place(of: code.spans[index]).start.line
      if next != line { text += "line \(next)\n" }
      line = next
      let instruction = InstructionText(machine: machine, code: code, index: index)
      let name = "\(instruction.opcode)"
      let row = right("\(index)", 6) + "  " + left(name, 24) + instruction.operands
      text += String(row.reversed().drop { $0 == " " }.reversed()) + "\n"
      index += instruction.wordCount
    }
    for handler in code.handlers {
      text +=
        "exceptions of \(handler.start) to \(handler.end - 1) go to \(handler.target), "
        + "in \(code.registerName(handler.register))\n"
    }
    for function in code.functions { write(function) }
  }

  private func head(of code: Code) -> String {
    var parts = ["\(code.registerCount) registers"]
    if code.isGenerator { parts.append("generator") }
    if !code.freeNames.isEmpty { parts.append("free " + code.freeNames.joined(separator: " ")) }
    let parameters = code.localNames.prefix(code.parameters.count).joined(separator: ", ")
    let name =
      code.name == Code.moduleName
      ? code.name : "\(code.qualifiedName)(\(parameters))"
    return "\(name): " + parts.joined(separator: ", ")
  }

  private func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension Code {
  /// The variable in a register, or `t` and the number of a temporary.
  func registerName(_ register: Int) -> String {
    register < localNames.count ? localNames[register] : "t\(register - localNames.count)"
  }
}

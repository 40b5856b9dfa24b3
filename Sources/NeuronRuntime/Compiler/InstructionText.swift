import NeuronSyntax

/// What one instruction does, in the names of its code: `t0 = x * 2`.
///
/// Every opcode has a text; one without a form of its own shows its operands as they are.
struct InstructionText {
  private let machine: Machine
  private let code: Code
  private let index: Int
  private let i: Instruction

  /// Characters of a constant that are shown.
  private static let constantWidth = 40

  init(machine: Machine, code: Code, index: Int) {
    self.machine = machine
    self.code = code
    self.index = index
    i = code.instructions[index]
  }

  var opcode: Opcode { i.opcode }

  var wordCount: Int { i.opcode.wordCount }

  var operands: String {
    arithmetic ?? jumps ?? calls ?? variables ?? containers ?? exceptions ?? others
  }

  // MARK: Operands

  private func r(_ register: Int) -> String { code.registerName(register) }

  private func list(_ first: Int, _ count: Int) -> String {
    (0..<count).map { r(first + $0) }.joined(separator: ", ")
  }

  private func k(_ constant: Int) -> String {
    guard constant >= 0, constant < code.constantCount else { return "?" }
    let text = (try? machine.representation(of: code.constants[constant])) ?? "?"
    return text.count <= Self.constantWidth
      ? text : String(text.prefix(Self.constantWidth)) + "…"
  }

  private func site(_ site: Int) -> String {
    code.siteNames.indices.contains(site) ? code.siteNames[site] : "?"
  }

  private var global: String {
    machine.globals.names.indices.contains(i.wide) ? machine.globals.names[i.wide] : "?"
  }

  private func target(_ distance: Int) -> String { "→ \(index + wordCount + distance)" }

  /// The word after the instruction.
  private var second: Instruction {
    index + 1 < code.instructions.count ? code.instructions[index + 1] : i
  }

  private func assigned(_ value: String) -> String { "\(r(i.a)) = \(value)" }

  // MARK: Groups

  private var arithmetic: String? {
    let sign: String
    switch i.opcode {
    case .add, .addRK, .addKR: sign = "+"
    case .subtract, .subtractRK, .subtractKR: sign = "-"
    case .multiply, .multiplyRK, .multiplyKR: sign = "*"
    case .divide, .divideRK, .divideKR: sign = "/"
    case .floorDivide, .floorDivideRK: sign = "//"
    case .modulo, .moduloRK: sign = "%"
    case .power, .powerRK: sign = "**"
    case .binary:
      let operation = BinaryOperator(operand: i.d & 0x7F).rawValue
      sign = operation + (i.d & 0x80 != 0 ? "=" : "")
    case .compare: sign = ComparisonOperator(operand: i.d).rawValue
    case .negate: return assigned("-\(r(i.b))")
    case .plus: return assigned("+\(r(i.b))")
    case .invert: return assigned("~\(r(i.b))")
    case .not: return assigned("not \(r(i.b))")
    default: return nil
    }
    let name = "\(i.opcode)"
    let left = name.hasSuffix("KR") ? k(i.b) : r(i.b)
    return assigned("\(left) \(sign) \(name.hasSuffix("RK") ? k(i.c) : r(i.c))")
  }

  private var jumps: String? {
    let sign: String
    switch i.opcode {
    case .jump, .loop: return target(i.wide)
    case .jumpIfTrue: return "\(r(i.a)) \(target(i.wide))"
    case .jumpIfFalse: return "not \(r(i.a)) \(target(i.wide))"
    case .nextOrExit: return assigned("next \(r(i.b)) \(target(second.wide))")
    case .sendOrExit: return assigned("send \(r(i.a)) to \(r(i.b)) \(target(second.wide))")
    case .jumpUnlessLess, .jumpUnlessLessRK: sign = "<"
    case .jumpUnlessLessOrEqual, .jumpUnlessLessOrEqualRK: sign = "<="
    case .jumpUnlessGreater, .jumpUnlessGreaterRK: sign = ">"
    case .jumpUnlessGreaterOrEqual, .jumpUnlessGreaterOrEqualRK: sign = ">="
    case .jumpUnlessEqual, .jumpUnlessEqualRK: sign = "=="
    case .jumpUnlessNotEqual, .jumpUnlessNotEqualRK: sign = "!="
    default: return nil
    }
    let right = "\(i.opcode)".hasSuffix("RK") ? k(i.b) : r(i.b)
    return "\(r(i.a)) \(sign) \(right) \(target(i.signedC))"
  }

  private var calls: String? {
    switch i.opcode {
    case .callGlobal:
      "\(r(second.c)) = \(global)("
        + [second.a, second.b, second.d].prefix(i.d).map(r).joined(separator: ", ") + ")"
    case .call: "\(r(i.c)) = \(r(i.a))(\(list(i.a + 1, i.b)))"
    case .callKeywords: "\(r(i.c)) = \(r(i.a))(\(list(i.a + 1, i.b))) \(keywords)"
    case .callExpanded: "\(r(i.c)) = \(r(i.a))(*\(r(i.a + 1)), **\(r(i.a + 2)))"
    case .loadMethod: "\(r(i.a)), \(r(i.a + 1)) = \(r(i.b)).\(site(i.c))"
    case .loadGlobalMethod: "\(r(i.a)), \(r(i.a + 1)) = \(global).\(site(second.c))"
    case .callMethod: "\(r(i.c)) = \(r(i.a))(\(list(i.a + 1, i.b + 1)))"
    case .callMethodKeywords:
      "\(r(i.c)) = \(r(i.a))(\(list(i.a + 1, i.b + 1))) \(keywords)"
    case .makeFunction:
      assigned(
        "function "
          + (code.functions.indices.contains(i.b) ? code.functions[i.b].qualifiedName : "?")
          + (i.d > 0 ? " with \(list(i.c, i.d))" : ""))
    case .returnValue: r(i.a)
    case .returnNone: ""
    case .endGenerator: i.d == 1 ? r(i.b) : "\(r(i.b)) with \(r(i.a))"
    case .buildClass:
      assigned("class of \(r(i.b)), bases \(r(i.b + 1)), keywords \(r(i.b + 2))")
    case .yieldValue: "\(r(i.c)) = yield \(r(i.a)) of \(r(i.b))"
    default: nil
    }
  }

  private var keywords: String {
    let known = code.keywordLists
    guard known.indices.contains(second.wide) else { return "?" }
    return "by " + known[second.wide].joined(separator: ", ")
  }

  private var variables: String? {
    switch i.opcode {
    case .move: assigned(r(i.b))
    case .loadConstant: assigned(k(i.wide))
    case .loadGlobal: assigned(global)
    case .storeGlobal: "\(global) = \(r(i.a))"
    case .deleteGlobal: global
    case .checkBound, .deleteLocal, .loadUnbound, .makeBox: r(i.a)
    case .loadBox: assigned("box \(r(i.b))")
    case .storeBox: "box \(r(i.a)) = \(r(i.b))"
    case .loadFree: assigned("free \(freeName(i.b))")
    case .storeFree: "free \(freeName(i.a)) = \(r(i.b))"
    case .loadAttribute: assigned("\(r(i.b)).\(site(i.c))")
    case .loadSubscript: assigned("\(r(i.b))[\(r(i.c))]")
    case .loadGlobalSubscript: assigned("\(global)[\(r(second.c))]")
    case .loadSubscriptRK: assigned("\(r(i.b))[\(k(i.c))]")
    case .storeSubscriptRK: "\(r(i.a))[\(k(i.b))] = \(r(i.c))"
    case .storeSubscript: "\(r(i.a))[\(r(i.b))] = \(r(i.c))"
    case .deleteSubscript: "\(r(i.a))[\(r(i.b))]"
    case .storeAttribute: "\(r(i.a)).\(site(i.c)) = \(r(i.b))"
    case .deleteAttribute: "\(r(i.a)).\(site(i.c))"
    case .importModule: assigned(k(i.wide))
    case .importMember: assigned("\(r(i.b)).\(site(i.c))")
    case .loadClassName: assigned("\(r(i.b)), if bound → \(index + 2)")
    default: nil
    }
  }

  private func freeName(_ free: Int) -> String {
    code.freeNames.indices.contains(free) ? code.freeNames[free] : "?"
  }

  private var containers: String? {
    switch i.opcode {
    case .buildList: assigned("[\(list(i.b, i.c))]")
    case .buildTuple: assigned("(\(list(i.b, i.c)))")
    case .buildSet: assigned("{\(list(i.b, i.c))}")
    case .buildDictionary: assigned("{\(list(i.b, 2 * i.c))}")
    case .buildString: assigned("join \(list(i.b, i.c))")
    case .buildSlice: assigned("slice \(list(i.b, 3))")
    case .appendToList, .extendList, .addToSet, .extendSet, .updateDictionary:
      "\(r(i.a)), \(r(i.b))"
    case .storeInDictionary: "\(r(i.a))[\(r(i.b))] = \(r(i.c))"
    case .formatValue: assigned("\(r(i.b)), \(r(i.c))")
    case .makeIterator: assigned(r(i.b))
    case .unpack: "\(list(i.a, i.c)) = \(r(i.b))"
    case .unpackStarred: "\(list(i.a, i.c)) = \(r(i.b)), the rest to \(r(i.a + i.d))"
    default: nil
    }
  }

  private var exceptions: String? {
    switch i.opcode {
    case .raise: i.d == 1 ? "\(r(i.a)) from \(r(i.b))" : r(i.a)
    case .raiseAgain: ""
    case .reraise: r(i.a)
    case .enterHandler: "\(r(i.a)), keeping \(r(i.a + 1))"
    case .leaveHandler: "back to \(r(i.a + 1))"
    case .exceptionMatches: assigned("\(r(i.b)) is a \(r(i.c))")
    case .enterContext: "\(r(i.a)), \(r(i.a + 1)) = enter \(r(i.b))"
    case .leaveContext: "\(r(i.b)) = leave \(r(i.a))" + (i.d == 0 ? "" : " with \(r(i.c))")
    case .assertionFailed: i.b == 1 ? "" : r(i.a)
    default: nil
    }
  }

  /// Raw operands.
  private var others: String {
    "\(r(i.a)), b \(i.b), c \(i.c)" + (i.d == 0 ? "" : ", d \(i.d)")
  }
}

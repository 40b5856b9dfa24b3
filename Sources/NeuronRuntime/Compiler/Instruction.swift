import NeuronSyntax

/// One instruction: 64 bits.
///
///     63…48  c     47…32  b     31…16  a     15…8  d     7…0  opcode
///
/// `a`, `b`, `c` are registers, indices of constants or counts; a jump's distance is `c` as a signed
/// number, or `b` and `c` together, counted from the instruction after it.
///
/// The operands are fields, and not bits of one number, so that the interpreter's loop loads each by
/// itself, which takes one instruction of the processor.
struct Instruction {
  let opcode: Opcode
  private let operandD: UInt8
  private let operandA: UInt16
  private let operandB: UInt16
  private let operandC: UInt16

  init(_ opcode: Opcode, a: Int = 0, b: Int = 0, c: Int = 0, d: Int = 0) {
    self.opcode = opcode
    operandD = UInt8(truncatingIfNeeded: d)
    operandA = UInt16(truncatingIfNeeded: a)
    operandB = UInt16(truncatingIfNeeded: b)
    operandC = UInt16(truncatingIfNeeded: c)
  }

  /// With a 32-bit operand in place of `b` and `c`.
  init(_ opcode: Opcode, a: Int, wide: Int, d: Int = 0) {
    self.init(opcode, a: a, b: wide, c: wide >> 16, d: d)
  }

  @inline(__always) var d: Int { Int(operandD) }
  @inline(__always) var a: Int { Int(operandA) }
  @inline(__always) var b: Int { Int(operandB) }
  @inline(__always) var c: Int { Int(operandC) }
  @inline(__always) var signedC: Int { Int(Int16(bitPattern: operandC)) }
  @inline(__always)
  var wide: Int { Int(Int32(bitPattern: UInt32(operandB) | UInt32(operandC) << 16)) }
}

/// An instruction where it stands, as the interpreter's loop sees it.
extension UnsafePointer<Instruction> {
  @inline(__always) var opcode: Opcode { pointee.opcode }
  @inline(__always) var a: Int { pointee.a }
  @inline(__always) var b: Int { pointee.b }
  @inline(__always) var c: Int { pointee.c }
  @inline(__always) var d: Int { pointee.d }
  @inline(__always) var signedC: Int { pointee.signedC }
  @inline(__always) var wide: Int { pointee.wide }
}

/// What an instruction does. `R[x]` is a register of the frame, `K[x]` a constant of the code.
///
/// The suffix `RK` means that the right operand is a constant, `KR` the left.
enum Opcode: UInt8 {
  /// R[a] = R[b]
  case move
  /// R[a] = K[wide]
  case loadConstant
  /// R[a] = the global in slot `wide`
  case loadGlobal
  case storeGlobal
  /// The registers from R[a] on are of no more use.
  case deleteGlobal
  /// Raises UnboundLocalError when R[a] is unbound.
  case checkBound
  /// R[a] is made unbound; raises when it is so already.
  case deleteLocal
  /// R[a] = a new box that holds R[a]
  case makeBox
  /// R[a] = the content of the box R[b]
  case loadBox
  /// The box R[a] gets R[b].
  case storeBox
  /// R[a] = the content of the function's b-th captured box
  case loadFree
  /// The function's a-th captured box gets R[b].
  case storeFree
  /// R[a] = a function of code `b` with `d` defaults from R[c] on
  case makeFunction

  /// R[a] = R[b] op R[c]
  case add, subtract, multiply, divide
  case addRK, subtractRK, multiplyRK, divideRK
  case addKR, subtractKR, multiplyKR, divideKR
  case floorDivide, modulo, power
  case floorDivideRK, moduloRK, powerRK
  /// R[a] = R[b] op R[c], where op is the `BinaryOperator` of `d`; bit 7 of `d`: in place
  case binary
  case negate, plus, invert, not
  /// R[a] = R[b] op R[c], where op is the `ComparisonOperator` of `d`
  case compare

  case jump
  /// Backwards: the end of a `while`.
  case loop
  /// Jumps by `wide` when R[a] is true.
  case jumpIfTrue, jumpIfFalse
  /// Jumps by `c` unless R[a] op R[b] …
  case jumpUnlessLess, jumpUnlessLessOrEqual, jumpUnlessGreater, jumpUnlessGreaterOrEqual
  case jumpUnlessEqual, jumpUnlessNotEqual
  /// … or K[b].
  case jumpUnlessLessRK, jumpUnlessLessOrEqualRK, jumpUnlessGreaterRK, jumpUnlessGreaterOrEqualRK
  case jumpUnlessEqualRK, jumpUnlessNotEqualRK

  /// R[c] = R[a](R[a+1] …), `b` arguments
  case call
  /// As `call`, of the global in slot `wide`, with `d` variables that are first put into R[a+1] …: the
  /// registers `a`, `b` and `d` of the following word, whose `c` gets the result.
  case callGlobal
  /// As `call`; the following word's `wide` is the constant that lists the keywords of the last.
  case callKeywords
  /// R[c] = R[a](*R[a+1], **R[a+2]): a list and a dictionary
  case callExpanded
  /// R[a], R[a+1] = the method `K[c]` of R[b] and R[b]; or the attribute and unbound.
  case loadMethod
  /// As `loadMethod` of the global in slot `wide`; the following word's `c` is the name.
  case loadGlobalMethod
  /// As `loadMethod` of `R[b](R[b+1], R[b+2])`, where R[b] is `super`.
  case loadSuperMethod
  /// R[c] = R[a](R[a+1], R[a+2] …), `b` arguments besides R[a+1]; if that is unbound, without it
  case callMethod
  /// As `callMethod`, with keywords as `callKeywords`.
  case callMethodKeywords
  case returnValue
  case returnNone

  /// R[a] = [R[b], …], `c` of them
  case buildList, buildTuple
  /// R[a] = the strings R[b] …, `c` of them, joined
  case buildString
  /// R[a] = {R[b]: R[b+1], …}, `c` pairs
  case buildDictionary
  /// R[a] = format(R[b], R[c]), after the conversion `d` (0, `r`, `s`, `a`)
  case formatValue
  /// R[a] = {R[b], …}, `c` of them, in the way that the `SetDisplay` of `d` makes it
  case buildSet
  /// The set R[a] takes R[b], or all that R[b] gives.
  case addToSet, extendSet
  /// R[a] = slice(R[b], R[b+1], R[b+2])
  case buildSlice
  /// The list R[a] takes R[b], or all that R[b] gives.
  case appendToList, extendList
  /// The dictionary R[a] takes R[b]: R[c], or all of the mapping R[b].
  case storeInDictionary, updateDictionary

  /// R[a] = R[b].K[c]
  case loadAttribute
  case storeAttribute
  /// R[a] = R[b][R[c]]
  case loadSubscript
  /// R[a] = the global in slot `wide`, subscripted with the register `c` of the following word
  case loadGlobalSubscript
  /// R[a] = R[b][K[c]]
  case loadSubscriptRK
  /// R[a][R[b]] = R[c]
  case storeSubscript
  /// R[a][K[b]] = R[c]
  case storeSubscriptRK
  /// del R[a][R[b]]
  case deleteSubscript

  /// R[a] = iter(R[b])
  case makeIterator
  /// R[a] = next(R[b]) and jumps back by `c`, or falls through at the end.
  case nextOrExit
  /// Suspends the generator R[b], giving R[a]; when it goes on, R[c] is what it was sent.
  case yieldValue
  /// Ends the generator R[b] with R[a], or with None when `d` is 1.
  case endGenerator
  /// As `nextOrExit`, but sends R[a]; at the end R[a] is what the iterator returned.
  case sendOrExit
  /// A loop over R[a] is left before its end; of the registers from R[a] on only R[b] is of use.
  case leaveLoop
  /// R[a], R[a+1], … = R[b], `c` of them
  case unpack
  /// As `unpack`, where target number `d` takes what the other `c - 1` leave, as a list.
  case unpackStarred
  /// R[a] = the module K[wide]
  case importModule
  /// R[a] = member K[c] of the module R[b]
  case importMember
  /// The module's globals take all public members of the module R[a].
  case importAll
  /// Raises R[a]; with R[b] as its cause when `d` is 1.
  case raise
  /// Raises what is being handled once more.
  case raiseAgain
  /// The exception R[a] goes on its way.
  case reraise
  /// What is being handled is put into R[a+1], and R[a] takes its place.
  case enterHandler
  /// R[a+1] is again what is being handled.
  case leaveHandler
  /// R[a] = whether the exception R[b] is of R[c], a class or a tuple of classes
  case exceptionMatches
  /// R[a] = the bound `__exit__` of R[b], R[a+1] = what its `__enter__` gives
  case enterContext
  /// R[b] = whether R[a], an `__exit__`, takes care of the exception R[c]; of none when `d` is 0
  case leaveContext
  /// R[a] is made unbound.
  case loadUnbound
  /// R[a] = R[b], a name of the body of a class, and skips an instruction; or falls through.
  case loadClassName
  /// R[a] = a dictionary of the names that the body of a class has bound
  case collectNames
  /// R[a] = the class whose body is R[b], with the list R[b+1] of bases and keywords R[b+2]
  case buildClass
  /// del R[a].K[c]
  case deleteAttribute
  /// Raises AssertionError with R[a], or without when `b` is 1.
  case assertionFailed
  /// Notes that it was reached, and becomes the instruction in whose place it stands.
  case cover
}

// Operators travel in an instruction's `d` as their place among the cases.

extension BinaryOperator {
  var operand: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  /// `operand` must be that of a case.
  @inline(__always)
  init(operand: Int) { self = unsafeBitCast(UInt8(truncatingIfNeeded: operand), to: Self.self) }
}

extension ComparisonOperator {
  var operand: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  /// `operand` must be that of a case.
  @inline(__always)
  init(operand: Int) { self = unsafeBitCast(UInt8(truncatingIfNeeded: operand), to: Self.self) }
}

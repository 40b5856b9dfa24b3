import NeuronSyntax
import SourceText

// `try`, `with`, `raise`, and the ways out of them. What runs on every way out (`finally`, the end of
// a handler, `__exit__`) is compiled once for each way.

extension FunctionCompiler {
  /// As CPython: more blocks within one another are a syntax error.
  private static let maximumNesting = 20
  /// Code that is compiled once for each way out doubles with each level.
  private static let maximumInstructions = 1 << 20

  // MARK: Ways out

  /// Runs what the blocks from `index` on want to see before they are left; what then follows is
  /// outside of them.
  ///
  /// - Parameter result: the register of what is to be returned.
  private func leaveBlocks(from index: Int, result: Int? = nil, _ jump: () -> Void) {
    let all = blocks
    for block in all[index...].reversed() {
      blocks.removeLast()
      if let region = block.region { suspend(region) }
      switch block.kind {
      case .loop(let loop): leave(loop, result: result)
      case .finally(let statements): compile(statements)
      case .handler(let register, let name):
        emit(Instruction(.leaveHandler, a: register))
        if let name { unbind(name) }
      case .context(let register):
        releasing {
          let ignored = takeRegisters()
          emit(Instruction(.leaveContext, a: register, b: ignored, c: register, d: 0))
        }
      }
    }
    jump()
    blocks = all
    for block in all[index...] { block.region.map(resume) }
  }

  /// `break` and `continue`.
  func leaveToLoop(isBreak: Bool, _ jump: (Loop) -> Void) {
    for (index, block) in blocks.enumerated().reversed() {
      if case .loop(let loop) = block.kind {
        let before = assigned
        leaveBlocks(from: index + 1) {
          if isBreak { leave(loop, result: nil) }
          jump(loop)
        }
        assigned = before
        return
      }
    }
  }

  private func leave(_ loop: Loop, result: Int?) {
    guard let iterator = loop.iterator else { return }
    emit(Instruction(.leaveLoop, a: iterator, b: result ?? iterator))
  }

  func compileReturn(_ value: Expression?) {
    if blocks.isEmpty {
      if let value {
        emit(Instruction(.returnValue, a: operand(value)))
      } else {
        emit(Instruction(.returnNone))
      }
      return
    }
    // In a register of its own, since `finally` may change the variable.
    let result = takeRegisters()
    if let value {
      self.value(value, into: result)
    } else {
      emit(Instruction(.loadConstant, a: result, wide: constant(Value.none)))
    }
    let before = assigned
    leaveBlocks(from: 0, result: result) { emit(Instruction(.returnValue, a: result)) }
    assigned = before
  }

  /// Compiles `body` within a block whose exceptions go to `target`.
  private func protecting(
    _ kind: Block.Kind, target: Label, register: Int, _ body: () -> Void
  ) {
    let region = beginRegion(target: target, register: register)
    inBlock(Block(kind: kind, region: region)) { body() }
    suspend(region)
  }

  func inBlock(_ block: Block, _ body: () -> Void) {
    if blocks.count >= Self.maximumNesting {
      reportOnce("too many statically nested blocks", .syntaxError)
      return
    }
    if instructions.count > Self.maximumInstructions {
      reportOnce("'\(name)' is too large", .functionTooLarge)
      return
    }
    blocks.append(block)
    body()
    blocks.removeLast()
  }

  private func reportOnce(_ message: String, _ rule: Rule) {
    let diagnostic = Diagnostic(rule, message, at: unit.source.place(of: span))
    if unit.diagnostics.last?.message != message { unit.diagnostics.append(diagnostic) }
  }

  // MARK: try

  func compileTry(
    _ body: [Statement], _ handlers: [ExceptionHandler], _ orElse: [Statement],
    _ finally: [Statement]
  ) {
    if finally.isEmpty {
      compileTry(body, handlers, orElse)
    } else {
      compileFinally(finally) {
        if handlers.isEmpty {
          compile(body)
        } else {
          compileTry(body, handlers, orElse)
        }
      }
    }
  }

  private func compileFinally(_ statements: [Statement], _ body: () -> Void) {
    let exception = takeRegisters(2)
    let caught = makeLabel()
    let end = makeLabel()
    let before = assigned
    protecting(.finally(statements), target: caught, register: exception, body)
    compile(statements)
    let after = assigned
    emitJump(.jump, to: end)
    place(caught)
    assigned = before
    emit(Instruction(.enterHandler, a: exception))
    handling(exception, name: nil) { compile(statements) }
    emit(Instruction(.leaveHandler, a: exception))
    emit(Instruction(.reraise, a: exception))
    endHandling(exception, name: nil)
    assigned = after
    place(end)
  }

  private func compileTry(
    _ body: [Statement], _ handlers: [ExceptionHandler], _ orElse: [Statement]
  ) {
    let exception = takeRegisters(2)
    let caught = makeLabel()
    let end = makeLabel()
    let before = assigned
    let region = beginRegion(target: caught, register: exception)
    // Not a block of its own kind: leaving it early needs nothing done.
    inBlock(Block(kind: .finally([]), region: region)) { compile(body) }
    suspend(region)
    compile(orElse)
    var after = assigned
    emitJump(.jump, to: end)
    place(caught)
    assigned = before
    emit(Instruction(.enterHandler, a: exception))
    for handler in handlers {
      at(handler.span) {
        assigned = before
        compile(handler, exception: exception, end: end)
      }
      if !endsFlow(handler.body) { after.formIntersection(assigned) }
    }
    emit(Instruction(.leaveHandler, a: exception))
    emit(Instruction(.reraise, a: exception))
    assigned = after
    place(end)
  }

  private func compile(_ handler: ExceptionHandler, exception: Int, end: Label) {
    let next = makeLabel()
    if let type = handler.type {
      at(type.span) {
        releasing {
          let matches = takeRegisters()
          handling(exception, name: nil) {
            let type = operand(type)
            emit(Instruction(.exceptionMatches, a: matches, b: exception, c: type))
          }
          let isCaught = makeLabel()
          emitJump(.jump, to: isCaught)
          endHandling(exception, name: nil)
          place(isCaught)
          emitJump(.jumpIfFalse, a: matches, to: next)
        }
      }
    }
    if let name = handler.name?.name { store(exception, to: name) }
    handling(exception, name: handler.name?.name) { compile(handler.body) }
    emit(Instruction(.leaveHandler, a: exception))
    if let name = handler.name?.name { unbind(name) }
    emitJump(.jump, to: end)
    endHandling(exception, name: handler.name?.name)
    place(next)
  }

  /// Compiles statements that run while an exception is being handled; `endHandling` has to follow,
  /// where control does not come by itself.
  private func handling(_ exception: Int, name: String?, _ body: () -> Void) {
    let second = takeRegisters(2)
    let failed = makeLabel()
    openHandlers.append((failed, second))
    protecting(.handler(register: exception, name: name), target: failed, register: second, body)
  }

  /// Where an exception goes that comes up while another is being handled.
  private func endHandling(_ exception: Int, name: String?) {
    let (failed, second) = openHandlers.removeLast()
    place(failed)
    emit(Instruction(.leaveHandler, a: exception))
    if let name {
      // Keeps the new exception's register out of reach of what the name's end computes.
      unbind(name)
    }
    emit(Instruction(.reraise, a: second))
  }

  // MARK: with

  func compileWith(_ items: ArraySlice<WithItem>, _ body: [Statement]) {
    guard let item = items.first else { return compile(body) }
    let exit = takeRegisters(2)
    let exception = takeRegisters(2)
    let caught = makeLabel()
    let end = makeLabel()
    at(item.context.span) {
      releasing { emit(Instruction(.enterContext, a: exit, b: operand(item.context))) }
    }
    protecting(.context(register: exit), target: caught, register: exception) {
      if let target = item.target { store(exit + 1, to: target) }
      compileWith(items.dropFirst(), body)
    }
    let ignored = takeRegisters()
    at(item.context.span) {
      emit(Instruction(.leaveContext, a: exit, b: ignored, c: exit, d: 0))
    }
    let after = assigned
    emitJump(.jump, to: end)
    place(caught)
    emit(Instruction(.enterHandler, a: exception))
    at(item.context.span) {
      handling(exception, name: nil) {
        emit(Instruction(.leaveContext, a: exit, b: ignored, c: exception, d: 1))
      }
    }
    emit(Instruction(.leaveHandler, a: exception))
    emitJump(.jumpIfTrue, a: ignored, to: end)
    emit(Instruction(.reraise, a: exception))
    endHandling(exception, name: nil)
    assigned = after
    place(end)
  }

  // MARK: raise

  func compileRaise(_ exception: Expression?, _ cause: Expression?) {
    guard let exception else {
      emit(Instruction(.raiseAgain))
      return
    }
    let register = takeRegisters()
    value(exception, into: register)
    if let cause {
      emit(Instruction(.raise, a: register, b: operand(cause), d: 1))
    } else {
      emit(Instruction(.raise, a: register))
    }
  }
}

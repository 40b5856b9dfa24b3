import NeuronRuntime

// What native loops need that walk or make as many values as a program asks for, or call its methods.

extension Machine {
  /// Counts the work of a loop of `count` rounds, each of which takes `steps`.
  func charge(_ count: Int, times steps: Int) throws(Interruption) {
    try charge(saturatingProduct(count, steps))
  }

  /// Fails when `count` values of so many bytes each would break the limit of memory.
  func reserve(_ count: Int, times bytes: Int) throws(Interruption) {
    try reserve(saturatingProduct(count, bytes))
  }

  /// `object.name(…)`.
  func callMethod(
    _ name: String, of object: Value, _ arguments: [Value], keywords: [String] = []
  ) throws(Interruption) -> Value {
    try heap.pinning([object] + arguments) { () throws(Interruption) in
      try nested { () throws(Interruption) in
        try call(try attribute(name, of: object), arguments, keywords: keywords)
      }
    }
  }

  /// Hands the items of an iterable to `body` one by one, each safe from the collector meanwhile:
  /// what a generator gives, nothing else may hold.
  func walkPinned(
    _ iterable: Value, _ body: (Value) throws(Interruption) -> Void
  ) throws(Interruption) {
    let held = try heap.list([.none])
    try heap.pinning([held]) { () throws(Interruption) in
      try walkItems(of: iterable) { (item) throws(Interruption) in
        buffer(ofList: held)[0] = item
        try body(item)
      }
    }
  }
}

/// The product of two counts, or the largest integer.
private func saturatingProduct(_ x: Int, _ y: Int) -> Int {
  let (product, overflows) = x.multipliedReportingOverflow(by: y)
  return overflows ? .max : product
}

// Methods of strings. Positions count Unicode scalars, as Python's do.

extension Machine {
  func installStringMethods() {
    installCaseMethods()
    installTestMethods()
    installSearchMethods()
    installSplittingMethods()
    installJoiningMethods()
    installPaddingMethods()
    installTranslation()
  }

  /// A method that gives a string made from the receiver alone.
  ///
  /// - Parameter flipped: the first and the last of the letters of ASCII that become those of the other
  ///   case, where that is all there is to it.
  private func transformation(
    _ name: String, _ change: @escaping (String) -> String,
    flipped: (first: UInt8, last: UInt8)? = nil
  ) {
    defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("str", name, 0...0)
      let text = arguments[0].stringObject
      if let flipped, text.pointee.isASCII {
        machine.spend(text.pointee.byteCount)
        let result = try machine.heap.emptyString(byteCount: text.pointee.byteCount)
        let (source, target) = (text.bytes, result.bytes)
        for index in 0..<text.pointee.byteCount {
          let byte = source[index]
          target[index] = byte >= flipped.first && byte <= flipped.last ? byte ^ 0x20 : byte
        }
        return Value(.string, result)
      }
      return try machine.heap.string(change(machine.textOf(arguments[0])))
    }
  }

  private func installCaseMethods() {
    let small = (first: UInt8(ascii: "a"), last: UInt8(ascii: "z"))
    let capital = (first: UInt8(ascii: "A"), last: UInt8(ascii: "Z"))
    transformation("upper", CaseMapping.upper, flipped: small)
    transformation("lower", CaseMapping.lower, flipped: capital)
    transformation("casefold", CaseMapping.folded, flipped: capital)
    transformation("capitalize", CaseMapping.capitalized)
    transformation("swapcase", CaseMapping.swapped)
    transformation("title", CaseMapping.title)
  }

  // MARK: Tests

  private func test(_ name: String, _ holds: @escaping (String.UnicodeScalarView) -> Bool) {
    defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("str", name, 0...0)
      return Value(holds(machine.textOf(arguments[0]).unicodeScalars))
    }
  }

  /// A test that every character of a text that is not empty must pass.
  private func testOfAll(_ name: String, _ holds: @escaping (Unicode.Scalar) -> Bool) {
    test(name) { !$0.isEmpty && $0.allSatisfy(holds) }
  }

  private func installTestMethods() {
    testOfAll("isdigit") {
      $0.numericType == .decimal || $0.numericType == .digit
    }
    testOfAll("isdecimal") { $0.numericType == .decimal }
    testOfAll("isnumeric") { $0.numericType != nil }
    testOfAll("isalpha", \.isPythonLetter)
    testOfAll("isalnum") { $0.isPythonLetter || $0.numericType != nil }
    testOfAll("isspace", \.isPythonSpace)
    test("isprintable") { $0.allSatisfy(\.isPrintable) }
    test("isascii") { $0.allSatisfy(\.isASCII) }
    test("isupper") { scalars in
      scalars.contains(where: \.isUpper)
        && !scalars.contains { $0.isLower || $0.isTitlecase }
    }
    test("islower") { scalars in
      scalars.contains(where: \.isLower)
        && !scalars.contains { $0.isUpper || $0.isTitlecase }
    }
    test("isidentifier") { scalars in
      guard let first = scalars.first else { return false }
      return (first == "_" || first.properties.isXIDStart)
        && scalars.dropFirst().allSatisfy(\.properties.isXIDContinue)
    }
    test("istitle", isTitle)
  }
}

/// Whether words begin in upper or title case and go on in lower case.
private func isTitle(_ scalars: String.UnicodeScalarView) -> Bool {
  var isAfterCased = false
  var hasCased = false
  for scalar in scalars {
    let isCapital = scalar.isUpper || scalar.isTitlecase
    if isCapital, isAfterCased { return false }
    if scalar.isLower, !isAfterCased { return false }
    isAfterCased = scalar.isCased
    hasCased = hasCased || isAfterCased
  }
  return hasCased
}

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
  /// - Parameter ofByte: what becomes of a byte of ASCII, where that is all there is to it.
  private func transformation(
    _ name: String, _ change: @escaping (String) -> String,
    ofByte: ((UInt8) -> UInt8)? = nil
  ) {
    defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("str", name, 0...0)
      let text = arguments[0].stringObject
      if let ofByte, text.pointee.isASCII {
        machine.spend(text.pointee.byteCount)
        let result = try machine.heap.emptyString(byteCount: text.pointee.byteCount)
        for index in 0..<text.pointee.byteCount { result.bytes[index] = ofByte(text.bytes[index]) }
        return Value(.string, result)
      }
      return try machine.heap.string(change(machine.textOf(arguments[0])))
    }
  }

  private func installCaseMethods() {
    let raised: (UInt8) -> UInt8 = { $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0 }
    let lowered: (UInt8) -> UInt8 = { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
    transformation("upper", CaseMapping.upper, ofByte: raised)
    transformation("lower", CaseMapping.lower, ofByte: lowered)
    transformation("casefold", CaseMapping.folded, ofByte: lowered)
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

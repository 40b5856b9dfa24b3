import Backprop
import NeuronRuntime

/// How one array is written.
struct ArrayStyle {
  var settings: PrintSettings
  var separator = " "
  /// The characters that stand before the text on its first line and after it on the last.
  var prefixWidth = 0
  var suffixWidth = 0
}

extension Machine {
  /// As far as a prefix is counted: so many blanks before a line are more than memory holds.
  private static let largestPrefix = 1 << 40

  /// What `repr` gives for an array.
  func representation(of array: NDArray) throws(Interruption) -> String {
    let settings = numPy.printing
    if settings.ownRepresentation.isNone { return try representation(of: array, settings) }
    let result = try call(settings.ownRepresentation, [try self.array(array)])
    if result.kind == .string { return textOf(result) }
    throw .raised(.type, "__repr__ returned non-string (type \(typeName(result)))")
  }

  /// What `str` gives for an array.
  func text(of array: NDArray) throws(Interruption) -> String {
    try text(of: array, numPy.printing)
  }

  /// `array([1., 2.])`, with shape and dtype where the elements do not tell them.
  ///
  /// - Parameter name: what stands before the bracket.
  func representation(
    of array: NDArray, _ settings: PrintSettings, as name: String = "array"
  ) throws(Interruption) -> String {
    let prefix = name + "("
    let width = prefix.utf8.count
    let style = ArrayStyle(
      settings: settings, separator: ", ", prefixWidth: width, suffixWidth: 1)
    let text = prefix + (try self.text(of: array, style))
    guard array.count == 0 else { return text + ")" }
    let shape = array.shape == [0] ? "" : "shape=\(tupleText(array.shape)), "
    let extras = "\(shape)dtype=\(array.dtype.name))"
    let isLong = Double(text.utf8.count + 1 + extras.utf8.count + 1) > settings.options.lineWidth
    return text + "," + (isLong ? "\n" + String(repeating: " ", count: width) : " ") + extras
  }

  /// The elements in brackets; of an array of rank 0 its number, as `str` writes it.
  func text(of array: NDArray, _ settings: PrintSettings) throws(Interruption) -> String {
    if array.rank == 0 { return try text(of: number(array, atOffset: 0)) }
    return try text(of: array, ArrayStyle(settings: settings))
  }

  /// What `array2string` gives.
  func text(of array: NDArray, _ style: ArrayStyle) throws(Interruption) -> String {
    if array.count == 0 { return "[]" }
    let options = style.settings.options
    let elements = PrintedElements(of: array, options)
    // About what they take; an array may have more elements than memory, repeating one.
    try charge(elements.count, times: array.dtype == .float64 ? 500 : 100)
    try reserve(elements.count, times: 64 + 2 * min(style.prefixWidth, Self.largestPrefix))
    let words = try self.words(elements, of: array, style)
    if array.rank == 0 { return words.first ?? "" }
    return try ArrayLayout.text(
      words, array.shape, elements, separator: style.separator,
      lineWidth: options.lineWidth - Double(style.suffixWidth),
      indent: min(style.prefixWidth, Self.largestPrefix))
  }

  /// The elements that are written, each by the program's own function or in the form of all.
  private func words(
    _ elements: PrintedElements, of array: NDArray, _ style: ArrayStyle
  ) throws(Interruption) -> [String] {
    var words: [String] = []
    var bytes = 0
    if let function = try style.settings.formatter(for: array.dtype, in: self) {
      for distance in elements.distances {
        let word = try call(function, [number(array, atOffset: distance)])
        guard word.kind == .string else {
          let type = typeName(word)
          throw array.rank == 0
            ? .raised(.type, "can only concatenate str (not \"\(type)\") to str")
            : .raised(.attribute, "'\(type)' object has no attribute 'splitlines'")
        }
        words.append(textOf(word))
        bytes += words[words.count - 1].utf8.count
        try reserve(bytes, times: 4)
      }
      return words
    }
    let format = try ElementFormat(of: array, sample: elements.sample, style.settings.options)
    try reserve(elements.count, times: 4 * (format.width + style.separator.utf8.count))
    words.reserveCapacity(elements.count)
    for distance in elements.distances { words.append(try format.text(distance, of: array)) }
    return words
  }
}

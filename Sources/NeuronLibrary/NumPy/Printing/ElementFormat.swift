import Backprop
import NeuronRuntime

/// How the elements of an array are written, all of them alike.
enum ElementFormat {
  /// A blank stands before `True` but in an array of rank 0.
  case bool(isAligned: Bool)
  case integer(width: Int, sign: PrintOptions.Sign)
  case float(FloatFormat)

  /// - Parameter sample: the distances of the elements by which it is chosen.
  init(
    of array: NDArray, sample: [Int], _ options: PrintOptions
  ) throws(Interruption) {
    switch array.dtype {
    case .bool: self = .bool(isAligned: array.rank > 0)
    case .int64:
      let integers = array.pointer(Int64.self)
      self = ElementFormat.integers(sample.map { integers[$0] }, options.sign)
    case .float64:
      let floats = array.pointer(Double.self)
      self = .float(try FloatFormat(sample.map { floats[$0] }, options))
    }
  }

  private static func integers(_ sample: [Int64], _ sign: PrintOptions.Sign) -> ElementFormat {
    guard let largest = sample.max(), let smallest = sample.min() else {
      return .integer(width: 0, sign: sign)
    }
    let sign = sign == .blank && smallest < 0 ? .minus : sign
    let signWidth = largest >= 0 && sign != .minus ? 1 : 0
    let width = max(String(largest).utf8.count + signWidth, String(smallest).utf8.count)
    return .integer(width: width, sign: sign)
  }

  /// The characters of an element, about.
  var width: Int {
    switch self {
    case .bool: 5
    case .integer(let width, _): width
    case .float(let format): format.width
    }
  }

  /// The element at a distance from the first one of an array of the same dtype.
  func text(_ distance: Int, of array: NDArray) throws(Interruption) -> String {
    switch self {
    case .bool(let isAligned):
      return array.pointer(UInt8.self)[distance] == 0 ? "False" : isAligned ? " True" : "True"
    case .integer(let width, let sign):
      let value = array.pointer(Int64.self)[distance]
      let text = (value < 0 || sign == .minus ? "" : sign.rawValue) + String(value)
      return String(repeating: " ", count: max(0, width - text.utf8.count)) + text
    case .float(let format): return try format.text(array.pointer(Double.self)[distance])
    }
  }
}

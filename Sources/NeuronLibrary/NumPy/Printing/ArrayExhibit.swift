import Backprop
import NeuronRuntime
import Pictures

extension ArrayValue {
  /// The array as a grid, where it is better seen than read; numbers as they are written in its text.
  func exhibit(in machine: Machine) -> (any Sendable)? {
    ArrayGrid(of: array, in: machine).map(Picture.array)
  }
}

extension ArrayGrid {
  /// Beyond so many numbers only some are looked at, which takes milliseconds.
  private static let mostNumbers = 1 << 20

  /// `nil` for an array that is read as text, or that the program writes in a way of its own.
  fileprivate init?(of array: NDArray, in machine: Machine) {
    let settings = machine.numPy.printing
    guard ArrayGrid.suits(array.shape), settings.ownRepresentation.isNone,
      let format = Self.format(of: array, settings, machine)
    else { return nil }
    let steps = ArrayGrid.steps(array.shape, limit: Self.mostNumbers)
    self.init(
      Source(
        shape: array.shape, typeName: array.dtype.name,
        numbers: array.numbers(steps: steps, limit: Self.mostNumbers), steps: steps
      ) { index in
        let distance = zip(index, array.strides).reduce(0) { $0 + $1.0 * $1.1 }
        let text = try? format.text(distance, of: array)
        return text.map { Cell($0, array.float(atOffset: distance)) }
      })
  }

  private static func format(
    of array: NDArray, _ settings: PrintSettings, _ machine: Machine
  ) -> ElementFormat? {
    do throws(Interruption) {
      if try settings.formatter(for: array.dtype, in: machine) != nil { return nil }
      let elements = PrintedElements(of: array, settings.options)
      return try ElementFormat(of: array, sample: elements.sample, settings.options)
    } catch {
      // What cannot be printed shows its error elsewhere.
      return nil
    }
  }
}

extension NDArray {
  /// The numbers that many `steps` apart along each axis, in row-major order; those of the first planes
  /// where not all are taken.
  fileprivate func numbers(steps: [Int], limit: Int) -> [Double] {
    if count <= limit { return floats }
    let columns = shape[rank - 1]
    let (rows, rowStride, rowStep) =
      rank > 1 ? (shape[rank - 2], strides[rank - 2], steps[rank - 2]) : (1, 0, 1)
    var numbers: [Double] = []
    for index in ArrayGrid.firstPlanes(shape) {
      let plane = zip(index, strides).reduce(0) { $0 + $1.0 * $1.1 }
      for row in stride(from: 0, to: rows, by: rowStep) {
        for column in stride(from: 0, to: columns, by: steps[rank - 1]) {
          numbers.append(float(atOffset: plane + row * rowStride + column * strides[rank - 1]))
        }
      }
    }
    return numbers
  }
}

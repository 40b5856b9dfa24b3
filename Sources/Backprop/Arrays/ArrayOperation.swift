/// What an entry of the tape computed with arrays. All that a lesson does with arrays and can be
/// differentiated is made of these; with them every derivative rule is made of these too, so that
/// derivatives can be taken of derivatives. The rules stand in `ArrayOperation+Rules.swift`.
///
/// Axes are from 0 on, ascending and distinct. Operands are `float64`, but where another dtype is named.
public enum ArrayOperation {
  /// One operand or two, each element by itself, the shapes broadcast.
  case elementwise(Operation)

  // Along axes: these are gone afterwards, or stay with size 1.
  case sum(axes: [Int], keepsAxes: Bool)
  case product(axes: [Int], keepsAxes: Bool)
  case maximum(axes: [Int], keepsAxes: Bool)
  case minimum(axes: [Int], keepsAxes: Bool)
  case cumulativeSum(axis: Int)
  case cumulativeProduct(axis: Int)

  // Shapes.
  case broadcast(to: [Int])
  case reshape([Int])
  /// Result axis i is axis `axes[i]`.
  case transpose([Int])
  /// Of any number of operands, whose other axes are of one size.
  case concatenate(axis: Int)

  // Places.
  /// What a basic index leaves.
  case view(BasicIndex)
  /// Zeros of a shape, but for the operand at a basic index.
  case embed(BasicIndex, shape: [Int])
  /// The first operand with the second one, broadcast, at a basic index.
  case put(BasicIndex)
  /// The elements at `positions` (`int64`, row-major) in the operand, in another shape.
  case take(positions: NDArray, shape: [Int])
  /// Zeros of a shape, to which the operand's elements are added at `positions`.
  case scatter(positions: NDArray, shape: [Int])
  /// The first operand with the elements of the second one, broadcast to `shape`, at `positions`; of
  /// several for one place the last one stays.
  case putAt(positions: NDArray, shape: [Int])
  /// The second operand where the first one (`bool`) holds, the third one elsewhere; broadcast.
  case select

  // Linear algebra, over the last two axes.
  case matmul
  case inverse
  /// x with a·x = b, for a first operand a and a second one b of the same rank or a vector.
  case solve
  case determinant
}

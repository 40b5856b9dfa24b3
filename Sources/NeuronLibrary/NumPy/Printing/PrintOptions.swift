/// How arrays are written: what `set_printoptions` sets.
struct PrintOptions {
  enum FloatMode: String, CaseIterable {
    case fixed
    case unique
    case maxPrecision = "maxprec"
    /// All elements get as many digits as one of them needs.
    case equalPrecision = "maxprec_equal"
  }

  enum Sign: String {
    case minus = "-"
    case plus = "+"
    /// A blank stands where a sign might.
    case blank = " "
  }

  var precision = 8
  /// Arrays of more elements are written by their ends.
  var threshold = 1000.0
  /// The elements at each end of an axis that are written of a long one.
  var edgeItems = 3
  var lineWidth = 75.0
  /// Whether small numbers are written as zero rather than all in scientific form.
  var suppressesSmall = false
  var nanText = "nan"
  var infinityText = "inf"
  var sign = Sign.minus
  var floatMode = FloatMode.maxPrecision
}

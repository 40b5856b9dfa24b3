/// Why names of numpy are not here: NumPy's own words for what it has not any more, and advice for what it
/// has and neuron has not.
enum AbsentNames {
  /// The message for a name of `numpy`; `nil` for one that NumPy has not.
  static func reason(_ name: String) -> String? {
    if let rest = removedNames[name] {
      return "`np.\(name)` was removed in the NumPy 2.0 release. \(rest)"
    }
    if let more = formerAliases[name] { return aliasReason(name, more) }
    for group in leftOut where group.names.split(separator: " ").contains(Substring(name)) {
      return "numpy has `\(name)`, neuron's does not: \(group.advice)"
    }
    return nil
  }

  /// The same for `numpy.linalg`.
  static func reasonOfLinearAlgebra(_ name: String) -> String? {
    guard ["tensorinv", "tensorsolve", "test"].contains(name) else { return nil }
    return
      "numpy.linalg has `\(name)`, neuron's does not: reshape to matrices and use np.linalg.solve"
  }

  private static func aliasReason(_ name: String, _ more: String) -> String {
    """
    module 'numpy' has no attribute '\(name)'.
    `np.\(name)` was a deprecated alias for the builtin `\(name)`. To avoid this error in existing code, use `\(name)` by itself. Doing this will not modify any behavior and is safe. \(more)
    The aliases was originally deprecated in NumPy 1.20; for more details and guidance see the original release note at:
        https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations
    """
  }
}

/// Names of Python's own types that NumPy once had, with what it says of its own.
private let formerAliases: [String: String] = [
  "float": "If you specifically wanted the numpy scalar type, use `np.float64` here.",
  "complex": "If you specifically wanted the numpy scalar type, use `np.complex128` here.",
  "str": "If you specifically wanted the numpy scalar type, use `np.str_` here.",
  "object": "",
  "int":
    "When replacing `np.int`, you may wish to use e.g. `np.int64` or `np.int32` to specify the precision. If you wish to review your current use, check the release note link for additional information.",
]

/// What NumPy has and neuron has not, by what to write instead.
private let leftOut: [(names: String, advice: String)] = [
  (
    "cdouble clongdouble csingle complex64 complex128 complex256 complexfloating emath fft real_if_close sort_complex",
    "it has no complex numbers, keep the real and the imaginary part in two arrays"
  ),
  (
    "float16 float32 float128 half single longdouble int8 int16 int32 uint8 uint16 uint32 uint64 uint uintp uintc ulong ulonglong byte ubyte short ushort intc unsignedinteger flexible character record void object_ typecodes typename sctypeDict ScalarType mintypecode min_scalar_type common_type isdtype dtypes",
    "its arrays hold float64, int64 or bool"
  ),
  (
    "bytes_ char chararray rec recarray str_ strings",
    "its arrays hold numbers, keep texts in lists and records in classes"
  ),
  (
    "fromfile fromregex genfromtxt load loadtxt memmap save savetxt savez savez_compressed",
    "a lesson has no files, write the numbers as np.array([[…], …])"
  ),
  (
    "frombuffer fromstring from_dlpack packbits unpackbits",
    "make arrays of lists of numbers with np.array"
  ),
  (
    "busday_count busday_offset busdaycalendar datetime64 datetime_as_string datetime_data is_busday isnat timedelta64",
    "it has no dates, count days in whole numbers"
  ),
  ("asmatrix bmat matrix", "use arrays of two axes, and `@` for their product"),
  ("ma", "use masks of bool, or np.nan and functions as np.nanmean"),
  (
    "poly1d polynomial",
    "use np.polyfit, np.polyval and their kin on lists of coefficients"
  ),
  ("broadcast", "use np.broadcast_arrays or np.broadcast_shapes"),
  ("flatiter nditer nested_iters", "loop over np.ndindex(a.shape) or np.ndenumerate(a)"),
  ("frompyfunc ufunc", "use np.vectorize, or write the function with array operations"),
  (
    "unique_all unique_counts unique_inverse unique_values",
    "use np.unique with return_counts=True and the like"
  ),
  ("histogram2d histogramdd", "use np.digitize and np.bincount"),
  ("matvec vecmat", "use `@`"),
  ("bitwise_count", "use bin(n).count('1')"),
  ("logaddexp2", "use np.logaddexp(x * np.log(2), y * np.log(2)) / np.log(2)"),
  ("frexp ldexp spacing", "use those of `math` on single numbers"),
  ("i0 kaiser", "use another window, as np.hanning"),
  ("einsum_path", "use np.einsum, which chooses by itself"),
  ("asfortranarray isfortran require", "its arrays are the same in every order of memory"),
  ("astype", "use the method, a.astype(float)"),
  ("getbufsize geterrcall setbufsize seterrcall", "there is nothing to set here"),
  (
    "core ctypeslib f2py get_include info lib little_endian show_config show_runtime test typing",
    "it is about NumPy's own machinery, which is not here"
  ),
]

/// What NumPy 2.0 took out, with what its message says after that.
private let removedNames: [String: String] = [
  "geterrobj": "Use the np.errstate context manager instead.",
  "seterrobj": "Use the np.errstate context manager instead.",
  "cast": "Use `np.asarray(arr, dtype=dtype)` instead.",
  "source": "Use `inspect.getsource` instead.",
  "lookfor": "Search NumPy's documentation directly.",
  "who": "Use an IDE variable explorer or `locals()` instead.",
  "fastCopyAndTranspose": "Use `arr.T.copy()` instead.",
  "set_numeric_ops":
    "For the general case, use `PyUFunc_ReplaceLoopBySignature`. For ndarray subclasses, define the ``__array_ufunc__`` method and override the relevant ufunc.",
  "NINF": "Use `-np.inf` instead.",
  "PINF": "Use `np.inf` instead.",
  "NZERO": "Use `-0.0` instead.",
  "PZERO": "Use `0.0` instead.",
  "add_newdoc": "It's still available as `np.lib.add_newdoc`.",
  "add_docstring": "It's still available as `np.lib.add_docstring`.",
  "add_newdoc_ufunc": "It's an internal function and doesn't have a replacement.",
  "compat": "There's no replacement, as Python 2 is no longer supported.",
  "safe_eval": "Use `ast.literal_eval` instead.",
  "float_": "Use `np.float64` instead.",
  "complex_": "Use `np.complex128` instead.",
  "longfloat": "Use `np.longdouble` instead.",
  "singlecomplex": "Use `np.complex64` instead.",
  "cfloat": "Use `np.complex128` instead.",
  "longcomplex": "Use `np.clongdouble` instead.",
  "clongfloat": "Use `np.clongdouble` instead.",
  "string_": "Use `np.bytes_` instead.",
  "unicode_": "Use `np.str_` instead.",
  "Inf": "Use `np.inf` instead.",
  "Infinity": "Use `np.inf` instead.",
  "NaN": "Use `np.nan` instead.",
  "infty": "Use `np.inf` instead.",
  "issctype": "Use `issubclass(rep, np.generic)` instead.",
  "maximum_sctype":
    "Use a specific dtype instead. You should avoid relying on any implicit mechanism and select the largest dtype of a kind explicitly in the code.",
  "obj2sctype": "Use `np.dtype(obj).type` instead.",
  "sctype2char": "Use `np.dtype(obj).char` instead.",
  "sctypes": "Access dtypes explicitly instead.",
  "issubsctype": "Use `np.issubdtype` instead.",
  "set_string_function":
    "Use `np.set_printoptions` instead with a formatter for custom printing of NumPy objects.",
  "asfarray": "Use `np.asarray` with a proper dtype instead.",
  "issubclass_": "Use `issubclass` builtin instead.",
  "tracemalloc_domain": "It's now available from `np.lib`.",
  "mat": "Use `np.asmatrix` instead.",
  "recfromcsv": "Use `np.genfromtxt` with comma delimiter instead.",
  "recfromtxt": "Use `np.genfromtxt` instead.",
  "deprecate":
    "Emit `DeprecationWarning` with `warnings.warn` directly, or use `typing.deprecated`.",
  "deprecate_with_doc":
    "Emit `DeprecationWarning` with `warnings.warn` directly, or use `typing.deprecated`.",
  "disp": "Use your own printing function instead.",
  "find_common_type":
    "Use `numpy.promote_types` or `numpy.result_type` instead. To achieve semantics for the `scalar_types` argument, use `numpy.result_type` and pass the Python values `0`, `0.0`, or `0j`.",
  "round_": "Use `np.round` instead.",
  "get_array_wrap": "",
  "DataSource": "It's still available as `np.lib.npyio.DataSource`.",
  "nbytes": "Use `np.dtype(<dtype>).itemsize` instead.",
  "byte_bounds": "Now it's available under `np.lib.array_utils.byte_bounds`",
  "compare_chararrays": "It's still available as `np.char.compare_chararrays`.",
  "format_parser": "It's still available as `np.rec.format_parser`.",
  "alltrue": "Use `np.all` instead.",
  "sometrue": "Use `np.any` instead.",
]

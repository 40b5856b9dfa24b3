#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A library opened at run time and never closed.
public struct SharedLibrary {
  private let handle: UnsafeMutableRawPointer

  /// The first of `names` that can be opened.
  public init?(firstOf names: [String]) {
    for name in names {
      if let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) {
        self.handle = handle
        return
      }
    }
    return nil
  }

  /// The function `name`, taken at the caller's word to have the C type `type`; `nil` when the
  /// library lacks it.
  public func function<Function>(_ name: String, as type: Function.Type) -> Function? {
    guard let symbol = dlsym(handle, name) else { return nil }
    return unsafeBitCast(symbol, to: type)
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The stack of the thread that a machine runs on.
///
/// A program that calls itself through operators, printing or iteration goes through native code, whose
/// stack may be smaller than the limit of calls asks for; it then ends as if that limit were lower.
enum NativeStack {
  /// What native code needs besides, from one check to the next.
  private static let margin: UInt = 512 << 10

  /// The address below which the current thread's stack must not grow.
  static func floor() -> UInt {
    #if canImport(Darwin)
      let thread = pthread_self()
      let top = UInt(bitPattern: pthread_get_stackaddr_np(thread))
      return top - UInt(pthread_get_stacksize_np(thread)) + margin
    #else
      // glibc shows this function only to sources that ask for GNU's additions.
      typealias GetAttributes =
        @convention(c) (pthread_t, UnsafeMutablePointer<pthread_attr_t>) -> Int32
      guard let symbol = dlsym(nil, "pthread_getattr_np") else { return 0 }
      let getAttributes = unsafeBitCast(symbol, to: GetAttributes.self)
      var attributes = pthread_attr_t()
      guard getAttributes(pthread_self(), &attributes) == 0 else { return 0 }
      defer { pthread_attr_destroy(&attributes) }
      var address: UnsafeMutableRawPointer?
      var size = 0
      guard pthread_attr_getstack(&attributes, &address, &size) == 0 else { return 0 }
      return UInt(bitPattern: address) + margin
    #endif
  }

  /// About where the stack has come to.
  @inline(__always)
  static var position: UInt {
    var here: UInt8 = 0
    return withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) }
  }
}

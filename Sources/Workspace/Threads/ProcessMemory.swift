#if canImport(Glibc)
  import Glibc
#endif

/// How the process gets memory from the system.
public enum ProcessMemory {
  /// Keeps what is given back. A program that makes a list once soon makes another, and each page that
  /// the system has to clear anew takes a microsecond.
  public static func keepFreedPages() {
    #if canImport(Glibc)
      // `malloc.h`, whence these numbers are, is in no module of Swift's.
      typealias Option = @convention(c) (_ parameter: Int32, _ value: Int32) -> Int32
      guard let symbol = dlsym(nil, "mallopt") else { return }
      let mallopt = unsafeBitCast(symbol, to: Option.self)
      let (trimThreshold, topPad, mmapThreshold) = (Int32(-1), Int32(-2), Int32(-3))
      _ = mallopt(mmapThreshold, 32 << 20)
      _ = mallopt(trimThreshold, 256 << 20)
      _ = mallopt(topPad, 256 << 10)
    #endif
  }
}

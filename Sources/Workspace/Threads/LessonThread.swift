#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A thread with a stack deep enough for whatever the limits of the language allow.
///
/// A thread's usual stack (8 MB on Linux, 512 kB on macOS) is overrun by legal lessons: a recursive
/// `__repr__`, a deep tree. Only the pages that are touched take memory.
struct LessonThread {
  /// Where 512 MB of addresses cannot be had (`ulimit -v`), less is tried.
  private static let stackSizes = [512 << 20, 128 << 20, 32 << 20, 8 << 20]

  private typealias Handle = pthread_t
  #if canImport(Darwin)
    private typealias HandleSlot = UnsafeMutablePointer<pthread_t?>
  #else
    private typealias HandleSlot = UnsafeMutablePointer<pthread_t>
  #endif

  private let thread: Handle

  /// Starts `body`; `nil` when the system has no thread to give.
  init?(_ body: @escaping @Sendable () -> Void) {
    for size in Self.stackSizes {
      if let thread = Self.start(stackSize: size, body) {
        self.thread = thread
        return
      }
    }
    return nil
  }

  /// Waits for the end.
  func join() {
    pthread_join(thread, nil)
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private static func start(stackSize: Int, _ body: @escaping @Sendable () -> Void) -> Handle? {
    #if canImport(Darwin)
      var thread: Handle?
    #else
      var thread = Handle()
    #endif
    return create(&thread, stackSize: stackSize, body) ? thread : nil
  }

  private static func create(
    _ thread: HandleSlot, stackSize: Int, _ body: @escaping @Sendable () -> Void
  ) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, stackSize) == 0 else { return false }
    let retained = Unmanaged.passRetained(Body(body))
    let code = pthread_create(
      thread, &attributes,
      { argument in
        #if canImport(Darwin)
          Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
        #else
          if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
        #endif
        return nil
      }, retained.toOpaque())
    if code != 0 { retained.release() }
    return code == 0
  }
}

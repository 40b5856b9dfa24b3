#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Shared state that one thread at a time sees, and on whose change others can wait.
///
/// The standard library's `Mutex` has no waiting, and asks for a newer macOS.
final class Monitor<State>: @unchecked Sendable {
  // Heap memory, since the system's locks must not move.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var state: State

  init(_ state: State) {
    self.state = state
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Changes the state and wakes whoever waits for it.
  func update<Result>(_ change: (inout State) -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(changed)
      pthread_mutex_unlock(mutex)
    }
    return change(&state)
  }

  /// Waits until `take` gives something.
  func wait<Result>(for take: (inout State) -> Result?) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let result = take(&state) { return result }
      pthread_cond_wait(changed, mutex)
    }
  }
}

import Typesetting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The formulas that were set in earlier runs, kept where the system keeps what can be made again.
///
/// Whatever goes wrong here costs time and nothing else, so nothing is reported.
struct FormulaStore {
  /// `nil` where there is no such place.
  private let path: String?

  /// In a folder of one's own, or in the user's cache folder: `XDG_CACHE_HOME` (XDG Base Directory
  /// Specification; a relative path does not count), else the system's usual one.
  init(in folder: String?) {
    let folder = folder ?? Self.cacheFolder.map { FilePath.join($0, "neuronbook") }
    path = folder.map { FilePath.join($0, "formulas") }
  }

  func load() -> FormulaCache {
    guard let path, let bytes = try? FileReading.bytes(of: path) else { return FormulaCache() }
    return FormulaCache(serialized: bytes)
  }

  func save(_ cache: FormulaCache) {
    guard let path, cache.isChanged else { return }
    _ = try? AtomicWriting.write(
      cache.serialized(), to: path, AtomicWriting.Care(isDurable: false))
  }

  private static var cacheFolder: String? {
    if let folder = variable("XDG_CACHE_HOME"), folder.hasPrefix("/") { return folder }
    guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
    #if canImport(Darwin)
      return FilePath.join(home, "Library/Caches")
    #else
      return FilePath.join(home, ".cache")
    #endif
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

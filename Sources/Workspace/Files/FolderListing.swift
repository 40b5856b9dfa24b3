import SourceText

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The names in a folder, sorted, without `.` and `..`.
func namesInFolder(_ path: String) throws(Diagnostic) -> [String] {
  guard let folder = opendir(path) else {
    throw Diagnostic(.unreadableFile, "cannot read the folder: \(systemMessage())", file: path)
  }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(
        to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)
      ) {
        String(cString: $0)
      }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

import LessonDocument
import LessonRendering
import SourceText

/// What links of lessons lead to, as far as one of them has asked: each folder is listed and each file
/// read at most once in a run, whatever the number of threads.
final class LinkTargets: Sendable {
  private enum Anchors {
    /// A thread is reading the file.
    case pending
    /// `nil` when it cannot be read.
    case read(Set<String>?)
  }

  private struct State {
    var listings: [String: Set<String>?] = [:]
    var anchors: [String: Anchors] = [:]
  }

  private let state = Monitor(State())

  /// The names in a folder; `nil` when it cannot be listed.
  func names(in folder: String) -> Set<String>? {
    state.update { state in
      if let known = state.listings[folder] { return known }
      let names = (try? namesInFolder(folder)).map { Set($0) }
      state.listings[folder] = .some(names)
      return names
    }
  }

  /// The names of the places in a Markdown file that links can lead to; `nil` when it cannot be read.
  func anchors(in path: String) -> Set<String>? {
    let isMine = state.update { state in
      guard state.anchors[path] == nil else { return false }
      state.anchors[path] = .pending
      return true
    }
    if isMine {
      let found = (try? FileReading.source(path)).map { Lesson(parsing: $0).anchors }
      state.update { $0.anchors[path] = .read(found) }
    }
    return state.wait { state in
      if case .read(let found)? = state.anchors[path] { found } else { nil }
    }
  }
}

extension Lesson {
  /// The names of the places that links can lead to.
  var anchors: Set<String> {
    Set(references.filter { $0.kind == .anchor }.map(\.destination))
  }
}

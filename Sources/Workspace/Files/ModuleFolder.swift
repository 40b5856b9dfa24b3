import NeuronRuntime
import SourceText

/// The modules of the author's own: the files `name.py` that stand beside a lesson or program.
struct ModuleFolder: Sendable {
  private static let suffix = ".py"

  let path: String

  /// The folder of the file at `path`; of standard input, the current one.
  init(beside path: String) {
    self.path = FilePath.folder(of: path)
  }

  var sources: ModuleSources {
    ModuleSources(load: load, names: { names })
  }

  private var names: [String] {
    let files = (try? namesInFolder(path)) ?? []
    return files.filter { $0.hasSuffix(Self.suffix) && !$0.hasPrefix(".") }
      .map { String($0.dropLast(Self.suffix.count)) }
  }

  /// Only a name that the folder lists is opened: no part of a path can come in with it, and a file
  /// system that takes `Helpers` for `helpers` does not make it so here. The folder, which may be
  /// large, is listed only where there is something of that name.
  private func load(_ name: String) -> Result<SourceFile, Diagnostic>? {
    let file = FilePath.join(path, name + Self.suffix)
    guard isTaken(file), names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) else {
      return nil
    }
    do throws(Diagnostic) {
      return .success(try FileReading.source(file))
    } catch {
      return .failure(error)
    }
  }
}

import LessonRendering
import SourceText

/// The folder of a theme.
struct ThemeFolder {
  /// What its files make; the usual theme when something is wrong.
  private(set) var theme = Theme.standard
  private(set) var problems: [Diagnostic] = []

  /// Far more than a theme has, and little enough that a folder named by mistake is not copied.
  private static let maximumFiles = 1_000

  init(_ folder: String) {
    let tree = FolderTree(folder, limit: Self.maximumFiles)
    problems = tree.problems
    guard tree.files.count <= Self.maximumFiles else {
      let message = "a theme holds at most \(Self.maximumFiles) files"
      problems.append(Diagnostic(.settingValue, message, file: folder))
      return
    }
    var templates: [(name: String, source: SourceFile)] = []
    var files: [(path: String, bytes: [UInt8])] = []
    let top = FilePath.resolvingLinks(folder)
    for file in tree.files {
      let place = FilePath.join(folder, file.path)
      if file.isLink, FilePath.relative(FilePath.resolvingLinks(place), to: top) == nil {
        problems.append(Self.outside(place))
        continue
      }
      do throws(Diagnostic) {
        if file.path.hasSuffix(Theme.templateEnding) {
          let name = String(file.path.dropLast(Theme.templateEnding.count))
          templates.append((name, try FileReading.source(place)))
        } else {
          files.append((file.path, try FileReading.bytes(of: place)))
        }
      } catch {
        problems.append(error)
      }
    }
    let theme = Theme(templates: templates, files: files)
    problems += theme.diagnostics
    if problems.isEmpty { self.theme = theme }
  }

  /// What is published is what stands in the folder.
  private static func outside(_ file: String) -> Diagnostic {
    Diagnostic(
      .settingValue, "it is a symbolic link to a file outside of the theme", file: file,
      help: "put the file itself there")
  }
}

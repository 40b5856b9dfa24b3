import LessonDocument
import SourceText
import YAMLText

/// Reads `neuronbook.yml` by its schema.
struct ConfigurationReader {
  private(set) var configuration = Configuration()
  private var settings = SettingsReader(of: .configuration)
  private var unreadable: [Diagnostic] = []
  private let folder: String

  /// What is wrong with the file.
  var diagnostics: [Diagnostic] { unreadable + settings.diagnostics }

  private enum Key: String, CaseIterable {
    case title, language, url, image, order, output, theme, tolerance, limits, report, commit
    case selfContained = "self-contained"
  }

  private enum Limit: String, CaseIterable {
    case steps, memory, depth, output
  }

  private enum ReportKey: String, CaseIterable {
    case format, files, strict, timings
  }

  init(_ source: SourceFile) {
    folder = FilePath.folder(of: source.path)
    configuration.source = source
    let text = Span(source.textStart, source.utf8.count)
    switch YAML.parse(source, in: text, as: .configuration) {
    case .failure(let problem): unreadable = [problem]
    case .success(let yaml?) where yaml.text != "":
      for (key, value) in settings.entries(of: yaml, Key.self) { read(key, value) }
    case .success: break
    }
  }

  private mutating func read(_ key: Key, _ value: YAML) {
    let name = key.rawValue
    switch key {
    case .title: configuration.title = settings.text(value, of: name)
    case .language: configuration.language = settings.language(value, of: name)
    case .url: configuration.address = settings.siteAddress(value, of: name)
    case .image: configuration.image = settings.siteImage(value, of: name, path)
    case .order: configuration.order = order(value)
    case .output: configuration.output = output(value)
    case .theme: configuration.theme = theme(value)
    case .selfContained: configuration.isSelfContained = settings.flag(value, of: name)
    case .tolerance: configuration.tolerance = settings.tolerance(value, of: name)
    case .limits:
      for (limit, value) in settings.entries(of: value, Limit.self, in: name) { read(limit, value) }
    case .report:
      for (key, value) in settings.entries(of: value, ReportKey.self, in: name) { read(key, value) }
    case .commit:
      configuration.commit = settings.items(of: value).compactMap {
        settings.choice($0, of: name, PageKind.self)
      }
    }
  }

  // MARK: Paths

  /// A path of the file as seen from the current folder.
  private func path(_ text: String) -> String {
    FilePath.withoutDetours(text.hasPrefix("/") ? text : FilePath.join(folder, text))
  }

  private mutating func order(_ value: YAML) -> [Configuration.Entry] {
    var entries: [Configuration.Entry] = []
    var seen: Set<String> = []
    for item in settings.items(of: value) {
      guard let text = settings.text(item, of: "order") else { continue }
      let path = FilePath.normalize(text)
      if path.hasPrefix("/") || path.split(separator: "/").contains("..") {
        settings.report("`\(text)` does not lie below this folder", at: item.place)
      } else if !seen.insert(path).inserted {
        settings.report("`\(text)` stands in `order` twice", at: item.place)
      } else {
        entries.append(Configuration.Entry(path: path, place: item.place))
      }
    }
    return entries
  }

  private mutating func output(_ value: YAML) -> String? {
    guard let text = settings.text(value, of: "output") else { return nil }
    let output = path(text)
    if holdsLessons(output) { reportShared(text, of: "output", at: value.place) }
    return output
  }

  private mutating func theme(_ value: YAML) -> String? {
    guard let text = settings.text(value, of: "theme") else { return nil }
    let theme = path(text)
    if FileStatus(path: theme)?.isFolder != true {
      settings.report(
        "`theme` is a folder, but there is no folder `\(text)`", at: value.place, text,
        nearest: nearestFolder(to: theme, written: text))
    } else if holdsLessons(theme) {
      reportShared(text, of: "theme", at: value.place)
    } else if !Repository(around: folder).shares(theme) {
      let message =
        "`theme` is a folder of the repository that the lessons are in, but `\(text)` is not"
      settings.report(message, at: value.place)
    }
    return theme
  }

  /// Whether a folder is that of the file, or around it.
  private func holdsLessons(_ path: String) -> Bool {
    let way = FilePath.way(from: path, to: folder)
    return way != ".." && !way.hasPrefix("../")
  }

  private mutating func reportShared(_ text: String, of key: String, at place: Place) {
    let message = "`\(key)` is a folder of its own, but `\(text)` holds the lessons"
    settings.report(message, at: place)
  }

  /// A folder that may be meant, as it would be written.
  private func nearestFolder(to path: String, written text: String) -> String? {
    let parent = FilePath.folder(of: path)
    let names = ((try? namesInFolder(parent)) ?? []).filter {
      FileStatus(path: FilePath.join(parent, $0))?.isFolder == true
    }
    let name = FilePath.name(of: path)
    guard text.hasSuffix(name), let nearest = nearestName(to: name, in: names) else { return nil }
    return text.dropLast(name.count) + nearest
  }

  // MARK: Groups

  private mutating func read(_ limit: Limit, _ value: YAML) {
    let name = "limits.\(limit.rawValue)"
    let most = limit == .depth ? ResourceLimits.deepest : Int.max
    let expected = "a whole number from 1 " + (limit == .depth ? "to \(most)" : "on")
    let number = settings.value(value, of: name, expected: expected) { text in
      Int(text).flatMap { (1...most).contains($0) ? $0 : nil }
    }
    switch limit {
    case .steps: configuration.limits.steps = number
    case .memory: configuration.limits.memory = number
    case .depth: configuration.limits.depth = number
    case .output: configuration.limits.output = number
    }
  }

  private mutating func read(_ key: ReportKey, _ value: YAML) {
    let name = "report.\(key.rawValue)"
    switch key {
    case .format:
      configuration.report.format = settings.choice(value, of: name, ReportFormat.self)
    case .files:
      for (format, value) in settings.entries(of: value, ReportFormat.self, in: name) {
        read(fileOf: format, value, name: "\(name).\(format.rawValue)")
      }
    case .strict: configuration.report.isStrict = settings.flag(value, of: name)
    case .timings: configuration.report.showsTimings = settings.flag(value, of: name)
    }
  }

  private mutating func read(fileOf format: ReportFormat, _ value: YAML, name: String) {
    guard let text = settings.text(value, of: name) else { return }
    if text == "-" {
      let message = "`\(name)` is a file; what goes to standard output is `report.format`"
      return settings.report(message, at: value.place)
    }
    let file = ReportFile(format, path: path(text))
    if let problem = file.misplacement() { settings.report(problem, at: value.place) }
    if ReportFile.collision(among: configuration.report.files + [file]) != nil {
      settings.report("two reports cannot both be written to `\(text)`", at: value.place)
    }
    configuration.report.files.append(file)
  }
}

extension YAMLSubject {
  /// Room for the order of some ten thousand lessons.
  fileprivate static let configuration = YAMLSubject(
    name: Configuration.fileName, maximumSize: 1 << 20, syntax: .configurationSyntax,
    unknownKey: .unknownSetting, value: .settingValue)
}

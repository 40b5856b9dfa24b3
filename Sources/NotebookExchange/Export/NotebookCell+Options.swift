import LessonDocument

extension NotebookCell {
  /// Says to Jupyter's programs what the options say: by tags (as Jupyter Book and nbclient read them)
  /// and by what JupyterLab folds.
  mutating func apply(_ options: CellOptions) {
    if options.error { tags.append("raises-exception") }
    if !options.eval { tags.append("skip-execution") }
    if !options.include {
      tags.append("remove-cell")
    } else {
      if !options.echo { tags.append("remove-input") }
      if options.echo, options.codeFold { tags.append("hide-input") }
      if !options.output { tags.append("remove-output") }
    }
    hidesSource = !options.include || !options.echo || options.codeFold
    hidesOutputs = !options.include || !options.output
  }
}

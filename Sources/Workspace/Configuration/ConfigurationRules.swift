import SourceText

// What can be wrong with `neuronbook.yml`. Until it is right nothing is run or written, since it says
// how and where.

extension Rule {
  public static let configurationSyntax = Rule(
    "configuration-syntax", .incomplete, "neuronbook.yml is not the YAML that is read here",
    """
    The file holds lines `key: value`, with groups of further lines, indented with spaces, below
    `limits` and `report`, and lists. A text that holds `: ` or begins with a sign of YAML's own stands
    in quotation marks. A key stands once; anchors, aliases and several documents are not read.
    Nothing is run or written until the file is right.
    """, .sketch,
    wrong: "title: Neurons: an introduction",
    right: "title: \"Neurons: an introduction\"")

  public static let unknownSetting = Rule(
    "unknown-setting", .incomplete, "neuronbook.yml has a key that does not exist",
    """
    `neuronbook.yml` stands in the folder of a set of lessons. Every key may be left out:

        title: Neurons                    # what the index is called
        language: en                      # what the lessons are written in
        url: https://ada.example/neurons/ # where the pages are published, for search engines
        image: img/card.png               # shown where others link to the pages; or its address
        order:                            # lessons and folders, in the order of reading;
          - first-steps.md                #   wins over the `order` of front matter
          - basics
        output: ../Output                 # where pages go, seen from this file
        theme: theme                      # templates, style sheets and fonts of your own
        self-contained: true              # each page is one file
        tolerance: 1e-9                   # how far numbers may be off; or `exact`
        limits:                           # what a lesson may take
          steps: 100000000                #   units of work
          memory: 512                     #   MiB of values
          depth: 1000                     #   calls within calls
          output: 1024                    #   KiB printed by a cell
        report:                           # how `verify` reports
          format: terminal                #   or json, sarif, junit, github
          files:                          #   further reports, each with its file
            junit: ../reports/lessons.xml
          strict: true                    #   warnings fail
          timings: true                   #   the time of each cell is told
        commit: [md, svg]                 # what `render --check` compares; html and assets too

    Flags of the command line win over the file; front matter and cell options do for `tolerance`.
    The file of a lesson is the nearest in its folder or above, up to the top of the repository.
    """, .sketch,
    wrong: "tolerence: 1e-6",
    right: "tolerance: 1e-6")

  public static let settingValue = Rule(
    "setting-value", .incomplete, "a value in neuronbook.yml is of the wrong kind",
    """
    Each key has values of one kind: `title` a text, `language` a language tag, `url` the address of a
    folder, `image` the path of a picture or its address, `order` a list of paths below the folder of
    the file, `output` and `theme` paths of folders that do not hold the lessons, `tolerance` a positive
    number or `exact`, limits whole numbers, `self-contained`, `strict` and `timings` `true` or `false`.
    `neuronbook explain unknown-setting` shows them all.
    """, .sketch,
    wrong: "limits:\n  steps: many",
    right: "limits:\n  steps: 1000000")

  public static let missingLesson = Rule(
    "missing-lesson", .error, "neuronbook.yml lists a lesson that is not there",
    """
    `order` lists lessons by their paths below the folder of `neuronbook.yml`, or folders of them.
    This path leads to nothing: the lesson was renamed, moved or deleted.
    """, .sketch,
    wrong: "order: [chain-rul.md]",
    right: "order: [chain-rule.md]")

  public static let severalConfigurations = Rule(
    "several-configurations", .incomplete, "the paths given belong to sets that do not go together",
    """
    Each `neuronbook.yml` makes a set of lessons. Several sets can be checked in one run, each by its
    own file. But one report cannot have two forms, and two sets cannot be written into one folder,
    where each would have its own list of lessons. Run once for each set, or let their files agree.
    """, .sketch,
    wrong: "neuronbook render spring autumn   (both files say `output: ../Output`)",
    right: "neuronbook render spring; neuronbook render autumn")
}

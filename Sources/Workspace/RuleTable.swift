import JSONText
import LessonDocument
import LessonEvaluation
import LessonRendering
import LessonVerification
import NeuronRuntime
import NeuronSyntax
import NotebookExchange
import SourceText
import Typesetting

/// All rules, in the order in which a lesson meets them.
public enum RuleTable {
  /// Each rule once.
  public static let all: [Rule] =
    files + texts + Rule.neuronSyntax + runs + promises + pages + notebooks

  private static let files: [Rule] = [
    .unreadableFile, .notUTF8, .fileTooLarge, .notALesson, .noLessons, .unwritableFile,
    .changedFile, .outputCollision, .missingAsset, .malformedJSON,
    .configurationSyntax, .unknownSetting, .settingValue, .missingLesson, .severalConfigurations,
    .stalePage, .orphanedPage,
  ]
  private static let texts: [Rule] = [
    .documentTooComplex, .bidirectionalControl, .frontMatterSyntax, .unknownKey, .frontMatterValue,
    .unclosedFence, .unknownOption, .duplicateOption, .optionSyntax, .optionValue,
    .outputWithoutCell, .secondOutput, .duplicateLabel, .nearlyACell, .unclosedMath, .loneDollar,
    .unpairedBracket, .unknownLabel,
    .misplacedLabel, .macroExpansion, .excessCells, .undefinedFootnote, .unusedFootnote,
    .duplicateFootnote,
    .undefinedReference,
  ]
  private static let runs: [Rule] = [
    .functionTooLarge, .uncaughtException, .derivativeWrong, .inlineValueEffect, .stepLimit,
    .recursionLimit,
    .memoryLimit, .outputLimit,
    .tapeLimit,
  ]
  private static let promises: [Rule] = [
    .outputDiffers, .expectedErrorMissing, .outputNotStored, .outputWithoutRun, .ellipsisPrinted,
    .cellOutOfOrder,
  ]
  private static let pages: [Rule] = [
    .brokenLink, .brokenAnchor, .imageWithoutText, .linkWithoutText, .unportableLink,
    .mathRejected, .mathTooLong, .mathTimeout, .mathUnavailable, .highlightingUnavailable,
    .graphvizMissing, .htmlRemoved, .htmlUnbalanced, .dangerousAddress, .templateSyntax,
    .unknownTemplateValue,
    .unknownTemplate,
  ]
  private static let notebooks: [Rule] = [
    .notANotebook, .lessonExists, .importLoss, .notebookCommand, .importedTextChanged,
    .importedTextDiffers, .errorInNotebook, .foreignLanguage, .unclearCell, .cellKeptAsText,
    .notebookChanged,
  ]

  /// The rules as lines `id  severity  summary`, in columns.
  public static func text(of rules: [Rule]) -> String {
    let widest = all.map(\.id.count).max() ?? 0
    return rules.map { rule in
      pad(rule.id, to: widest) + "  " + pad(word(for: rule.severity), to: 10) + "  "
        + rule.summary + "\n"
    }.joined()
  }

  static func word(for severity: Severity) -> String {
    switch severity {
    case .incomplete: "incomplete"
    case .error: "error"
    case .warning: "warning"
    }
  }

  private static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

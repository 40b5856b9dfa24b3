import SourceText

extension Rule {
  /// A file or folder is not there, or may not be read.
  public static let unreadableFile = Rule(
    "unreadable-file", .incomplete, "a file or folder cannot be read")
  /// A file holds bytes that are no UTF-8.
  public static let notUTF8 = Rule("not-utf-8", .incomplete, "a file is not UTF-8 text")
  /// A file is above the size that is read.
  public static let fileTooLarge = Rule(
    "file-too-large", .incomplete, "a file is larger than a lesson can be")
  /// A file named on the command line is no lesson.
  public static let notALesson = Rule(
    "not-a-lesson", .incomplete, "a file that was asked for is not a lesson")
  /// The paths given hold no lesson.
  public static let noLessons = Rule("no-lessons", .incomplete, "no lesson was found")
  /// A file cannot be written.
  public static let unwritableFile = Rule(
    "unwritable-file", .incomplete, "a file cannot be written")
  /// A lesson changed on disk while it was being verified.
  public static let changedFile = Rule(
    "changed-file", .incomplete, "a lesson changed on disk while outputs were accepted")
  /// Two lessons would be written to one page.
  public static let outputCollision = Rule(
    "output-collision", .incomplete, "two lessons have the same place in the output")
}

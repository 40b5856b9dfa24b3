import Foundation
import PackagePlugin

/// Writes `commit.swift` with the commit that is built, before each build.
///
/// The package manager keeps what it read from the manifest, so a commit asked for there grows stale;
/// a command before the build runs every time. The file's time changes only with the commit, so that
/// nothing is compiled for it otherwise. Outside a clone (a tarball, no git) the commit is `unknown`.
@main
struct CommitPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let folder = context.pluginWorkDirectoryURL
    let script = """
      commit=$(git -C "$1" rev-parse --short=10 HEAD 2>/dev/null) || commit=unknown
      if [ "$commit" != unknown ] && [ -n "$(git -C "$1" status --porcelain 2>/dev/null)" ]; then
        commit="$commit+changes"
      fi
      text="let commit = \\"$commit\\""
      if [ "$(cat "$2/Commit.swift" 2>/dev/null)" != "$text" ]; then
        printf '%s\\n' "$text" > "$2/Commit.swift"
      fi
      """
    return [
      .prebuildCommand(
        displayName: "Asking git for the commit",
        executable: URL(filePath: "/bin/sh"),
        arguments: ["-c", script, "sh", context.package.directoryURL.path(), folder.path()],
        outputFilesDirectory: folder)
    ]
  }
}

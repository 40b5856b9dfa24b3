import ArgumentParser
import Testing
import Workspace

@testable import neuronbook

@Suite struct ArgumentTests {
  @Test(arguments: [
    ["--bogus"], ["rendr"], ["verify", "--bogus"], ["verify", "--dry-run"], ["verify", "-j", "0"],
    ["verify", "-j", "many"], ["verify", "--max-steps", "0"], ["verify", ""], ["run"],
    ["run", "a.py", "b.py"], ["explain", "output-difers"], ["dump"], ["dump", "tree"],
    ["dump", "code", "a.py"], ["verify", "--format", "xml"], ["verify", "--report", "junit"],
    ["verify", "--report", "junit="], ["verify", "--report", "xml=a"], ["verify", "--shard", "2"],
    ["verify", "--shard", "0/2"], ["verify", "--shard", "3/2"], ["verify", "--shard", "-1/2"],
    ["verify", "--shard", "1/0"], ["verify", "--shard", "1/99999999999999999999"],
    ["verify", "--shard", "1/2/3"], ["verify", "--shard", "+1/2"], ["verify", "--shard", "1/"],
    ["verify", "--report", "json=a", "--report", "sarif=./a"],
    ["verify", "--report", "json=a//b", "--report", "json=a/./b"],
    ["verify", "--report", "json=-", "--report", "sarif=-"],
    ["verify", "--format", "json", "--report", "sarif=-"], ["verify", "--color", "sometimes"],
    ["verify", "--report", "json=a.md"], ["verify", "--report", "json=b/helpers.py"],
    ["verify", "--report", "json=a.ipynb"], ["verify", "--report", "terminal=b/neuronbook.yml"],
    ["verify", "lesson.txt", "--report", "json=./lesson.txt"],
    ["render", "--check", "--prune"], ["render", "-o", ""],
    ["explain", "--template", "pag"], ["explain", "--template"],
    ["explain", "--theme", "--template", "page"], ["explain", "--theme", "output-differs"],
  ])
  func wrongUsageEndsWith64(arguments: [String]) {
    #expect {
      _ = try Neuronbook.parseAsRoot(arguments)
    } throws: {
      Neuronbook.exitCode(for: $0).rawValue == 64
    }
  }

  @Test(arguments: ["--max-steps", "--max-memory", "--max-depth", "--max-output", "--jobs"])
  func numbersBelowOneAreRefused(_ option: String) {
    for given in [[option, "-1"], ["\(option)=-1"], [option, "0"]] {
      #expect {
        _ = try Neuronbook.parseAsRoot(["verify"] + given)
      } throws: {
        Neuronbook.message(for: $0) == "\(option) must be 1 or more"
      }
    }
  }

  @Test func themesAreExplained() throws {
    let theme = try #require(try Neuronbook.parseAsRoot(["explain", "--theme"]) as? Explain)
    #expect(theme.theme && theme.text == ThemePage.text)
    #expect(theme.text.contains("footer") && theme.text.contains("hasNeighbours"))
    for name in ThemePage.templates {
      let command = try #require(
        try Neuronbook.parseAsRoot(["explain", "--template", name]) as? Explain)
      #expect(command.text == ThemePage.template(name))
    }
    #expect(ThemePage.template("footer")?.contains("{{#next}}") == true)
  }

  @Test func versionNamesTheCommit() throws {
    let version = Neuronbook.configuration.version
    let commit = try #require(version.wholeMatch(of: /neuronbook 0\.1\.0 \((.+)\)/))
    #expect(commit.1 == "unknown" || commit.1.wholeMatch(of: /[0-9a-f]{7,40}(\+changes)?/) != nil)
  }

  @Test func defaultsAreThoseOfTheHelp() throws {
    let render = try #require(try Neuronbook.parseAsRoot(["render"]) as? Render)
    #expect(render.output == nil)
    #expect(!render.check && !render.prune)
    #expect(render.lessons.paths.isEmpty)
    #expect(!render.keepGoing)
    let verify = try #require(try Neuronbook.parseAsRoot(["verify"]) as? Verify)
    #expect(!verify.accept && !verify.dryRun)
    var verifying = Verifying()
    verify.reports.fill(&verifying)
    #expect(verifying.isStrict == nil && verifying.showsTimings == nil)
    #expect(verifying.format == nil && verifying.reports == nil)
  }

  @Test func pathsAndOptionsMix() throws {
    let parsed = try Neuronbook.parseAsRoot(["render", "a.md", "-o", "out", "b", "-j", "3"])
    let render = try #require(parsed as? Render)
    #expect(render.lessons.paths == ["a.md", "b"])
    #expect(render.output == "out")
    #expect(render.lessons.jobs == 3)
  }
}

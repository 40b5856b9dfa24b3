import SourceText
import Testing

@testable import Workspace

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct AtomicWritingTests {
  @Test func writesIntoFoldersThatItMakes() throws {
    let folder = try TemporaryFolder()
    #expect(try AtomicWriting.write([1, 2], to: folder("a/b/c")))
    #expect(folder.files() == ["a/b/c"])
  }

  @Test func sameBytesKeepTheTime() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", "text")
    let time = folder.time(of: "a")
    #expect(try !AtomicWriting.write(Array("text".utf8), to: folder("a")))
    #expect(folder.time(of: "a") == time)
    #expect(try AtomicWriting.write(Array("next".utf8), to: folder("a")))
    #expect(folder.read("a") == "next")
  }

  @Test func keepsPermissionsWhenAsked() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", "text")
    chmod(folder("a"), 0o640)
    try AtomicWriting.write([1], to: folder("a"), AtomicWriting.Care(permissions: 0o640))
    #expect(FileStatus(path: folder("a"))?.permissions == 0o640)
  }

  @Test func leavesAFileThatChangedMeanwhile() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", "theirs")
    let care = AtomicWriting.Care(replacing: Array("before".utf8))
    #expect {
      try AtomicWriting.write(Array("ours".utf8), to: folder("a"), care)
    } throws: {
      ($0 as? Diagnostic)?.rule == .changedFile
    }
    #expect(folder.read("a") == "theirs")
    #expect(folder.files() == ["a"])
  }

  @Test func aFileInTheWayIsReported() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", "text")
    #expect {
      try AtomicWriting.write([1], to: folder("a/b"))
    } throws: {
      ($0 as? Diagnostic)?.message == "cannot write it: it is not a folder"
    }
  }

  @Test func aFolderInTheWayLeavesNothingBehind() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/b", "text")
    #expect {
      try AtomicWriting.write([1], to: folder("a"))
    } throws: {
      ($0 as? Diagnostic)?.rule == .unwritableFile
    }
    #expect(folder.files() == ["a/b"])
  }

  @Test func whatAKilledRunLeftIsTakenAway() throws {
    let folder = try TemporaryFolder()
    // The first number is above any that Linux gives a process; the second is this process's.
    let ours = ".a.\(getpid()).neuronbook"
    for name in [".a.md.99999999.neuronbook", ours, ".neuronbook", "a.99999999.neuronbook"] {
      try folder.write(name, "half")
    }
    AtomicWriting.removeAbandoned(in: folder.path)
    #expect(folder.files() == [ours, ".neuronbook", "a.99999999.neuronbook"].sorted())
  }
}

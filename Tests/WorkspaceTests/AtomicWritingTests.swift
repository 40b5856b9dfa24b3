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
    let care = AtomicWriting.Care(model: FileStatus(path: folder("a")))
    try AtomicWriting.write([1], to: folder("a"), care)
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
    // The first number is above any that Linux gives a process; process 1 is always there.
    let left = [".a.md.99999999.0.neuronbook", ".a.md.\(getpid()).0.neuronbook"]
    let others = [".a.1.0.neuronbook", ".neuronbook", "a.99999999.0.neuronbook", ".a.7.neuronbook"]
    for name in left + others { try folder.write(name, "half") }
    AtomicWriting.removeAbandoned(in: folder.path)
    #expect(folder.files() == others.sorted())
  }

  @Test func whatAKilledRunOfTheSameNumberLeftIsNotInTheWay() throws {
    let folder = try TemporaryFolder()
    try folder.write(".a.\(getpid()).0.neuronbook", "half")
    #expect(try AtomicWriting.write([1], to: folder("a")))
    #expect(folder.read("a") == "\u{1}")
  }

  @Test func severalThreadsMayWriteOneFile() throws {
    let folder = try TemporaryFolder()
    let path = folder("a")
    OrderedWork.run(Array(0..<200), jobs: 8) { number in
      (try? AtomicWriting.write(Array("\(number)".utf8), to: path)) != nil
    } consume: {
      #expect($0)
    }
    #expect(folder.files() == ["a"])
  }
}

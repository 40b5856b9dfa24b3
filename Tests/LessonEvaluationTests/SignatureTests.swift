import NeuronLibrary
import NeuronRuntime
import NeuronSyntax
import SourceText
import Testing

/// What is told of the library's functions is told of functions that it has.
struct SignatureTests {
  @Test func `each signature is that of something that is there`() {
    let session = Library.makeSession(limits: .standard)
    let builtins = Set(session.builtinNames)
    for (path, text) in Library.signatures.sorted(by: { $0.key < $1.key }) {
      #expect(text.hasPrefix(path.split(separator: ".").last.map { "\($0)(" } ?? "?"))
      #expect(text.hasSuffix(")"))
      guard let dot = path.lastIndex(of: ".") else {
        #expect(builtins.contains(path))
        continue
      }
      let program = "import \(path[..<dot])\n\(path)\n"
      let source = SourceFragment(SourceFile(path: "test.py", text: program))
      #expect(session.run(readNeuron(source), echoes: false).failure == nil, "\(path)")
    }
  }
}

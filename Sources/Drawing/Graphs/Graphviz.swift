import Platform

/// The few functions of Graphviz that are used here, found when the first graph is laid out.
///
/// Linked, its eight libraries would add 0.3 ms to every start, and the program would not start where
/// they are missing. Opening them takes 4 ms, once; a graph of ten nodes then takes 0.05 ms. Only opaque
/// pointers are handed to and fro, so that no header is needed.
struct Graphviz: Sendable {
  typealias Context = OpaquePointer
  typealias Graph = OpaquePointer
  typealias Node = OpaquePointer

  private let read: @convention(c) (UnsafePointer<CChar>?) -> Graph?
  private let close: @convention(c) (Graph?) -> Int32
  private let node: @convention(c) (Graph?, UnsafeMutablePointer<CChar>?, Int32) -> Node?
  private let attribute:
    @convention(c) (Node?, UnsafeMutablePointer<CChar>?) -> UnsafeMutablePointer<CChar>?
  private let layOut: @convention(c) (Context?, Graph?, UnsafePointer<CChar>?) -> Int32
  private let freeLayout: @convention(c) (Context?, Graph?) -> Int32
  private let context: LockedContext

  /// Graphviz keeps much in global variables: one thread at a time, in the whole process.
  private struct LockedContext: @unchecked Sendable {
    let value: Locked<Context>
  }

  /// `nil` where it is not installed; then that was missed.
  static var installed: Graphviz? {
    if opened == nil { wasMissed.withLock { $0 = true } }
    return opened
  }

  /// Whether somebody wanted it in vain.
  static let wasMissed = Locked(false)

  private static let opened = Graphviz(
    graphs: ["libcgraph.so.6", "libcgraph.so.8", "libcgraph.so", "libcgraph.dylib"]
      + homebrew("libcgraph.dylib"),
    layouts: [libraryName, "libgvc.so.7", "libgvc.so", "libgvc.dylib"]
      + homebrew("libgvc.dylib"))

  static let libraryName = "libgvc.so.6"

  private static func homebrew(_ name: String) -> [String] {
    ["/opt/homebrew/lib/" + name, "/usr/local/lib/" + name]
  }

  init?(graphs: [String], layouts: [String]) {
    guard let cgraph = SharedLibrary(firstOf: graphs), let gvc = SharedLibrary(firstOf: layouts)
    else { return nil }
    func find<Function>(_ name: String, in library: SharedLibrary) -> Function? {
      library.function(name, as: Function.self)
    }
    guard
      let read: @convention(c) (UnsafePointer<CChar>?) -> Graph? = find("agmemread", in: cgraph),
      let close: @convention(c) (Graph?) -> Int32 = find("agclose", in: cgraph),
      let node: @convention(c) (Graph?, UnsafeMutablePointer<CChar>?, Int32) -> Node? =
        find("agnode", in: cgraph),
      let attribute:
        @convention(c) (Node?, UnsafeMutablePointer<CChar>?) -> UnsafeMutablePointer<CChar>? =
        find("agget", in: cgraph),
      let layOut: @convention(c) (Context?, Graph?, UnsafePointer<CChar>?) -> Int32 =
        find("gvLayout", in: gvc),
      let freeLayout: @convention(c) (Context?, Graph?) -> Int32 = find("gvFreeLayout", in: gvc),
      let makeContext: @convention(c) () -> Context? = find("gvContext", in: gvc),
      let context = makeContext()
    else { return nil }
    // It would write its warnings to standard error: 2 is more severe than any.
    if let setLevel: @convention(c) (Int32) -> Int32 = find("agseterr", in: cgraph) {
      _ = setLevel(2)
    }
    self.read = read
    self.close = close
    self.node = node
    self.attribute = attribute
    self.layOut = layOut
    self.freeLayout = freeLayout
    self.context = LockedContext(value: Locked(context))
  }

  /// Where a node stands: `rank` counts along the edges, `order` across them.
  struct Place: Hashable {
    var rank: Int
    var order: Int
  }

  /// The places of the nodes `0..<count`.
  ///
  /// `phase=2` ends the work before there are coordinates, which differ from version to version and take
  /// most of the time. Nodes have a size and no label, or it would look for fonts.
  ///
  /// - Returns: `nil` if it failed.
  func places(count: Int, edges: [GraphEdge]) -> [Place]? {
    var text = "digraph{phase=2 node[label=\"\" shape=box fixedsize=true width=1 height=.5]"
    for node in 0..<count { text += " \(node)" }
    for edge in edges { text += " \(edge.from)->\(edge.to)[weight=\(edge.weight)]" }
    text += "}"
    return context.value.withLock { context in
      guard let graph = read(text) else { return nil }
      defer { _ = close(graph) }
      guard layOut(context, graph, "dot") == 0 else { return nil }
      defer { _ = freeLayout(context, graph) }
      return places(count, in: graph)
    }
  }

  private func places(_ count: Int, in graph: Graph) -> [Place]? {
    var places: [Place] = []
    for index in 0..<count {
      guard let node = with(String(index), { node(graph, $0, 0) }),
        let rank = number("rank", of: node), let order = number("order", of: node)
      else { return nil }
      places.append(Place(rank: rank, order: order))
    }
    return places
  }

  private func number(_ name: String, of node: Node) -> Int? {
    with(name) { attribute(node, $0) }.flatMap { Int(String(cString: $0)) }
  }

  /// C functions that only read a text may ask for one that they could change.
  private func with<Result>(
    _ text: String, _ body: (UnsafeMutablePointer<CChar>?) -> Result
  ) -> Result {
    var bytes = Array(text.utf8CString)
    return bytes.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }
}

import Backprop

/// Which nodes of a run's graph are drawn as one, so that a network is seen as layers.
///
/// A graph of few nodes stays as it is. In a larger one, calls of one function become one group where
/// they are as far from the inputs as each other, which the neurons of a layer are; so do the parts of a
/// parameter that the same groups use. What is left of a run that is long all the same is cut in the
/// middle. Edges between groups lead from earlier ones to later ones.
struct GraphFolding {
  /// What is drawn as one node.
  struct Group {
    /// Indices of nodes, ascending.
    var members: [Int]
    /// Those among them by which it is told: of a sum of many the last one.
    var shown: [Int]
    /// Whether it stands for what is left out.
    var isGap = false
  }

  /// Each after all that it is made of.
  private(set) var groups: [Group]
  /// By node.
  private(set) var groupOfNode: [Int]

  /// What a drawing holds before it is folded, and what is left of it where it is cut.
  private struct Size {
    /// About as many as fit on a page.
    static let ofQuantities = Size(mostNodes: 24, kept: 16)
    /// Operations take less room each.
    static let ofOperations = Size(mostNodes: 40, kept: 24)

    let mostNodes: Int
    let kept: Int
  }

  init(_ graph: RunGraph) {
    groups = graph.nodes.indices.map { Group(members: [$0], shown: [$0]) }
    groupOfNode = Array(graph.nodes.indices)
    let isOfOperations = graph.nodes.contains { $0.kind == .operation }
    let size = isOfOperations ? Size.ofOperations : Size.ofQuantities
    guard graph.nodes.count > size.mostNodes else { return }
    fold(graph)
    if groups.count > size.mostNodes { cut(graph, to: size.kept) }
  }

  // MARK: Layers

  private struct CallKey: Hashable {
    var level: Int
    var kind: RunGraph.Kind
    var name: String
    var shape: [Int]
  }

  private struct LeafKey: Hashable {
    var kind: RunGraph.Kind
    var name: String
    var depth: Int
    /// The keys of dictionaries on the way; places in lists do not tell apart.
    var keys: [String]
    var shape: [Int]
    var users: [Int]
  }

  private mutating func fold(_ graph: RunGraph) {
    let heads = Self.headsOfSums(in: graph)
    let levels = Self.levels(of: graph, heads)
    groups = []
    var known: [CallKey: Int] = [:]
    let calls = graph.nodes.indices.filter { !graph.nodes[$0].isLeaf }
      .sorted { (levels[heads[$0]], $0) < (levels[heads[$1]], $1) }
    for index in calls {
      let head = graph.nodes[heads[index]]
      let key = CallKey(
        level: levels[heads[index]], kind: head.kind, name: head.group, shape: head.value.shape)
      place(index, in: &known, key)
    }
    foldLeaves(graph)
    for place in groups.indices {
      groups[place].members.sort()
      groups[place].shown = groups[place].members.filter { heads[$0] == $0 }
    }
  }

  private mutating func place<Key: Hashable>(_ index: Int, in known: inout [Key: Int], _ key: Key) {
    if let group = known[key] {
      groups[group].members.append(index)
      groupOfNode[index] = group
    } else {
      known[key] = groups.count
      groupOfNode[index] = groups.count
      groups.append(Group(members: [index], shown: []))
    }
  }

  /// Parameters and constants, which then stand before the groups that were there.
  private mutating func foldLeaves(_ graph: RunGraph) {
    var users = [Set<Int>](repeating: [], count: graph.nodes.count)
    for (index, node) in graph.nodes.enumerated() {
      for operand in node.operands where graph.nodes[operand.index].isLeaf {
        users[operand.index].insert(groupOfNode[index])
      }
    }
    let calls = groups
    let callOfNode = groupOfNode
    groups = []
    var known: [LeafKey: Int] = [:]
    for (index, node) in graph.nodes.enumerated() where node.isLeaf {
      let key = LeafKey(
        kind: node.kind, name: node.group, depth: node.path.count,
        keys: node.path.filter { Int($0) == nil }, shape: node.value.shape,
        users: users[index].sorted())
      place(index, in: &known, key)
    }
    for (index, node) in graph.nodes.enumerated() where !node.isLeaf {
      groupOfNode[index] = callOfNode[index] + groups.count
    }
    groups += calls
  }

  /// For each node the last one of the sum that it is a part of: `a + b + c` is one operation.
  private static func headsOfSums(in graph: RunGraph) -> [Int] {
    var uses = [Int](repeating: 0, count: graph.nodes.count)
    for node in graph.nodes { for operand in node.operands { uses[operand.index] += 1 } }
    func isSum(_ node: RunGraph.Node) -> Bool {
      node.kind == .operation && node.name == "+" && node.value.number != nil
    }
    var heads = Array(graph.nodes.indices)
    for index in graph.nodes.indices.reversed() where isSum(graph.nodes[index]) {
      for operand in graph.nodes[index].operands where uses[operand.index] == 1 {
        let part = graph.nodes[operand.index]
        if isSum(part), part.aliases.isEmpty { heads[operand.index] = heads[index] }
      }
    }
    return heads
  }

  /// How many nodes lie at most between each head and the inputs.
  private static func levels(of graph: RunGraph, _ heads: [Int]) -> [Int] {
    var levels = [Int](repeating: 0, count: graph.nodes.count)
    for (index, node) in graph.nodes.enumerated() {
      for operand in node.operands where heads[operand.index] != heads[index] {
        let level = levels[heads[operand.index]] + 1
        levels[heads[index]] = max(levels[heads[index]], level)
      }
    }
    return levels
  }

  // MARK: Long runs

  /// Leaves the middle out; what is used for the first time late stands late.
  private mutating func cut(_ graph: RunGraph, to kept: Int) {
    let order = orderByUse(graph)
    let first = kept / 2
    let rest = order.count - kept / 2
    let kept = order[..<first] + order[rest...]
    let left = order[first..<rest].flatMap { groups[$0].members }.sorted()
    var renamed: [Group] = kept.map { groups[$0] }
    renamed.insert(Group(members: left, shown: left, isGap: true), at: first)
    groups = renamed
    for (place, group) in groups.enumerated() {
      for member in group.members { groupOfNode[member] = place }
    }
  }

  private func orderByUse(_ graph: RunGraph) -> [Int] {
    var order: [Int] = []
    var isPlaced = [Bool](repeating: false, count: groups.count)
    func add(_ group: Int) {
      if isPlaced[group] { return }
      isPlaced[group] = true
      order.append(group)
    }
    for (place, group) in groups.enumerated() where !graph.nodes[group.members[0]].isLeaf {
      for member in group.members {
        for operand in graph.nodes[member].operands {
          let used = groupOfNode[operand.index]
          if graph.nodes[operand.index].isLeaf { add(used) }
        }
      }
      add(place)
    }
    for place in groups.indices { add(place) }
    return order
  }
}

extension RunGraph.Node {
  /// Whether it is an argument or a constant, and so made of nothing.
  var isLeaf: Bool { kind == .parameter || kind == .constant }
}

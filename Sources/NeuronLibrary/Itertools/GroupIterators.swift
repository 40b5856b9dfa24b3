import NeuronRuntime

// `groupby`: runs of items that have one key.

extension ItertoolsTypes {
  func defineGroups() {
    let grouper = define("_grouper") { (_, _, _) throws(Interruption) in
      throw .raised(.type, "cannot create 'itertools._grouper' instances")
    }
    let signature = ClinicSignature(
      name: "groupby", parameters: ["iterable", "key"], required: 1)
    define("groupby") { (type, arguments, machine) throws(Interruption) in
      let bound = try signature.bind(arguments)
      let iterator = try machine.makeIterator(bound[0] ?? .none)
      return GroupBy(type, iterator, key: bound[1] ?? .none, grouper: grouper.value)
    }
  }
}

private final class GroupBy: ItertoolsIterator {
  private let iterator: Value
  private let keyFunction: Value
  private let groupType: Value
  private(set) var key: Value?
  /// The item read last, until a group has given it out.
  private var item: Value?
  /// The key of the group given out last.
  private var groupKey: Value?
  private weak var group: Group?

  init(_ type: Value, _ iterator: Value, key: Value, grouper: Value) {
    self.iterator = iterator
    keyFunction = key
    groupType = grouper
    super.init("groupby", type)
  }

  override func next(in machine: Machine) throws(Interruption) -> Value? {
    group = nil
    while true {
      if let key {
        guard let groupKey else { break }
        if try !machine.matches(groupKey, key) { break }
      }
      if try !readItem(in: machine) { return nil }
    }
    guard let key else { return nil }
    groupKey = key
    let group = Group(groupType, of: self, key: key)
    self.group = group
    return try machine.heap.tuple([key, machine.heap.foreign(group)])
  }

  /// `false` at the end.
  private func readItem(in machine: Machine) throws(Interruption) -> Bool {
    guard let next = try machine.next(iterator) else { return false }
    try machine.charge(4)
    let nextKey = try machine.heap.pinning([next]) { () throws(Interruption) in
      keyFunction.isNone ? next : try machine.call(keyFunction, [next])
    }
    (key, item) = (nextKey, next)
    return true
  }

  /// The next item of a group, `nil` when its run has ended or another group has begun.
  func next(of asking: Group, in machine: Machine) throws(Interruption) -> Value? {
    guard group === asking else { return nil }
    if item == nil, try !readItem(in: machine) { return nil }
    guard let key, try machine.matches(asking.key, key) else { return nil }
    defer { item = nil }
    return item
  }

  override var parts: [Value] {
    [iterator, keyFunction, groupType, key ?? .none, item ?? .none, groupKey ?? .none]
  }
}

private final class Group: ItertoolsIterator {
  private let owner: GroupBy
  let key: Value

  init(_ type: Value, of owner: GroupBy, key: Value) {
    self.owner = owner
    self.key = key
    super.init("_grouper", type)
  }

  override func next(in machine: Machine) throws(Interruption) -> Value? {
    try owner.next(of: self, in: machine)
  }

  override var parts: [Value] { owner.parts + [key] }
}

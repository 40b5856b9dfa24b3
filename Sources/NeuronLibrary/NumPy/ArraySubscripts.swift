import Backprop
import NeuronRuntime

extension ArrayValue {
  func item(at index: Value, in machine: Machine) throws(Interruption) -> Value? {
    let own = traced(in: machine)
    let parts = index.kind == .tuple ? machine.elements(of: index) : [index]
    var items: [BasicIndex.Item] = []
    var axis = 0
    let taken = parts.count { $0.kind != .none && $0.kind != .ellipsis }
    if taken > array.rank {
      throw .raised(
        .index,
        "too many indices for array: array is \(array.rank)-dimensional, but \(taken) were indexed")
    }
    for part in parts {
      switch part.kind {
      case .none: items.append(.newAxis)
      case .ellipsis:
        for _ in 0..<(array.rank - taken) {
          items.append(.slice(start: 0, count: array.shape[axis], step: 1))
          axis += 1
        }
      case .slice:
        let picked = try machine.slicePositions(part, count: array.shape[axis])
        items.append(.slice(start: picked.start, count: picked.count, step: picked.step))
        axis += 1
      case .int:
        let size = array.shape[axis]
        let position = part.int < 0 ? part.int &+ size : part.int
        guard position >= 0, position < size else {
          throw .raised(
            .index,
            "index \(part.int) is out of bounds for axis \(axis) with size \(size)")
        }
        items.append(.position(position))
        axis += 1
      default:
        throw .raised(
          .index,
          "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices"
        )
      }
    }
    let view = try machine.apply(.view(BasicIndex(items)), [own])
    return view.array.rank == 0 ? machine.number(view) : try machine.array(view, base: value)
  }
}

extension [SVGNode] {
  /// Neighbouring paths that look alike, in a group that says once how.
  ///
  ///     <path class="f0" d="M1 2h3v4z"/> <path class="f0" d="M5 6h7v8z"/> …
  ///     <g class="f0"> <path d="M1 2h3v4z"/> <path d="M5 6h7v8z"/> … </g>
  var sharingLooks: [SVGNode] {
    var result: [SVGNode] = []
    var run: [SVGNode] = []
    var look: [SVGNode.Attribute]?
    func end() -> [SVGNode] {
      guard run.count > 2, let look, !look.isEmpty else { return run }
      return [.element("g", look, run.map(\.withoutLook))]
    }
    for node in self {
      let next = node.look
      if next == nil || next != look {
        result += end()
        run = []
      }
      look = next
      run.append(node)
    }
    return result + end()
  }
}

extension SVGNode {
  /// What a path says besides its outline; `nil` for other elements, and for paths that others refer to.
  fileprivate var look: [Attribute]? {
    guard case .element("path", let attributes, _) = self,
      !attributes.contains(where: { $0.name == "id" })
    else { return nil }
    return attributes.filter { $0.name != "d" }
  }

  fileprivate var withoutLook: SVGNode {
    guard case .element(let name, let attributes, let children) = self else { return self }
    return .element(name, attributes.filter { $0.name == "d" }, children)
  }
}

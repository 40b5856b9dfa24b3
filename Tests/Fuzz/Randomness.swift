/// SplitMix64: one word of state, so that a run is named by one number.
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
struct Randomness: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64, run: Int) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(run)
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { bound <= 1 ? 0 : Int(next() % UInt64(bound)) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// Items that are sorted in place: elements themselves, or positions that are compared by elements.
protocol SortedItems {
  associatedtype Item: BitwiseCopyable
  var items: UnsafeMutablePointer<Item> { get }
  func precedes(_ x: Item, _ y: Item) -> Bool
}

struct SortedElements<E: SortableElement>: SortedItems {
  let items: UnsafeMutablePointer<E>

  @inline(__always)
  func precedes(_ x: E, _ y: E) -> Bool { E.precedes(x, y) }
}

struct SortedPositions<E: SortableElement>: SortedItems {
  let items: UnsafeMutablePointer<Int64>
  let elements: UnsafePointer<E>

  @inline(__always)
  func precedes(_ x: Int64, _ y: Int64) -> Bool { E.precedes(elements[Int(x)], elements[Int(y)]) }
}

extension SortedItems {
  /// Quicksort with the median of three, insertion sort of short parts and heapsort where quicksort
  /// goes too deep. The order of equal items is whatever comes out; programs see it (`argsort`, -0.0),
  /// so the choices are those of NumPy: parts of up to 16 are short, and twice the logarithm is deep.
  func quicksort(_ count: Int) {
    if count > 1 {
      quicksort(0, count - 1, depth: 2 * (Int.bitWidth - 1 - count.leadingZeroBitCount))
    }
  }

  private func quicksort(_ first: Int, _ last: Int, depth: Int) {
    if depth < 0 { return heapsort(first, last) }
    var (low, high, depth) = (first, last, depth)
    while high - low > 15 {
      depth -= 1
      let middle = partition(low, high)
      if middle - low < high - middle {
        quicksort(middle + 1, high, depth: depth)
        high = middle - 1
      } else {
        quicksort(low, middle - 1, depth: depth)
        low = middle + 1
      }
    }
    insertionSort(low, high)
  }

  @inline(__always)
  private func swap(_ i: Int, _ j: Int) {
    (items[i], items[j]) = (items[j], items[i])
  }

  @inline(__always)
  private func order(_ i: Int, _ j: Int) {
    if precedes(items[j], items[i]) { swap(i, j) }
  }

  /// Puts what precedes the median of three to its left and the rest to its right; gives its place.
  private func partition(_ low: Int, _ high: Int) -> Int {
    let middle = low + (high - low) / 2
    order(low, middle)
    order(middle, high)
    order(low, middle)
    let pivot = items[middle]
    var (i, j) = (low, high - 1)
    swap(middle, j)
    while true {
      repeat { i += 1 } while precedes(items[i], pivot)
      repeat { j -= 1 } while precedes(pivot, items[j])
      if i >= j { break }
      swap(i, j)
    }
    swap(i, high - 1)
    return i
  }

  func insertionSort(_ low: Int, _ high: Int) {
    var i = low + 1
    while i <= high {
      let item = items[i]
      var j = i
      while j > low && precedes(item, items[j - 1]) {
        items[j] = items[j - 1]
        j -= 1
      }
      items[j] = item
      i += 1
    }
  }

  private func heapsort(_ low: Int, _ high: Int) {
    let count = high - low + 1
    for root in stride(from: count / 2, to: 0, by: -1) { sift(low, root, count) }
    for last in stride(from: count, to: 1, by: -1) {
      swap(low, low + last - 1)
      sift(low, 1, last - 1)
    }
  }

  /// Lets the item at `root`, counted from 1, sink to its place in the heap.
  private func sift(_ low: Int, _ root: Int, _ count: Int) {
    let item = items[low + root - 1]
    var place = root
    while 2 * place <= count {
      var child = 2 * place
      if child < count && precedes(items[low + child - 1], items[low + child]) { child += 1 }
      if !precedes(item, items[low + child - 1]) { break }
      items[low + place - 1] = items[low + child - 1]
      place = child
    }
    items[low + place - 1] = item
  }

  /// Keeps the order of equal items: short parts by insertion, then merged upwards.
  ///
  /// - Parameter spare: room for as many items.
  func mergesort(_ count: Int, spare: UnsafeMutablePointer<Item>) {
    let short = 16
    for low in stride(from: 0, to: count, by: short) {
      insertionSort(low, min(low + short, count) - 1)
    }
    var size = short
    while size < count {
      for low in stride(from: 0, to: count - size, by: 2 * size) {
        merge(low, low + size, min(low + 2 * size, count), spare)
      }
      size *= 2
    }
  }

  private func merge(_ low: Int, _ middle: Int, _ high: Int, _ spare: UnsafeMutablePointer<Item>) {
    if !precedes(items[middle], items[middle - 1]) { return }
    let leftCount = middle - low
    spare.update(from: items + low, count: leftCount)
    var (left, right, to) = (0, middle, low)
    while left < leftCount && right < high {
      if precedes(items[right], spare[left]) {
        items[to] = items[right]
        right += 1
      } else {
        items[to] = spare[left]
        left += 1
      }
      to += 1
    }
    (items + to).update(from: spare + left, count: leftCount - left)
  }
}

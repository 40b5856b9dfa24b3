import CZlib

/// Pixels as a PNG picture (W3C PNG, third edition) in a `data:` address.
struct RasterPicture {
  private let width: Int
  private let height: Int
  /// Row by row, `0xRRGGBB`; `nil` lets the page through.
  private let pixels: [UInt32?]

  init(width: Int, height: Int, pixels: [UInt32?]) {
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  var address: String { "data:image/png;base64," + Base64.text(of: png) }

  // MARK: PNG

  private var png: [UInt8] {
    var colors: [UInt32?] = []
    var indices: [UInt32?: UInt8] = [:]
    for pixel in pixels where indices[pixel] == nil {
      if colors.count == 256 {
        colors = []
        break
      }
      indices[pixel] = UInt8(colors.count)
      colors.append(pixel)
    }
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let isIndexed = !colors.isEmpty
    file += Self.chunk(
      "IHDR", Self.word(width) + Self.word(height) + [8, isIndexed ? 3 : 6, 0, 0, 0])
    if isIndexed {
      file += Self.chunk("PLTE", colors.flatMap { Self.channels($0 ?? 0) })
      if colors.contains(nil) { file += Self.chunk("tRNS", colors.map { $0 == nil ? 0 : 255 }) }
    }
    var rows: [UInt8] = []
    for row in 0..<height {
      rows.append(0)
      for pixel in pixels[row * width..<(row + 1) * width] {
        if isIndexed {
          rows.append(indices[pixel] ?? 0)
        } else {
          rows += Self.channels(pixel ?? 0) + [pixel == nil ? 0 : 255]
        }
      }
    }
    return file + Self.chunk("IDAT", Self.compressed(rows)) + Self.chunk("IEND", [])
  }

  private static func channels(_ color: UInt32) -> [UInt8] {
    [UInt8(color >> 16 & 0xFF), UInt8(color >> 8 & 0xFF), UInt8(color & 0xFF)]
  }

  private static func word(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let content = Array(name.utf8) + data
    let checksum = content.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
    return word(data.count) + content + word(Int(checksum))
  }

  private static func compressed(_ data: [UInt8]) -> [UInt8] {
    var length = compressBound(UInt(data.count))
    var result = [UInt8](repeating: 0, count: Int(length))
    let status = compress2(&result, &length, data, UInt(data.count), 9)
    return status == Z_OK ? Array(result.prefix(Int(length))) : []
  }
}

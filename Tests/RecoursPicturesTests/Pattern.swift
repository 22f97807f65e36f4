// SPDX-License-Identifier: EUPL-1.2

@testable import RecoursPictures

/// Pictures by a formula, the same as in Tests/Pictures/samples.py.
enum Pattern {
    static func raster(width: Int, height: Int) -> Raster {
        var samples: [UInt8] = []
        for row in 0..<height {
            for column in 0..<width {
                for band in 0..<3 {
                    let curve =
                        column * column * (band + 1) + row * row * (3 - band) + column * row
                    let wave = (curve * 97 / (width * height) + column * 150 / width) % 512
                    samples.append(UInt8(wave > 255 ? 511 - wave : wave))
                }
            }
        }
        return Raster(width: width, height: height, layout: .rgb, samples: samples)
    }
}

extension Raster {
    /// The picture as it looks when laid on the table otherwise: pixels are moved, one by one.
    func laid(_ symmetry: PictureSymmetry) -> Raster {
        let isTurned = symmetry.swapsAxes
        let (newWidth, newHeight) = isTurned ? (height, width) : (width, height)
        let pixel = layout.samples
        var moved: [UInt8] = []
        for row in 0..<newHeight {
            for column in 0..<newWidth {
                let (x, y) = source(column, row, symmetry)
                let start = (y * width + x) * pixel
                moved += samples[start..<start + pixel]
            }
        }
        return Raster(width: newWidth, height: newHeight, layout: layout, samples: moved)
    }

    /// Where a pixel of the laid picture comes from, by what each case says of itself.
    private func source(_ column: Int, _ row: Int, _ symmetry: PictureSymmetry) -> (Int, Int) {
        let (right, bottom) = (width - 1, height - 1)
        return switch symmetry {
        case .original: (column, row)
        case .turnedLeft: (right - row, column)
        case .turnedHalf: (right - column, bottom - row)
        case .turnedRight: (row, bottom - column)
        case .mirroredVertically: (column, bottom - row)
        case .mirroredHorizontally: (right - column, row)
        case .transposed: (row, column)
        case .antitransposed: (right - row, bottom - column)
        }
    }
}

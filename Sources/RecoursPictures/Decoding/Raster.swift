// SPDX-License-Identifier: EUPL-1.2

/// A decoded picture: rows from the top, samples of 0 to 255, nothing between the rows.
struct Raster: Sendable {
    /// What one pixel consists of.
    enum Layout: Sendable {
        case grey, greyAlpha, rgb, rgba
        /// Inks as Adobe writes them: 255 is none.
        case cmyk

        var samples: Int {
            switch self {
            case .grey: 1
            case .greyAlpha: 2
            case .rgb: 3
            case .rgba, .cmyk: 4
            }
        }
    }

    let width: Int
    let height: Int
    let layout: Layout
    let samples: [UInt8]

    /// - Parameter samples: as many as width, height and layout say; the decoders see to it.
    init(width: Int, height: Int, layout: Layout, samples: [UInt8]) {
        // The invariant of every loop over the samples, which so need not look each time.
        precondition(samples.count == width * height * layout.samples)
        self.width = width
        self.height = height
        self.layout = layout
        self.samples = samples
    }
}

/// A picture's size, before it is decoded.
struct PictureSize {
    let width: Int
    let height: Int

    /// - Throws: ``PictureError`` `TOO_LARGE`, `TOO_SMALL`.
    init(width: Int, height: Int) throws(PictureError) {
        guard min(width, height) >= PictureLimits.leastSide else {
            throw .tooSmall(width: width, height: height)
        }
        // Each fits 32 bits, so their product 64.
        guard width * height <= PictureLimits.pixels else {
            throw .tooManyPixels(width: width, height: height)
        }
        self.width = width
        self.height = height
    }

    func samples(_ layout: Raster.Layout) -> [UInt8] {
        [UInt8](repeating: 0, count: width * height * layout.samples)
    }
}

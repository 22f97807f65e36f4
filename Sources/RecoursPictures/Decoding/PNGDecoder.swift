// SPDX-License-Identifier: EUPL-1.2

internal import CPNG

/// PNG by libpng, which turns palettes, 1 to 16 bits and interlaced rows into eight bits a sample.
enum PNGDecoder {
    static func decode(_ bytes: [UInt8]) throws(PictureError) -> Raster {
        var image = recours_png_image()
        defer { png_image_free(&image) }
        // The reader keeps the address between its two calls.
        return try bytes.withUnsafeBufferPointer { bytes throws(PictureError) in
            guard
                png_image_begin_read_from_memory(&image, bytes.baseAddress, bytes.count) != 0
            else { throw damaged(image) }
            let size = try PictureSize(width: Int(image.width), height: Int(image.height))
            // Without a word of gamma 16 bits mean what 8 bits mean.
            image.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
            let layout = layout(of: image)
            image.format = format(of: layout)
            var samples = size.samples(layout)
            guard png_image_finish_read(&image, nil, &samples, 0, nil) != 0 else {
                throw damaged(image)
            }
            return Raster(
                width: size.width, height: size.height, layout: layout, samples: samples)
        }
    }

    private static func layout(of image: png_image) -> Raster.Layout {
        let hasColour = image.format & UInt32(PNG_FORMAT_FLAG_COLOR) != 0
        let hasAlpha = image.format & UInt32(PNG_FORMAT_FLAG_ALPHA) != 0
        return hasColour ? (hasAlpha ? .rgba : .rgb) : (hasAlpha ? .greyAlpha : .grey)
    }

    private static func format(of layout: Raster.Layout) -> UInt32 {
        switch layout {
        case .grey: 0
        case .greyAlpha: UInt32(PNG_FORMAT_FLAG_ALPHA)
        case .rgb: UInt32(PNG_FORMAT_FLAG_COLOR)
        case .rgba, .cmyk: UInt32(PNG_FORMAT_FLAG_COLOR) | UInt32(PNG_FORMAT_FLAG_ALPHA)
        }
    }

    private static func damaged(_ image: png_image) -> PictureError {
        let message = withUnsafeBytes(of: image.message) { Array($0.prefix { $0 != 0 }) }
        return .damaged(.png, String(decoding: message, as: UTF8.self))
    }
}

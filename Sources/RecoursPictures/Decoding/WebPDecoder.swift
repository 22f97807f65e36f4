// SPDX-License-Identifier: EUPL-1.2

internal import CWebP

/// WebP by libwebp, lossy or lossless.
enum WebPDecoder {
    static func decode(_ bytes: [UInt8]) throws(PictureError) -> Raster {
        var features = WebPBitstreamFeatures()
        guard WebPGetFeatures(bytes, bytes.count, &features) == VP8_STATUS_OK else {
            throw .damaged(.webP)
        }
        guard features.has_animation == 0 else { throw .animated }
        let size = try PictureSize(width: Int(features.width), height: Int(features.height))

        let layout: Raster.Layout = features.has_alpha == 0 ? .rgb : .rgba
        var samples = size.samples(layout)
        let decode = layout == .rgb ? WebPDecodeRGBInto : WebPDecodeRGBAInto
        let row = CInt(size.width * layout.samples)
        let length = samples.count
        guard decode(bytes, bytes.count, &samples, length, row) != nil else {
            throw .damaged(.webP)
        }
        return Raster(width: size.width, height: size.height, layout: layout, samples: samples)
    }
}

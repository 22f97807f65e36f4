// SPDX-License-Identifier: EUPL-1.2

import PictureSamples
import Testing

@testable import RecoursPictures

@Suite("Pictures are decoded")
struct DecodingTests {
    // Luminances of (230, 180, 20) and (40, 60, 200).
    private static let left: Float = 176.7
    private static let right: Float = 70.0

    private func luminance(_ sample: PictureSample) throws -> (left: Float, right: Float) {
        let thumbnail = Thumbnail(try PictureFormat.decode(sample.bytes))
        return (thumbnail.luminance[0], thumbnail.luminance[63])
    }

    @Test(
        "A picture is the same in every format, with and without colours",
        arguments: [
            PictureSample.jpeg, .progressiveJPEG, .greyJPEG, .png, .greyPNG, .palettePNG, .deepPNG,
            .webP, .losslessWebP,
        ])
    func halves(sample: PictureSample) throws {
        let found = try luminance(sample)
        #expect(abs(found.left - Self.left) < 3)
        #expect(abs(found.right - Self.right) < 3)
    }

    @Test("Inks are read as Adobe writes them")
    func inks() throws {
        let found = try luminance(.inkJPEG)
        #expect(abs(found.left - Self.left) < 4)
        #expect(abs(found.right - Self.right) < 4)
    }

    @Test(
        "What is transparent lies on white",
        arguments: [PictureSample.fadingPNG, .fadingGreyPNG, .fadingWebP])
    func transparent(sample: PictureSample) throws {
        let found = try luminance(sample)
        #expect(abs(found.left) < 0.01)
        #expect(abs(found.right - 255) < 0.01)
    }

    @Test("A layout's luminance is that of its colours")
    func layouts() {
        let pixels: [(Raster.Layout, [UInt8], Float)] = [
            (.grey, [90], 90), (.greyAlpha, [90, 51], 222), (.rgb, [100, 50, 200], 82.05),
            (.rgba, [100, 50, 200, 51], 220.41), (.cmyk, [100, 50, 200, 51], 16.41),
        ]
        for (layout, pixel, expected) in pixels {
            let samples = Array(repeatElement(pixel, count: 25).joined())
            let raster = Raster(width: 5, height: 5, layout: layout, samples: samples)
            let found = Thumbnail(raster).luminance
            #expect(found.allSatisfy { abs($0 - expected) < 0.01 }, "\(layout): \(found[0])")
        }
    }
}

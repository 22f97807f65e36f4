// SPDX-License-Identifier: EUPL-1.2

import PictureSamples
import Testing

@testable import RecoursPictures

@Suite("Hashes of pictures")
struct HashTests {
    @Test("The reference's hashes and qualities are ours", arguments: pictureVectors)
    func vectors(width: Int, height: Int, quality: Int, text: String) throws {
        let picture = HashedPicture(raster: Pattern.raster(width: width, height: height))
        let known = try #require(PictureHash(text))
        // A frequency beside the median may fall on either side of it by rounding.
        #expect(picture.hash.distance(to: known) <= 2, "\(picture.hash) for \(known)")
        #expect(abs(picture.quality - quality) <= 1)
        #expect((picture.width, picture.height) == (width, height))
    }

    @Test(
        "The hash of a turned picture is known from the picture itself",
        arguments: PictureSymmetry.allCases)
    func symmetries(symmetry: PictureSymmetry) {
        // Of 64 pixels each is taken; of others those right of the middle, which turning moves, so
        // that hashes differ, but by less than two pictures' do.
        for (width, height, bits) in [(64, 64, 0), (320, 200, 31)] {
            let raster = Pattern.raster(width: width, height: height)
            let turned = HashedPicture(raster: raster.laid(symmetry))
            let foretold = HashedPicture(raster: raster).hash(symmetry)
            #expect(turned.hash.distance(to: foretold) <= bits)
        }
    }

    @Test("The symmetries of a picture without any have eight different hashes")
    func eight() {
        let picture = HashedPicture(raster: Pattern.raster(width: 128, height: 200))
        #expect(picture.hash(.original) == picture.hash)
        let hashes = PictureSymmetry.allCases.map(picture.hash)
        for (place, hash) in hashes.enumerated() {
            for other in hashes[(place + 1)...] { #expect(hash.distance(to: other) > 60) }
        }
    }

    @Test("Half of the bits are set, whatever the picture")
    func halfSet() {
        let hash = HashedPicture(raster: Pattern.raster(width: 333, height: 512)).hash
        #expect(hash.distance(to: PictureHash(words: (0, 0, 0, 0))) == 128)
    }

    @Test("A plain picture has no quality, and says that it tells nothing apart")
    func plain() {
        let grey = Raster(
            width: 100, height: 80, layout: .grey, samples: Array(repeating: 77, count: 8_000))
        let picture = HashedPicture(raster: grey)
        #expect(picture.quality == 0)
        #expect(!picture.isDetailed)
        #expect(HashedPicture(raster: Pattern.raster(width: 128, height: 200)).isDetailed)
    }

    @Test("Weights of every length add up to one, and stay inside the picture")
    func weights() {
        for length in [5, 63, 64, 65, 127, 128, 129, 1_000, 65_500] {
            let axis = AxisWeights(length: length)
            for (start, weights) in zip(axis.starts, axis.weights) {
                #expect(start >= 0 && start + weights.count <= length)
                #expect(abs(weights.reduce(0, +) - 1) < 0.0001)
                #expect(weights.allSatisfy { $0 >= 0 })
            }
        }
    }

    @Test("Weights are those of the box filter applied twice, as the reference applies it")
    func boxes() {
        for length in [64, 150, 300, 1_000] {
            let signal = (0..<length).map { Float(($0 * $0 * 31) % 256) }
            let width = (length + 127) / 128
            let twice = Self.box(Self.box(signal, width), width)
            let axis = AxisWeights(length: length)
            for place in 0..<64 {
                let sum = zip(axis.weights[place], signal[axis.starts[place]...])
                    .reduce(Float(0)) { $0 + $1.0 * $1.1 }
                let taken = twice[Int((Double(place) + 0.5) * Double(length) / 64)]
                #expect(abs(sum - taken) < 0.01)
            }
        }
    }

    /// The mean of a window that reaches as far to the left as to the right, or one less.
    private static func box(_ signal: [Float], _ width: Int) -> [Float] {
        signal.indices.map { place in
            let right = (width + 2) / 2 - 1
            let first = max(0, place + right - width + 1)
            let window = signal[first...min(signal.count - 1, place + right)]
            return window.reduce(0, +) / Float(window.count)
        }
    }
}

@Suite("The 256 bits")
struct PictureHashTests {
    private static let text = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22"

    @Test("Text comes back as it was, and words are in its order")
    func textAndWords() throws {
        let hash = try #require(PictureHash(Self.text))
        #expect(hash.description == Self.text)
        #expect(hash.words.0 == 0xf8f8_f0ce_e0f4_a84f)
        #expect(hash.words.3 == 0x33e6_b39c_4e9c_9b22)
        #expect(PictureHash(words: hash.words) == hash)
        #expect(PictureHash(Self.text.uppercased()) == hash)
        #expect(PictureHash(words: (0, 0, 0, 1)).description.hasSuffix("01"))
    }

    @Test(
        "No other text is a hash",
        arguments: [
            "", "f8", String(repeating: "g", count: 64), "+" + text.dropFirst(), text + "0",
            " " + text, "é" + text.dropFirst(),
        ])
    func noText(text: String) {
        #expect(PictureHash(text) == nil)
    }

    @Test("Distance counts the bits that differ")
    func distance() {
        let none = PictureHash(words: (0, 0, 0, 0))
        let all = PictureHash(words: (.max, .max, .max, .max))
        #expect(none.distance(to: none) == 0)
        #expect(none.distance(to: all) == 256)
        #expect(all.distance(to: PictureHash(words: (.max, .max, 0xFF, .max))) == 56)
    }
}

// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import MatchingSets
import Testing

@testable import RecoursMatching

@Suite("Picture fingerprints")
struct PictureFingerprintTests {
    /// The bit of a row and column, as PDQ numbers them.
    private func bit(_ picture: PictureFingerprint, _ row: Int, _ column: Int) -> UInt64 {
        let words = [picture.words.3, picture.words.2, picture.words.1, picture.words.0]
        let place = 16 * row + column
        return words[place / 64] >> UInt64(place % 64) & 1
    }

    @Test("Mirroring flips the even columns or rows, and transposing swaps both")
    func symmetriesAreThoseOfFrequencies() {
        var generator = SeededGenerator(seed: 1)
        let picture = PictureFingerprint.any(&generator)
        for symmetry in PictureSymmetry.allCases {
            let laid = picture.laid(symmetry)
            for row in 0..<16 {
                for column in 0..<16 {
                    let source =
                        symmetry.swapsAxes
                        ? bit(picture, column, row) : bit(picture, row, column)
                    let mirrored = symmetry.mirror & 1 == 1 && column % 2 == 0
                    let flipped = symmetry.mirror & 2 == 2 && row % 2 == 0
                    #expect(bit(laid, row, column) == (mirrored == flipped ? source : 1 - source))
                }
            }
        }
    }

    @Test("Of 32 bytes the first has the highest bits")
    func bytes() {
        let picture = PictureFingerprint(bytes: (0..<32).map { UInt8($0) })
        #expect(
            picture
                == PictureFingerprint(
                    words: (
                        0x0001_0203_0405_0607, 0x0809_0A0B_0C0D_0E0F, 0x1011_1213_1415_1617,
                        0x1819_1A1B_1C1D_1E1F
                    )))
        #expect(PictureFingerprint(bytes: [UInt8](repeating: 0, count: 31)) == nil)
    }

    @Test("Two mirrors undo themselves, and four quarter turns come round")
    func symmetriesFormAGroup() {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<100 {
            let picture = PictureFingerprint.any(&generator)
            for symmetry in [
                PictureSymmetry.original, .mirroredHorizontally, .mirroredVertically, .turnedHalf,
                .transposed, .antitransposed,
            ] {
                #expect(picture.laid(symmetry).laid(symmetry) == picture)
            }
            #expect(picture.laid(.turnedRight).laid(.turnedLeft) == picture)
            #expect(picture.laid(.turnedRight).laid(.turnedRight) == picture.laid(.turnedHalf))
        }
    }

    @Test("The nearest mirror is the least of the four distances")
    func nearestIsLeast() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let picture = PictureFingerprint.any(&generator)
            let mirror = PictureSymmetry(swapsAxes: false, mirror: Int(generator.next() % 4))
            let other = picture.laid(mirror).changed(
                bits: Int(generator.next() % 100), &generator)
            let distances = (0..<4).map {
                picture.laid(PictureSymmetry(swapsAxes: false, mirror: $0)).distance(to: other)
            }
            let nearest = ParityWords(picture).nearest(ParityWords(other))
            #expect(nearest.distance == distances.min())
            #expect(distances[nearest.mirror] == nearest.distance)
        }
    }

    @Test("A fingerprint comes back from its parity words")
    func parityWordsLoseNothing() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<500 {
            let picture = PictureFingerprint.any(&generator)
            #expect(PictureFingerprint(ParityWords(picture)) == picture)
        }
    }

    @Test("A hash with far too few or too many set bits is no picture's")
    func madeUpHashesAreKnown() {
        #expect(!PictureFingerprint(words: (0, 0, 0, 0)).isPlausible)
        #expect(!PictureFingerprint(words: (.max, .max, .max, .max)).isPlausible)
        #expect(PictureFingerprint(words: (.max, 0, .max, 0)).isPlausible)
    }
}

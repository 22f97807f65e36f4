// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import MatchingSets
import Testing

@testable import RecoursMatching

/// The index must find what looking at each picture finds: on random sets, and on sets made to
/// defeat it.
@Suite("Picture index")
struct PictureTableTests {
    private func expectEqualToScan(
        _ pictures: [PictureFingerprint], _ queries: [PictureFingerprint]
    ) {
        let table = PictureTable(of: pictures.map { [ParityWords($0)] })
        var workspace = PictureTable.Workspace()
        for query in queries {
            _ = table.find(ParityWords(query), &workspace)
            var found: [Int: Int] = [:]
            for hit in workspace.hits {
                for owner in table.owners(of: hit.picture) {
                    found[Int(owner)] = min(found[Int(owner)] ?? 256, hit.distance)
                }
            }
            var wanted: [Int: Int] = [:]
            let laid = PictureSymmetry.allCases.map(query.laid)
            for (place, picture) in pictures.enumerated() {
                let distance = laid.map { $0.distance(to: picture) }.min() ?? 256
                if distance <= PictureFingerprint.radius { wanted[place] = distance }
            }
            #expect(found == wanted)
        }
    }

    @Test(
        "Finds exactly what a linear scan finds, at any size and distance",
        arguments: [1, 7, 100, 3_000])
    func equalsScan(_ count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let pictures = (0..<count).map { _ in PictureFingerprint.any(&generator) }
        let queries = (0..<120).map { place in
            let symmetry = PictureSymmetry.allCases[place % 8]
            return pictures[place % count].laid(symmetry).changed(
                bits: place % 40, &generator)
        }
        expectEqualToScan(pictures, queries)
    }

    @Test("Finds pictures at the radius whose differences are spread or heaped as badly as can be")
    func worstSpreadsAreFound() {
        var generator = SeededGenerator(seed: 9)
        let picture = PictureFingerprint.any(&generator)
        var queries: [PictureFingerprint] = []
        for _ in 0..<200 {
            // Each chunk of a parity word gets two of the 31, but one gets one.
            var words = ParityWords(picture).words
            let spared = Int(generator.next() % 16)
            for chunk in 0..<16 {
                let bits = (0..<16).shuffled(using: &generator).prefix(chunk == spared ? 1 : 2)
                for bit in bits { words[chunk / 4] ^= 1 << UInt64(16 * (chunk % 4) + bit) }
            }
            queries.append(PictureFingerprint(ParityWords(words: words)))
            // All in one or two words.
            var heaped = ParityWords(picture).words
            for bit in (0..<64).shuffled(using: &generator).prefix(31) {
                heaped[Int(generator.next() % 2)] ^= 1 << UInt64(bit)
            }
            queries.append(PictureFingerprint(ParityWords(words: heaped)))
        }
        #expect(queries.allSatisfy { picture.distance(to: $0) == 31 })
        let others = (0..<50).map { _ in PictureFingerprint.any(&generator) }
        expectEqualToScan(others + [picture], queries)
    }

    @Test("Finds all of many pictures that are nearly one")
    func crowdsAreFound() {
        var generator = SeededGenerator(seed: 10)
        let picture = PictureFingerprint.any(&generator)
        let crowd = (0..<1_000).map { _ in
            picture.changed(bits: Int(generator.next() % 40), &generator)
        }
        expectEqualToScan(crowd + crowd.prefix(50), Array(crowd.prefix(20)))
    }

    @Test("A key that is too crowded is cut, said, and keeps the oldest")
    func crowdedKeysAreCut() {
        var generator = SeededGenerator(seed: 11)
        let picture = PictureFingerprint.any(&generator)
        // All have the first parity word in common, and else nothing.
        let crowd = (0..<ChunkIndex.mostPicturesPerKey + 500).map { _ in
            var words = SIMD4(
                0, generator.next(), generator.next(), generator.next())
            words[0] = ParityWords(picture).words[0]
            return [ParityWords(words: words)]
        }
        let table = PictureTable(of: [[ParityWords(picture)]] + crowd)
        var workspace = PictureTable.Workspace()
        let cut = table.find(ParityWords(picture), &workspace)
        #expect(cut >= 4)
        #expect(workspace.hits.contains { $0.picture == 0 && $0.distance == 0 })
    }
}

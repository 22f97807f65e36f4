// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore
import StoreContract
import Testing

@Suite("The chain of events")
struct EventChainTests {
    private let chain = EventChain(codec: RegistryCodec())

    private func records(_ count: UInt64) -> [EventRecord] {
        var previous = EventChain.origin
        return (1...count).map { sequence in
            let salt = [UInt8](repeating: UInt8(sequence), count: 32)
            let bytes = [UInt8](repeating: 0x55, count: 40)
            previous = chain.link(
                previous: previous, leaf: chain.leaf(salt: salt, event: bytes))
            return EventRecord(
                caseRow: 1, sequence: sequence, stateAfter: .transmitted, atMilliseconds: 0,
                salt: salt, bytes: bytes, link: previous, origin: nil, place: nil)
        }
    }

    @Test("A chain is whole only with every event, in order")
    func whole() {
        let records = records(4)
        #expect(chain.isWhole(records, version: 4))
        #expect(!chain.isWhole(Array(records.dropLast()), version: 4))
        #expect(!chain.isWhole(Array(records.dropFirst()), version: 4))
        #expect(!chain.isWhole(records.reversed(), version: 4))
        #expect(!chain.isWhole([records[0], records[2], records[1], records[3]], version: 4))
    }

    @Test("Any byte flipped in any event, salt or link breaks the chain")
    func flips() {
        let records = records(3)
        for index in records.indices {
            for (path, count) in [
                (\EventRecord.bytes, 40), (\EventRecord.salt, 32), (\EventRecord.link, 32),
            ] {
                for place in 0..<count {
                    var damaged = records
                    damaged[index][keyPath: path][place] ^= 0x01
                    #expect(!chain.isWhole(damaged, version: 3))
                }
            }
        }
    }
}

extension EventChainTests {
    @Test("A chain whose events are erased is whole, and still finds a changed leaf")
    func erased() {
        var records = records(3)
        for index in [0, 2] {
            records[index].leaf = chain.leaf(of: records[index])
            records[index].salt = []
            records[index].bytes = []
        }
        #expect(chain.isWhole(records, version: 3))
        for place in 0..<32 {
            var damaged = records
            damaged[0].leaf?[place] ^= 0x01
            #expect(!chain.isWhole(damaged, version: 3))
        }
        var restored = records
        restored[2].leaf = nil
        #expect(!chain.isWhole(restored, version: 3))
    }
}

@Suite("The checksum of a row")
struct RecordChecksumTests {
    @Test(
        "It is XXH64, by published vectors",
        arguments: [
            ("", 0xEF46_DB37_51D8_E999 as UInt64), ("a", 0xD24E_C4F1_A98C_6E5B),
            ("abc", 0x44BC_2CF5_AD77_0999),
        ])
    func vectors(_ text: String, _ expected: UInt64) {
        #expect(RecordChecksum.of(Array(text.utf8)) == expected)
    }

    @Test("It changes with every bit, at every length around its strides")
    func bits() {
        for count in [1, 3, 4, 7, 8, 12, 31, 32, 33, 63, 64, 100] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
            let whole = RecordChecksum.of(bytes)
            for bit in 0..<(count * 8) {
                var damaged = bytes
                damaged[bit / 8] ^= 1 << UInt8(bit % 8)
                #expect(RecordChecksum.of(damaged) != whole)
            }
        }
    }
}

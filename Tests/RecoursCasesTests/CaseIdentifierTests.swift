// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import Testing

@Suite("Case identifier")
struct CaseIdentifierTests {
    /// RFC 9562, appendix A.6.
    private let vector = CaseIdentifier(
        at: Instant(millisecondsSince1970: 0x017F_22E2_79B0), randomHigh: 0xCC3,
        randomLow: 0x18C4_DC0C_0C07_398F)

    @Test("It is the RFC's UUID of version 7")
    func rfcVector() {
        #expect(vector.description == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
    }

    @Test("Text and bytes read back; upper case too")
    func readsBack() {
        #expect(CaseIdentifier(text: vector.description) == vector)
        #expect(CaseIdentifier(text: vector.description.uppercased()) == vector)
        #expect(CaseIdentifier(bytes: vector.bytes) == vector)
        #expect(vector.bytes.count == 16)
    }

    @Test(
        "Other texts and byte counts are none",
        arguments: [
            "", "017f22e279b07cc398c4dc0c0c07398f", "017f22e2-79b0-7cc3-98c4-dc0c0c07398",
            "017f22e2-79b0-7cc3-98c4-dc0c0c07398g", "017f22e2+79b0-7cc3-98c4-dc0c0c07398f",
        ])
    func refused(text: String) {
        #expect(CaseIdentifier(text: text) == nil)
        #expect(CaseIdentifier(bytes: Array(vector.bytes.dropLast())) == nil)
        #expect(CaseIdentifier(bytes: vector.bytes + [0]) == nil)
    }

    @Test("A later millisecond sorts after, whatever the random bits")
    func ordered() {
        let later = CaseIdentifier(
            at: Instant(millisecondsSince1970: 0x017F_22E2_79B1), randomHigh: 0, randomLow: 0)
        #expect(vector < later)
        #expect(vector.bytes.lexicographicallyPrecedes(later.bytes))
    }
}

// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import StoreContract
import Testing

@testable import RecoursStore

@Suite("The complainant's marks beside a case")
struct ComplainantMarksTests {
    private func record(
        _ codec: RegistryCodec, disclosure: Disclosure = .identified, nafCode: String = "3212Z"
    ) throws -> CaseRecord {
        let number = try #require(PublicNumber(1))
        let valid = try Fixtures.draft("REF") {
            $0.complainant.nafCode = nafCode
            $0.disclosure = disclosure
        }
        let decision = try CaseRules.decide(
            .submit(
                valid, identifier: CaseIdentifier(at: Fixtures.now, randomHigh: 1, randomLow: 1),
                publicNumber: number, filing: Filing(routing: .platformInbox)),
            on: nil, by: .partner(Fixtures.association), at: Fixtures.now)
        return CaseRecord(
            decision.caseFile, row: 1, submitter: PartnerNumber(1),
            snapshot: codec.encode(decision.caseFile))
    }

    private func admits(_ record: CaseRecord, _ activity: String) throws -> Bool {
        record.complainant.isOf(try #require(ActivityPrefix(activity)))
    }

    @Test("They hold size, activity and whether the platform knows the firm")
    func contents() throws {
        let codec = RegistryCodec()
        let record = try record(codec)
        #expect(record.complainant.isKnown && record.complainant.isNamed)
        #expect(record.complainant.size == CompanySize.micro.rawValue)
        for prefix in ["32", "321", "3212", "3212Z"] { #expect(try admits(record, prefix)) }
        for other in ["33", "322", "3211", "3212A"] { #expect(!(try admits(record, other))) }
        #expect(!(try self.record(codec, disclosure: .pseudonym)).complainant.isNamed)
        let none = try self.record(codec, nafCode: "")
        #expect(!(try admits(none, "32")))
    }

    @Test("They go through the column of marks, and a change of them breaks the checksum")
    func column() throws {
        let record = try record(RegistryCodec())
        var read = record
        read.complainant = .unknown
        read.take(viewMarks: record.viewMarks)
        #expect(read == record && read.isIntact)
        read.complainant = .unknown
        #expect(!read.isIntact)
    }

    @Test("A row of an older version keeps its checksum, and its case is asked instead")
    func olderRows() throws {
        let codec = RegistryCodec()
        let record = try record(codec)
        var older = record
        older.take(viewMarks: record.viewMarks & 255)
        older.checksum = older.computedChecksum
        #expect(older.complainant == .unknown && older.isIntact)
        #expect(try older.complainantMarks(codec) == record.complainant)
    }
}

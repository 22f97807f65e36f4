// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursMessages
import Testing

@testable import RecoursCaseCoding

@Suite("Reading messages")
struct MessageReaderTests {
    @Test("A draft of every field comes back equal from its message")
    func roundTrip() {
        var reader = MessageReader(from: .store)
        let draft = reader.draft(Drafts.whole)
        #expect(reader.violations.isEmpty)
        #expect(RecoursMessages.CaseDraft(draft) == Drafts.whole)
    }

    @Test("Dates that are none and unknown numbers are violations with their path")
    func unreadable() {
        var message = Drafts.whole
        message.incidentOn = "31/02/2018"
        message.category = .init(rawValue: 99)
        message.desiredRemedies.append(.init(rawValue: 0))
        message.listings[0].state = .init(rawValue: 77)
        message.ipClaim?.owner?.size = .init(rawValue: 12)
        var reader = MessageReader(from: .store)
        _ = reader.draft(message)
        let found = Set(reader.violations.map { "\($0.fieldPath) \($0.code.rawValue)" })
        #expect(
            found == [
                "incident_on DATE_FORM", "category UNKNOWN_VALUE",
                "desired_remedies[1] UNKNOWN_VALUE", "listings[0].state UNKNOWN_VALUE",
                "ip_claim.owner.size UNKNOWN_VALUE",
            ])
    }

    @Test("A partner may not set what only the server sets")
    func serverFields() {
        var reader = MessageReader(from: .partner)
        _ = reader.draft(Drafts.whole)
        let paths = Set(reader.violations.map(\.fieldPath))
        #expect(
            paths == [
                "listings[0].state", "ip_claim.originals[0].state",
                "terms_change.notice_days", "terms_change.below_15",
            ])
        #expect(reader.violations.allSatisfy { $0.code == .serverSet })
    }

    @Test("A list of wrong values without end leaves as many violations as are told")
    func manyWrongValues() {
        var message = Drafts.whole
        message.desiredRemedies = Array(repeating: .init(rawValue: 99), count: 100_000)
        var reader = MessageReader(from: .store)
        _ = reader.draft(message)
        #expect(reader.violations.count == MessageReader.maximumViolations)
        #expect(reader.violations.last?.code == .unknownValue)
    }

    @Test("An answer of every field comes back equal from its message")
    func response() {
        var reader = MessageReader(from: .store)
        let response = reader.response(Drafts.response)
        #expect(reader.violations.isEmpty)
        #expect(RecoursMessages.PlatformResponse(response) == Drafts.response)
    }

    @Test("Every violation has words of its own", arguments: ViolationCode.allCases)
    func wording(code: ViolationCode) {
        #expect(code.wording.count > 10)
        let same = ViolationCode.allCases.filter { $0.wording == code.wording }
        #expect(same == [code] || code.rawValue.hasSuffix("LEADING_ZERO_LOST"))
    }
}

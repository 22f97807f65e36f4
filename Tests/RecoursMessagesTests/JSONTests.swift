// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import RecoursMessages
internal import Testing

@Suite("JSON")
struct JSONTests {
    private func json(_ message: some RecoursMessage) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(message), as: UTF8.self)
    }

    private func read<Message: RecoursMessage>(_ type: Message.Type, _ text: String) throws
        -> Message
    {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    @Test("A message comes back equal")
    func roundTrip() throws {
        #expect(try read(Case.self, json(Samples.caseFile)) == Samples.caseFile)
        let event = Event(actor: PartnerReference(), hash: [1], payload: .submitted(Samples.draft))
        #expect(try read(Event.self, json(event)) == event)
    }

    @Test("Names are in camel case, 64-bit integers are texts, defaults are left out")
    func form() throws {
        let listing = Listing(
            platformListingID: "B01", price: Money(minorUnits: 5, currency: "EUR"),
            firstSeenAtMs: 0,
            state: .removed)
        #expect(
            try json(listing)
                == #"{"firstSeenAtMs":"0","platformListingId":"B01","#
                + #""price":{"currency":"EUR","minorUnits":"5"},"state":"REMOVED"}"#)
        #expect(try json(CaseDraft()) == "{}")
    }

    @Test("Identifiers are UUIDs, hashes hexadecimal, other bytes Base64")
    func bytes() throws {
        #expect(
            try json(Case(id: Samples.identifier))
                == #"{"id":"00010203-0405-0607-0809-0a0b0c0d0e0f"}"#)
        #expect(try json(Case(id: [1, 2])) == #"{"id":"AQI="}"#)
        #expect(try json(BoundKey(spkiSha256: [0xAB, 0x01])) == #"{"spkiSha256":"ab01"}"#)
        #expect(try json(PullCasesRequest(cursor: [251, 255])) == #"{"cursor":"+/8="}"#)
        #expect(try read(PullCasesRequest.self, #"{"cursor":"-_8"}"#).cursor == [251, 255])
        #expect(
            try read(Case.self, #"{"id":"00010203-0405-0607-0809-0A0B0C0D0E0F"}"#).id
                == Samples.identifier)
    }

    @Test(
        "The schema's own names, full enumeration names, numbers and null are read as well",
        arguments: [
            #"{"first_seen_at_ms":7,"state":"LISTING_STATE_REMOVED","url":null}"#,
            #"{"firstSeenAtMs":"7","state":"REMOVED"}"#,
            #"{"firstSeenAtMs":7,"state":4}"#,
        ])
    func lenientInput(text: String) throws {
        #expect(try read(Listing.self, text) == Listing(firstSeenAtMs: 7, state: .removed))
    }

    @Test(
        "What cannot be read is refused, and the path told",
        arguments: [
            (#"{"draft":{"listings":[{},{"titel":"x"}]}}"#, "titel"),
            (#"{"draft":{"listings":[{"state":"GONE"}]}}"#, "state"),
            (#"{"draft":{"listings":[{"firstSeenAtMs":"x"}]}}"#, "firstSeenAtMs"),
            (#"{"draft":{"campaignId":"$"}}"#, "campaignId"),
            (#"{"draft":{"platformId":"a","platform_id":"b"}}"#, "platformId"),
        ])
    func refused(text: String, name: String) {
        do {
            _ = try read(SubmitCaseRequest.self, text)
            Issue.record("read")
        } catch DecodingError.dataCorrupted(let context) {
            #expect(context.codingPath.first?.stringValue == "draft")
            #expect(context.codingPath.last?.stringValue == name)
        } catch {
            Issue.record(error)
        }
    }

    @Test("Two members of a oneof exclude each other")
    func oneof() throws {
        #expect(
            try read(GetCaseRequest.self, #"{"externalRef":"x"}"#)
                == GetCaseRequest(reference: .externalRef("x")))
        #expect(throws: DecodingError.self) {
            try read(GetCaseRequest.self, #"{"externalRef":"x","publicNumber":"y"}"#)
        }
    }

    @Test("An enumeration's value is found by its name, and has it", arguments: CaseState.allCases)
    func enumerationNames(state: CaseState) throws {
        let name = try #require(state.name)
        #expect(CaseState(name: name) == state)
        #expect(CaseState(name: "CASE_STATE_" + name) == state)
        #expect(CaseState(rawValue: state.rawValue) == state)
    }

    @Test("A value without a name is written as its number")
    func unrecognized() throws {
        let text = try json(Deadline(kind: .unrecognized(99)))
        #expect(text == #"{"kind":99}"#)
        #expect(try read(Deadline.self, text).kind == .unrecognized(99))
    }
}

// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursMessages
internal import Testing

@Suite("Message coding")
struct MessageCodingTests {
    @Test("A message comes back equal, through bytes and through a buffer")
    func roundTrip() throws {
        let bytes = Samples.caseFile.serializedBytes()
        #expect(try Case(serializedBytes: bytes) == Samples.caseFile)
        #expect(Samples.caseFile.encodedByteCount == bytes.count)

        var buffer = ByteBuffer(string: "before")
        Samples.caseFile.encode(into: &buffer)
        #expect(buffer.readString(length: 6) == "before")
        #expect(Array(buffer.readableBytesView) == bytes)
        #expect(try Case(decoding: buffer, unknownFields: .refused) == Samples.caseFile)
    }

    @Test("A known message has the bytes of the protobuf encoding")
    func goldenBytes() {
        let money = Money(minorUnits: 123_456, currency: "EUR")
        #expect(
            money.serializedBytes() == [0x08, 0xC0, 0xC4, 0x07, 0x12, 0x03] + Array("EUR".utf8))
    }

    @Test("An empty message has no bytes, and no bytes are an empty message")
    func empty() throws {
        #expect(HealthCheckRequest().serializedBytes().isEmpty)
        #expect(CaseDraft().encodedByteCount == 0)
        #expect(try CaseDraft(serializedBytes: []) == CaseDraft())
        #expect(try WireHello(decoding: ByteBuffer()) == WireHello())
    }

    @Test("An optional field that is set to its default is still set")
    func presence() throws {
        let set = FieldViolation(limit: 0, actual: nil)
        let decoded = try FieldViolation(serializedBytes: set.serializedBytes())
        #expect(decoded.limit == 0)
        #expect(decoded.actual == nil)

        let open = try WireOpen(serializedBytes: WireOpen(timeoutMs: 0).serializedBytes())
        #expect(open.timeoutMs == 0)
        #expect(try WireOpen(serializedBytes: []).timeoutMs == nil)
    }

    @Test("An empty part differs from an absent one")
    func presenceOfMessages() throws {
        let with = SubmitCaseRequest(draft: CaseDraft())
        #expect(with.serializedBytes() == [0x0A, 0x00])
        #expect(try SubmitCaseRequest(serializedBytes: [0x0A, 0x00]) == with)
        #expect(try SubmitCaseRequest(serializedBytes: []).draft == nil)
        #expect(
            try Listing(serializedBytes: Listing(price: Money()).serializedBytes()).price == Money()
        )
    }

    @Test(
        "Each member of a oneof comes back as itself, empty ones too",
        arguments: [
            GetCaseRequest.Reference.id([]), .id([1]), .publicNumber(""), .externalRef("x"),
        ])
    func oneof(reference: GetCaseRequest.Reference) throws {
        let request = GetCaseRequest(reference: reference)
        #expect(try GetCaseRequest(serializedBytes: request.serializedBytes()) == request)
    }

    @Test("A value that is not in the schema is kept as it came")
    func unknownEnumerationValue() throws {
        let draft = CaseDraft(category: .unrecognized(4_711), extraCategories: [.unrecognized(-1)])
        #expect(
            try CaseDraft(
                decoding: ByteBuffer(bytes: draft.serializedBytes()), unknownFields: .refused)
                == draft)
    }

    @Test("Changing a copy leaves the original as it was, in boxed parts too")
    func valueSemantics() {
        var copy = Samples.caseFile
        copy.draft?.complainant?.legalName = "Other"
        #expect(copy != Samples.caseFile)
        #expect(Samples.caseFile.draft?.complainant?.legalName == "Société Générale d’Horlogerie")
        copy.draft = Samples.draft
        #expect(copy == Samples.caseFile)
        #expect(copy.hashValue == Samples.caseFile.hashValue)
    }

    @Test("Every prefix of a message is refused or decoded")
    func truncation() {
        let bytes = Samples.caseFile.serializedBytes()
        var refused = 0
        for length in 0..<bytes.count {
            do {
                _ = try Case(serializedBytes: Array(bytes[..<length]))
            } catch {
                #expect(error.code == .malformed || error.code == .invalidUTF8)
                refused += 1
            }
        }
        #expect(refused > bytes.count / 2)
    }

    @Test(
        "What is not protobuf is refused as malformed",
        arguments: [
            [0x08],  // a field without its value
            [0x12, 0x05, 0x41],  // a length beyond the end
            [0x08] + [UInt8](repeating: 0x80, count: 10) + [0x01],  // a varint of 11 bytes
            [0x0B, 0x0C],  // a group
            [0x12, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F],  // a length of 4 GiB
            [0x0D, 0, 0, 0, 0],  // minor_units as a fixed32
        ] as [[UInt8]])
    func malformed(bytes: [UInt8]) {
        #expect { try Money(serializedBytes: bytes) } throws: {
            ($0 as? MessageError)?.code == .malformed
        }
    }
}

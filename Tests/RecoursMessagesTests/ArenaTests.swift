// SPDX-License-Identifier: EUPL-1.2

internal import CProtobufC
internal import CRecoursProtos
internal import NIOCore
internal import RecoursMessages
internal import Testing

@Suite("Memory of decoding")
struct ArenaTests {
    private static let messageLimit = 4 * 1024 * 1024
    private static let cap = 1024 * 1024 + 8 * messageLimit

    /// A message of 4 MiB that is one unit again and again.
    private static func repeated(_ unit: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(messageLimit)
        while bytes.count + unit.count <= messageLimit { bytes += unit }
        return bytes
    }

    /// What a hostile message is made of.
    enum Amplifier: CaseIterable {
        case emptyMessages, emptyTexts, emptyBytes, enumerations, unknownNumbers, unknownBytes

        /// The smallest encoding of one element.
        var unit: [UInt8] {
            switch self {
            case .emptyMessages: [0x72, 0x00]  // listings
            case .emptyTexts: [0x0A, 0x00]  // lines
            case .emptyBytes: [0xCA, 0x01, 0x00]  // evidence_ids
            case .enumerations: [0x28, 0x00]  // extra_categories, not packed
            case .unknownNumbers: [0x78, 0x00]
            case .unknownBytes: [0x7A, 0x00]
            }
        }

        var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
            switch self {
            case .emptyTexts: recours__v1__address__descriptor_pointer()
            case .unknownNumbers, .unknownBytes: recours__v1__money__descriptor_pointer()
            default: recours__v1__case_draft__descriptor_pointer()
            }
        }

        func decode(_ bytes: [UInt8]) throws(MessageError) {
            switch self {
            case .emptyTexts: _ = try Address(serializedBytes: bytes)
            case .unknownNumbers, .unknownBytes: _ = try Money(serializedBytes: bytes)
            default: _ = try CaseDraft(serializedBytes: bytes)
            }
        }
    }

    @Test("4 MiB of what amplifies most are refused under the cap", arguments: Amplifier.allCases)
    func amplifier(_ amplifier: Amplifier) throws {
        let bytes = Self.repeated(amplifier.unit)
        let arena = try #require(recours_arena_begin(Self.cap))
        defer { recours_arena_end(arena) }
        #expect(recours_arena_unpack(arena, amplifier.descriptor, bytes, bytes.count) == nil)
        #expect(arena.pointee.cap_was_hit)
        #expect(arena.pointee.used <= Self.cap)
    }

    @Test("The refusal says that it is for its size", arguments: Amplifier.allCases)
    func refusal(_ amplifier: Amplifier) {
        #expect { try amplifier.decode(Self.repeated(amplifier.unit)) } throws: {
            ($0 as? MessageError)?.code == .tooLarge
        }
    }

    @Test("A packed list of 4 MiB stays under the cap and is decoded")
    func packed() throws {
        var bytes = ByteBuffer()
        bytes.writeField(5, bytes: [UInt8](repeating: 1, count: Self.messageLimit - 8))
        let draft = try CaseDraft(decoding: bytes)
        #expect(draft.extraCategories.count == Self.messageLimit - 8)
    }

    @Test("Lists at their limits are decoded in their smallest form")
    func honestLists() throws {
        func decoded<Message: RecoursMessage>(_ message: Message) throws -> Bool {
            try Message(serializedBytes: message.serializedBytes()) == message
        }
        let identifiers = [[UInt8]](repeating: [], count: 1_000)
        #expect(try decoded(CaseDraft(listings: .init(repeating: Listing(), count: 1_000))))
        #expect(
            try decoded(
                PlatformResponse(listingAnswers: .init(repeating: ListingAnswer(), count: 1_000))))
        #expect(try decoded(ListCasesResponse(cases: .init(repeating: Case(), count: 1_000))))
        #expect(
            try decoded(PullCasesResponse(entries: .init(repeating: InboxEntry(), count: 1_000))))
        #expect(try decoded(AcknowledgeCasesRequest(caseIDs: identifiers)))
        #expect(
            try decoded(
                AcknowledgeCasesResponse(
                    results: .init(repeating: AcknowledgementResult(), count: 1_000))))
        #expect(
            try decoded(
                ImportMandatesResponse(refusals: .init(repeating: MandateRefusal(), count: 1_000))))
        #expect(try decoded(BadRequest(violations: .init(repeating: FieldViolation(), count: 50))))
        #expect(try decoded(WireOpen(metadata: .init(repeating: WireMetadataEntry(), count: 64))))
        #expect(try decoded(IpClaim(originals: .init(repeating: Listing(), count: 20))))
        #expect(try decoded(Address(lines: .init(repeating: "", count: 5))))
    }

    @Test("A large message does not keep its memory")
    func largeMessageIsForgotten() throws {
        let arena = try #require(recours_arena_begin(Self.cap))
        for _ in 0..<1_000 { #expect(recours_arena_allocate(arena, 10_000) != nil) }
        recours_arena_end(arena)
        let kept = arena.pointee.end.map { $0 - arena.pointee.position } ?? 0
        #expect(kept <= 256 * 1024)
    }

    @Test("Nothing is handed out past the cap, and what is handed out is aligned")
    func cap() throws {
        let arena = try #require(recours_arena_begin(100))
        defer { recours_arena_end(arena) }
        let first = try #require(recours_arena_allocate(arena, 3))
        let second = try #require(recours_arena_allocate(arena, 80))
        #expect(
            Int(bitPattern: first).isMultiple(of: 8) && Int(bitPattern: second).isMultiple(of: 8))
        #expect(!arena.pointee.cap_was_hit)
        #expect(recours_arena_allocate(arena, 13) == nil)
        #expect(arena.pointee.cap_was_hit)
        #expect(recours_arena_allocate(arena, Int.max) == nil)
    }

    @Test("The linked protobuf-c is one that may be used")
    func version() {
        #expect(ProtobufCVersion.isSupported)
        #expect(ProtobufCVersion.text.split(separator: ".").count == 3)
    }
}

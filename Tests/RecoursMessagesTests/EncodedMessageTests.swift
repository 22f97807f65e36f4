// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursMessages
internal import Testing

@Suite("Messages put together of encoded parts")
struct EncodedMessageTests {
    @Test("A part put in has the place and the bytes that the field itself would have")
    func embedding() {
        var whole = Samples.caseFile
        whole.draft = Samples.draft
        let bytes = whole.serializedBytes()
        let part = Samples.draft.serializedBytes()
        whole.draft = nil
        #expect(whole.serializedBytes(with: part, asField: 6) == bytes)
        let empty = Case(draft: CaseDraft()).serializedBytes()
        #expect(Case().serializedBytes(with: [], asField: 6) == empty)
    }

    @Test("A stored case goes into a reply without being decoded")
    func caseIntoReply() throws {
        let stored = EncodedMessage(Samples.caseFile).bytes
        var reply = ByteBuffer()
        reply.writeField(1, bytes: stored)
        for sequence in 1...2 as ClosedRange<UInt64> {
            reply.writeField(2, message: Event(sequence: sequence))
        }
        let decoded = try EncodedMessage<GetCaseResponse>(encoding: reply).decoded()
        #expect(decoded.caseFile == Samples.caseFile)
        #expect(decoded.events.map(\.sequence) == [1, 2])
    }

    @Test("Fields written by hand are those that the codec writes")
    func sameBytes() {
        let message = PullCasesResponse(
            entries: [InboxEntry(cursor: [1])], cursor: [UInt8](repeating: 7, count: 300),
            more: true)
        var bytes = ByteBuffer()
        bytes.writeField(1, message: InboxEntry(cursor: [1]))
        bytes.writeField(2, bytes: [UInt8](repeating: 7, count: 300))
        bytes.writeField(3, varint: 1)
        #expect(EncodedMessage(message).bytes == bytes)
    }

    @Test("Defaults are not written")
    func defaults() {
        var bytes = ByteBuffer()
        bytes.writeField(1, text: "")
        bytes.writeField(2, varint: 0)
        #expect(bytes.readableBytes == 0)
    }

    @Test(
        "The size of a field is known before it is written",
        arguments: [(1, 0), (1, 127), (15, 128), (16, 16_383), (2_047, 16_384), (2_048, 3_000_000)])
    func sizes(field: Int, count: Int) {
        var bytes = ByteBuffer()
        bytes.writeField(field, bytes: ByteBuffer(repeating: 0, count: count))
        #expect(ByteBuffer.fieldByteCount(field, bytes: count) == bytes.readableBytes)
    }
}

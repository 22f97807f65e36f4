// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursMessages
internal import Testing

@Suite("Unknown fields")
struct UnknownFieldTests {
    /// A request with an unknown field at a depth: 0 in itself, 1 in its draft, 2 in the draft's
    /// listing.
    private func request(depth: Int) -> ByteBuffer {
        var inner = ByteBuffer()
        inner.writeField(999, bytes: [1, 2, 3])
        if depth > 1 { inner = wrapped(inner, in: 14) }
        return depth > 0 ? wrapped(inner, in: 1) : inner
    }

    private func wrapped(_ bytes: ByteBuffer, in field: Int) -> ByteBuffer {
        var outer = ByteBuffer()
        outer.writeField(field, bytes: bytes)
        return outer
    }

    @Test(
        "A write that carries one is refused, wherever it is, and told where",
        arguments: [(0, "999"), (1, "draft.999"), (2, "draft.listings[0].999")])
    func refused(depth: Int, path: String) {
        do {
            _ = try SubmitCaseRequest(decoding: request(depth: depth), unknownFields: .refused)
            Issue.record("decoded")
        } catch {
            #expect(error.code == .unknownField)
            #expect(error.fieldPath == path)
        }
    }

    @Test("In a member of a oneof, too")
    func refusedInOneof() {
        var verdict = ByteBuffer()
        verdict.writeField(77, varint: 1)
        #expect { try Event(decoding: wrapped(verdict, in: 10), unknownFields: .refused) } throws: {
            ($0 as? MessageError)?.fieldPath == "verdict.77"
        }
    }

    @Test("A read drops it", arguments: 0...2)
    func ignored(depth: Int) throws {
        let message = try SubmitCaseRequest(decoding: request(depth: depth))
        #expect(message.encodedByteCount < request(depth: depth).readableBytes)
        #expect(message.draft?.listings == (depth == 0 ? nil : depth == 1 ? [] : [Listing()]))
    }

    @Test("Methods that only read ignore them; all others refuse them")
    func methods() {
        #expect(CaseServiceMethods.getCase.unknownFields == .ignored)
        #expect(CaseServiceMethods.submitCase.unknownFields == .refused)
        #expect(PartnerServiceMethods.addPartner.unknownFields == .refused)
    }
}

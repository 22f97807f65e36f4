// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursMessages
internal import Testing

@Suite("Text in messages")
struct TextTests {
    /// A case whose fourth listing has this title.
    private func request(title: [UInt8]) -> ByteBuffer {
        var listing = ByteBuffer()
        listing.writeField(12, bytes: title)
        var draft = ByteBuffer()
        for _ in 0..<3 { draft.writeField(14, message: Listing(title: "é")) }
        draft.writeField(14, bytes: listing)
        var request = ByteBuffer()
        request.writeField(1, bytes: draft)
        return request
    }

    @Test(
        "Text that is not UTF-8 is refused with its path",
        arguments: [
            [0x80], [0xFF], [0xC3], [0xC0, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0x41, 0xF0, 0x9F, 0x91], [0xF8, 0x88, 0x80, 0x80, 0x80],
        ] as [[UInt8]])
    func invalidUTF8(title: [UInt8]) {
        do {
            _ = try SubmitCaseRequest(decoding: request(title: title))
            Issue.record("decoded")
        } catch {
            #expect(error.code == .invalidUTF8)
            #expect(error.fieldPath == "draft.listings[3].title")
        }
    }

    @Test("A member of a list of texts is named by its place")
    func pathInLists() {
        var address = ByteBuffer()
        address.writeField(1, text: "fine")
        address.writeField(1, bytes: [0xFF])
        #expect { try Address(decoding: address) } throws: {
            ($0 as? MessageError)?.fieldPath == "lines[1]"
        }
    }

    @Test("The first failure is the one that is told")
    func firstFailure() {
        var contact = ByteBuffer()
        contact.writeField(1, bytes: [0xFF])
        contact.writeField(2, bytes: [0xFF])
        var party = ByteBuffer()
        party.writeField(10, bytes: contact)
        party.writeField(2, text: "A")
        var draft = ByteBuffer()
        draft.writeField(1, bytes: party)
        draft.writeField(7, bytes: [0xFF])
        #expect { try CaseDraft(decoding: draft) } throws: {
            ($0 as? MessageError)?.fieldPath == "complainant.contact.name"
        }
    }

    @Test(
        "Any Unicode text comes back scalar by scalar, NUL and marks as well",
        arguments: ["\0", "a\0b", "\u{FEFF}", "e\u{301}", "\u{10FFFF}", "👩‍👩‍👧", "\u{FFFD}"])
    func anyText(title: String) throws {
        let decoded = try Listing(serializedBytes: Listing(title: title).serializedBytes())
        #expect(Array(decoded.title.unicodeScalars) == Array(title.unicodeScalars))
    }

    @Test("Every sequence of one and two bytes is judged as Swift judges it")
    func allShortSequences() {
        for first in UInt8.min...UInt8.max {
            #expect(isAccepted([first]) == (String(validating: [first], as: UTF8.self) != nil))
            for second in UInt8.min...UInt8.max {
                let bytes = [first, second]
                guard isAccepted(bytes) == (String(validating: bytes, as: UTF8.self) != nil) else {
                    Issue.record("judged differently: \(bytes)")
                    return
                }
            }
        }
    }

    private func isAccepted(_ currency: [UInt8]) -> Bool {
        var money = ByteBuffer()
        money.writeField(2, bytes: currency)
        return (try? Money(decoding: money)) != nil
    }
}

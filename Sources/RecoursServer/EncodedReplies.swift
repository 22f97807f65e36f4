// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursMessages
internal import RecoursStore
internal import RecoursWire

/// Replies put together of stored bytes: a case is kept as the very message that is sent, so
/// reading one decodes nothing. The numbers are the fields' numbers in the .proto files.
enum EncodedReplies {
    static func getCase(_ found: StoredCase) -> EncodedMessage<GetCaseResponse> {
        var bytes = ByteBuffer()
        bytes.reserveCapacity(found.snapshot.count + 8)
        bytes.writeField(1, bytes: found.snapshot)
        return EncodedMessage(encoding: bytes)
    }

    /// A case with its events. The links of the chain are not in the stored events: each is
    /// decoded, given its own, and encoded again.
    static func getCase(
        _ history: StoredHistory
    ) throws(RPCStatus) -> EncodedMessage<GetCaseResponse> {
        var bytes = ByteBuffer()
        bytes.writeField(1, bytes: history.caseFile.snapshot)
        for stored in history.events {
            do throws(MessageError) {
                var event = try Event(serializedBytes: stored.bytes)
                event.previousHash = stored.previousLink
                event.hash = stored.link
                bytes.writeField(2, message: event)
            } catch {
                throw RPCStatus(.store(.corrupted("A case's event")))
            }
        }
        return EncodedMessage(encoding: bytes)
    }

    static func listCases(
        _ cases: [StoredCase], nextPageToken: String
    ) -> EncodedMessage<ListCasesResponse> {
        var bytes = ByteBuffer()
        bytes.reserveCapacity(cases.reduce(64) { $0 + $1.snapshot.count + 8 })
        for found in cases { bytes.writeField(1, bytes: found.snapshot) }
        bytes.writeField(2, text: nextPageToken)
        return EncodedMessage(encoding: bytes)
    }

    /// Entries with the cursor after each, and the cursor to go on from.
    static func pullCases(
        _ entries: [(entry: RecoursStore.InboxEntry, cursor: [UInt8])], cursor: [UInt8],
        more: Bool
    ) -> EncodedMessage<PullCasesResponse> {
        var bytes = ByteBuffer()
        bytes.reserveCapacity(entries.reduce(64) { $0 + $1.entry.caseFile.snapshot.count + 64 })
        var part = ByteBuffer()
        for (entry, cursor) in entries {
            part.clear()
            part.writeField(1, bytes: cursor)
            part.writeField(2, varint: UInt64(UInt32(bitPattern: entry.eventKind)))
            part.writeField(3, bytes: entry.caseFile.snapshot)
            bytes.writeField(1, bytes: part)
        }
        if !cursor.isEmpty { bytes.writeField(2, bytes: cursor) }
        bytes.writeField(3, varint: more ? 1 : 0)
        return EncodedMessage(encoding: bytes)
    }
}

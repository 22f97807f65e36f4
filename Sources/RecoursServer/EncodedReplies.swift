// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursMessages

/// Replies put together of cases in their encoding: a case is kept as the very message that is
/// sent, so reading one that hides nothing decodes nothing. The numbers are the fields' numbers in
/// the .proto files.
enum EncodedReplies {
    /// A case, and the events that were asked for.
    static func getCase(
        _ snapshot: [UInt8], events: [Event] = []
    ) -> EncodedMessage<GetCaseResponse> {
        var bytes = ByteBuffer()
        bytes.reserveCapacity(snapshot.count + 8)
        bytes.writeField(1, bytes: snapshot)
        for event in events { bytes.writeField(2, message: event) }
        return EncodedMessage(encoding: bytes)
    }

    static func listCases(
        _ snapshots: [[UInt8]], nextPageToken: String, damaged: Int
    ) -> EncodedMessage<ListCasesResponse> {
        var bytes = ByteBuffer()
        bytes.reserveCapacity(snapshots.reduce(64) { $0 + $1.count + 8 })
        for snapshot in snapshots { bytes.writeField(1, bytes: snapshot) }
        bytes.writeField(2, text: nextPageToken)
        bytes.writeField(3, varint: UInt64(damaged))
        return EncodedMessage(encoding: bytes)
    }

    /// An entry of an inbox as its reader sees it.
    struct InboxPart {
        let kind: Int32
        let snapshot: [UInt8]
        /// The cursor after it.
        let cursor: [UInt8]

        /// Writes `recours.v1.InboxEntry`.
        fileprivate func write(into bytes: inout ByteBuffer) {
            bytes.writeField(1, bytes: cursor)
            bytes.writeField(2, varint: UInt64(UInt32(bitPattern: kind)))
            bytes.writeField(3, bytes: snapshot)
        }
    }

    /// Entries, and the cursor to go on from.
    static func pullCases(
        _ entries: [InboxPart], cursor: [UInt8], more: Bool, damaged: Int
    ) -> EncodedMessage<PullCasesResponse> {
        var bytes = ByteBuffer()
        bytes.reserveCapacity(entries.reduce(64) { $0 + $1.snapshot.count + 64 })
        var part = ByteBuffer()
        for entry in entries {
            part.clear()
            entry.write(into: &part)
            bytes.writeField(1, bytes: part)
        }
        if !cursor.isEmpty { bytes.writeField(2, bytes: cursor) }
        bytes.writeField(3, varint: more ? 1 : 0)
        bytes.writeField(4, varint: UInt64(damaged))
        return EncodedMessage(encoding: bytes)
    }

    static func watchedEntry(_ entry: InboxPart) -> EncodedMessage<WatchInboxResponse> {
        var part = ByteBuffer()
        part.reserveCapacity(entry.snapshot.count + 64)
        entry.write(into: &part)
        var bytes = ByteBuffer()
        bytes.reserveCapacity(part.readableBytes + 8)
        bytes.writeField(1, bytes: part)
        return EncodedMessage(encoding: bytes)
    }
}

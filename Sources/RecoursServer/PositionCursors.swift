// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore
internal import RecoursWire

/// The cursors of one partner's inbox, or of what is reported to it. One holds the position and the
/// store's epoch: one that was given out by a store which is no longer this one must not be taken
/// for a place in this one.
struct PositionCursors: Sendable {
    let core: ServiceCore
    let peer: Peer
    var purpose = SealedTokens.Purpose.inbox

    func cursor(at position: UInt64) throws(RPCStatus) -> [UInt8] {
        try core.tokens.seal(
            position.bigEndianBytes + core.store.identity.epoch, for: purpose, of: peer.reference)
    }

    /// The place of a cursor; an empty one is the beginning.
    func position(_ cursor: [UInt8]) throws(RPCStatus) -> UInt64 {
        if cursor.isEmpty { return 0 }
        guard let payload = try core.tokens.open(cursor, for: purpose, of: peer.reference),
            payload.count > 8
        else { throw .invalid("cursor", .identifierForm) }
        guard Array(payload[8...]) == core.store.identity.epoch else {
            throw RPCStatus(.cursorExpired)
        }
        return UInt64(bigEndian: payload)
    }
}

extension ServiceCore {
    /// A page of an inbox; a place which it has never reached is of a store that was set back.
    func inboxPage(
        _ scope: CaseScope, after position: UInt64, limit: Int, bytes: Int? = nil
    ) async throws(RPCStatus) -> InboxPage {
        let page = try await read { () async throws(StoreError) in
            try await store.inbox(scope, after: position, limit: limit, bytes: bytes)
        }
        guard !page.isAhead else { throw RPCStatus(.cursorExpired) }
        return page
    }

    /// A page of what was reported to a platform; of its places the same holds.
    func reports(
        to platform: String, after position: UInt64, limit: Int
    ) async throws(RPCStatus) -> ReportPage {
        let page = try await read { () async throws(StoreError) in
            try await store.reports(to: platform, after: position, limit: limit)
        }
        guard !page.isAhead else { throw RPCStatus(.cursorExpired) }
        return page
    }
}

// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// `FeedService`: what is seen on platforms, held against all works at once.
struct FeedHandlers: FeedServiceHandling {
    let core: ServiceCore

    func observeListings(
        _ requests: InboundMessages<ListingSnapshot>,
        _ responses: OutboundMessages<SnapshotResult>, _ call: CallContext
    ) async throws(RPCStatus) {
        let peer = try core.peer(call)
        guard core.claims.isReady else { throw RPCStatus(.worksNotRead) }
        let stream = FeedStream(bulk: BulkStream(core: core, call: call), peer: peer)
        try await stream.run(requests, responses) { snapshot throws(RPCStatus) in
            try seen(snapshot, by: peer)
        }
    }

    /// A listing as it may be held against works; a refusal is the snapshot's own.
    private func seen(
        _ snapshot: ListingSnapshot, by peer: Peer
    ) throws(RPCStatus) -> SeenListing {
        var seen = MessageReader(from: .partner).seen(snapshot)
        if peer.reference.kind == .platform {
            let own = peer.reference.slug
            if seen.platformSlug.isEmpty { seen.platformSlug = own }
            guard seen.platformSlug == own else { throw RPCStatus(.methodNotAllowed) }
        }
        let wrong = seen.violations(at: core.clock.reading())
        guard wrong.isEmpty else { throw RPCStatus(.invalid(wrong)) }
        let platform = PartnerReference(kind: .platform, slug: seen.platformSlug)
        guard core.registry.knows(platform) else {
            throw .invalid("platform_id", .unknownPlatform)
        }
        return seen
    }
}

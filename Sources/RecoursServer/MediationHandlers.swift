// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// `MediationService`: what waits for mediators, what is alike, and who read whose identity.
struct MediationHandlers: MediationServiceHandling {
    let core: ServiceCore

    // MARK: The queue

    func listQueue(
        _ request: ListQueueRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListQueueResponse {
        let peer = try core.peer(call)
        let views = try CaseViews(of: peer)
        let filter = try RecoursStore.QueueFilter(request, caller: peer.reference.slug)
        let pages = core.pages(.queue, of: peer, filters: filter.tokenContext)
        let from = try pages.position(request.pageToken)?.numbers.map { due, row in
            QueuePosition(dueAtMilliseconds: Int64(bitPattern: due), caseRow: row)
        }
        let page = try await core.read { () async throws(StoreError) in
            try await core.store.queue(
                filter, after: from, limit: core.pageSize(request.pageSize))
        }
        var items: [QueueItem] = []
        for entry in page.entries { items.append(QueueItem(try views.file(entry.caseFile))) }
        let next = page.next.map { [UInt8](UInt64(bitPattern: $0.dueAtMilliseconds), $0.caseRow) }
        return ListQueueResponse(
            items: items, nextPageToken: try pages.token(next), damaged: UInt32(page.damage.count))
    }

    // MARK: Classes

    func listClusters(
        _ request: ListClustersRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListClustersResponse {
        let peer = try core.peer(call)
        var filter = ClassFilter()
        filter.platform = request.platformID.isEmpty ? nil : request.platformID
        filter.category = try request.category.known(at: "category")
        filter.least = request.atLeast == 0 ? 2 : Int64(request.atLeast)
        let pages = core.pages(.clusters, of: peer, filters: filter.tokenContext)
        let from = try pages.position(request.pageToken)?.numbers.map { open, number in
            ClassPosition(open: Int64(bitPattern: open), number: number)
        }
        let wanted = filter
        let page = try await core.read { () async throws(StoreError) in
            try await core.store.classes(
                wanted, after: from, limit: core.pageSize(request.pageSize))
        }
        let next = page.next.map { [UInt8](UInt64(bitPattern: $0.open), $0.number) }
        let clusters = page.classes.map { found in
            Cluster(
                key: ClusterKey(found.caseClass), open: UInt64(clamping: found.open),
                waiting: UInt64(clamping: found.waiting))
        }
        return ListClustersResponse(clusters: clusters, nextPageToken: try pages.token(next))
    }

    // MARK: Identities read

    func listIdentityReads(
        _ request: ListIdentityReadsRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListIdentityReadsResponse {
        let peer = try core.peer(call)
        let identifier = try core.identifier(request.caseID, at: "case_id")
        let pages = core.pages(.identityReads, of: peer, filters: identifier.bytes)
        let from = try pages.position(request.pageToken).map(UInt64.init(bigEndian:))
        let size = core.pageSize(request.pageSize)
        let reads = try await core.read { () async throws(StoreError) in
            try await core.store.identityReads(
                peer.scope, identifier, below: from, limit: size)
        }
        guard let reads else { throw RPCStatus(.notFound(.caseFile)) }
        let last = reads.count == size ? reads.last?.number.bigEndianBytes : nil
        return ListIdentityReadsResponse(
            reads: reads.map {
                RecoursMessages.IdentityRead(
                    mediator: $0.mediator, atMs: $0.atMilliseconds, reason: $0.reason)
            }, nextPageToken: try pages.token(last))
    }
}

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
        let filters = filter.tokenContext
        var position: QueuePosition?
        if !request.pageToken.isEmpty {
            let payload = try core.tokens.open(
                text: request.pageToken, for: .queue, of: peer.reference, filters: filters)
            let (due, row) = try PageNumbers.pair(payload)
            position = QueuePosition(
                dueAtMilliseconds: Int64(bitPattern: due), caseRow: row)
        }
        let from = position
        let page = try await core.read { () async throws(StoreError) in
            try await core.store.queue(
                filter, after: from, limit: core.pageSize(request.pageSize))
        }
        var items: [QueueItem] = []
        for entry in page.entries { items.append(QueueItem(try views.file(entry.caseFile))) }
        var token = ""
        if let next = page.next {
            token = try core.tokens.sealText(
                PageNumbers.bytes(UInt64(bitPattern: next.dueAtMilliseconds), next.caseRow),
                for: .queue, of: peer.reference, filters: filters)
        }
        return ListQueueResponse(items: items, nextPageToken: token)
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
        let filters = filter.tokenContext
        var position: ClassPosition?
        if !request.pageToken.isEmpty {
            let payload = try core.tokens.open(
                text: request.pageToken, for: .clusters, of: peer.reference, filters: filters)
            let (open, number) = try PageNumbers.pair(payload)
            position = ClassPosition(open: Int64(bitPattern: open), number: number)
        }
        let (from, wanted) = (position, filter)
        let page = try await core.read { () async throws(StoreError) in
            try await core.store.classes(
                wanted, after: from, limit: core.pageSize(request.pageSize))
        }
        var token = ""
        if let next = page.next {
            token = try core.tokens.sealText(
                PageNumbers.bytes(UInt64(bitPattern: next.open), next.number), for: .clusters,
                of: peer.reference, filters: filters)
        }
        let clusters = page.classes.map { found in
            Cluster(
                key: ClusterKey(found.caseClass), open: UInt64(clamping: found.open),
                waiting: UInt64(clamping: found.waiting))
        }
        return ListClustersResponse(clusters: clusters, nextPageToken: token)
    }

    // MARK: Identities read

    func listIdentityReads(
        _ request: ListIdentityReadsRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListIdentityReadsResponse {
        let peer = try core.peer(call)
        let identifier = try core.identifier(request.caseID, at: "case_id")
        var below: UInt64?
        if !request.pageToken.isEmpty {
            let payload = try core.tokens.open(
                text: request.pageToken, for: .identityReads, of: peer.reference,
                filters: identifier.bytes)
            below = try PageNumbers.pair(payload + UInt64(0).bigEndianBytes).0
        }
        let (from, size) = (below, core.pageSize(request.pageSize))
        let reads = try await core.read { () async throws(StoreError) in
            try await core.store.identityReads(
                peer.scope, identifier, below: from, limit: size)
        }
        guard let reads else { throw RPCStatus(.notFound(.caseFile)) }
        var token = ""
        if reads.count == size, let last = reads.last {
            token = try core.tokens.sealText(
                last.number.bigEndianBytes, for: .identityReads, of: peer.reference,
                filters: identifier.bytes)
        }
        return ListIdentityReadsResponse(
            reads: reads.map {
                RecoursMessages.IdentityRead(
                    mediator: $0.mediator, atMs: $0.atMilliseconds, reason: $0.reason)
            }, nextPageToken: token)
    }
}

/// Two numbers as a page token holds them.
private enum PageNumbers {
    static func bytes(_ first: UInt64, _ second: UInt64) -> [UInt8] {
        first.bigEndianBytes + second.bigEndianBytes
    }

    /// Throws INVALID_ARGUMENT if there are not two.
    static func pair(_ payload: [UInt8]) throws(RPCStatus) -> (UInt64, UInt64) {
        guard payload.count == 16 else { throw .invalid("page_token", .identifierForm) }
        let number = { (bytes: ArraySlice<UInt8>) in bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        return (number(payload[..<8]), number(payload[8...]))
    }
}

// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// `WatchService`: each watch reads on from its place whenever it is woken, a page at a time, and
/// reads no further while its caller does not take what was read.
struct WatchHandlers: WatchServiceHandling {
    private static let calmInterval = Duration.milliseconds(250)

    let core: ServiceCore

    // MARK: Inboxes

    func watchInbox(
        _ request: WatchInboxRequest, _ responses: OutboundMessages<WatchInboxResponse>,
        _ call: CallContext
    ) async throws(RPCStatus) {
        try await followInbox(from: request.fromNow ? nil : request.cursor, call) {
            (step: InboxStep, views: CaseViews) async throws(RPCStatus) in
            switch step {
            case .entry(let entry, let cursor):
                guard let snapshot = try views.snapshot(of: entry.caseFile) else { return }
                try await responses.send(
                    EncodedReplies.watchedEntry(
                        .init(kind: entry.eventKind, snapshot: snapshot, cursor: cursor)))
            case .bookmark(let cursor):
                try await responses.send(WatchInboxResponse(content: .bookmark(cursor)))
            case .damage(let count):
                try await responses.send(WatchInboxResponse(content: .damaged(UInt32(count))))
            }
        }
    }

    func watchQueue(
        _ request: WatchQueueRequest, _ responses: OutboundMessages<WatchQueueResponse>,
        _ call: CallContext
    ) async throws(RPCStatus) {
        try await followInbox(from: request.fromNow ? nil : request.cursor, call) {
            (step: InboxStep, views: CaseViews) async throws(RPCStatus) in
            switch step {
            case .entry(let entry, let cursor):
                let item = QueueItem(try views.file(entry.caseFile))
                let change = QueueChange(
                    cursor: cursor, kind: .init(rawValue: entry.eventKind), item: item)
                try await responses.send(WatchQueueResponse(content: .change(change)))
            case .bookmark(let cursor):
                try await responses.send(WatchQueueResponse(content: .bookmark(cursor)))
            case .damage(let count):
                try await responses.send(WatchQueueResponse(content: .damaged(UInt32(count))))
            }
        }
    }

    /// What a watch tells, each with the cursor to go on from.
    private enum InboxStep: Sendable {
        case entry(RecoursStore.InboxEntry, cursor: [UInt8])
        case bookmark(cursor: [UInt8])
        /// So many entries are left out.
        case damage(count: Int)
    }

    /// Reads the caller's inbox without end, from a cursor or, nil, from now on. Ends by throwing.
    private func followInbox(
        from cursor: [UInt8]?, _ call: CallContext,
        _ tell: (InboxStep, CaseViews) async throws(RPCStatus) -> Void
    ) async throws(RPCStatus) {
        let peer = try core.peer(call)
        let views = try CaseViews(of: peer)
        let cursors = PositionCursors(core: core, peer: peer)
        // Before anything is opened: a cursor of another's ends the call.
        let start = try cursor.map { cursor throws(RPCStatus) in try cursors.position(cursor) }
        let scope = try core.scope(of: peer)
        let store = core.store
        let watch = try core.watches.open(for: peer)
        defer { core.watches.close(watch) }
        // Before the first reading: what is committed later wakes the watch.
        let subscription = try await core.read { () async throws(StoreError) in
            try await store.subscribe(toInboxOf: scope) { watch.signal(.changed) }
        }
        guard let subscription else { throw RPCStatus(.notAPartner) }
        defer { subscription.end() }
        var position: UInt64
        if let start {
            position = start
        } else {
            position = try await core.read { () async throws(StoreError) in
                try await store.inboxHead(scope)
            }
        }
        var wakes: Watch.Wakes = [.changed, .silent]
        while true {
            try check(wakes, peer)
            if wakes.contains(.changed) {
                position = try await readOn(scope, position, watch) {
                    page async throws(RPCStatus) in
                    if !page.damage.isEmpty {
                        try await tell(.damage(count: page.damage.count), views)
                    }
                    for entry in page.entries {
                        let cursor = try cursors.cursor(at: entry.position)
                        try await tell(.entry(entry, cursor: cursor), views)
                        watch.hasSent()
                    }
                }
            }
            if wakes.contains(.silent) {
                try await tell(.bookmark(cursor: cursors.cursor(at: position)), views)
                watch.hasSent()
            }
            wakes = await watch.next()
        }
    }

    /// Tells all that is there after a position; returns where that ends.
    private func readOn(
        _ scope: CaseScope, _ start: UInt64, _ watch: Watch,
        _ tell: (InboxPage) async throws(RPCStatus) -> Void
    ) async throws(RPCStatus) -> UInt64 {
        var position = start
        while true {
            let page = try await core.inboxPage(
                scope, after: position, limit: core.limits.watchPageItems,
                bytes: core.limits.watchPageBytes)
            try await tell(page)
            position = page.position
            // The end of a watch does not wait for the end of a long inbox.
            if !page.more || watch.isEnding { return position }
            await waitForCalm(watch)
        }
    }

    /// What a watch has missed is read when there is room for it; what is new, at once.
    private func waitForCalm(_ watch: Watch) async {
        while core.shedder.isBusy, !watch.isEnding {
            try? await Task.sleep(for: Self.calmInterval)
        }
    }

    /// Ends a watch whose time is over.
    private func check(_ wakes: Watch.Wakes, _ peer: Peer) throws(RPCStatus) {
        if wakes.contains(.cancelled) { throw RPCStatus(.cancelled) }
        if wakes.contains(.draining) { throw RPCStatus(.draining) }
        if peer.isRevoked { throw RPCStatus(.notAPartner) }
    }

    // MARK: Cases

    func watchCase(
        _ request: WatchCaseRequest, _ responses: OutboundMessages<WatchCaseResponse>,
        _ call: CallContext
    ) async throws(RPCStatus) {
        let peer = try core.peer(call)
        let scope = try core.scope(of: peer)
        let views = try CaseViews(of: peer)
        let identifier = try core.identifier(request.caseID, at: "case_id")
        let store = core.store
        let watch = try core.watches.open(for: peer)
        defer { core.watches.close(watch) }
        let subscription = try await core.read { () async throws(StoreError) in
            try await store.subscribe(to: identifier, in: scope) { watch.signal(.changed) }
        }
        guard let subscription else { throw RPCStatus(.notFound(.caseFile)) }
        defer { subscription.end() }
        var reading = CaseReading(version: request.afterVersion)
        var wakes: Watch.Wakes = .changed
        while true {
            try check(wakes, peer)
            if wakes.contains(.changed) {
                repeat {
                    if let change = try await next(&reading, identifier, scope, views) {
                        try await responses.send(WatchCaseResponse(content: .change(change)))
                        watch.hasSent()
                    }
                } while !reading.isAtEnd
            }
            if wakes.contains(.silent) {
                try await responses.send(
                    WatchCaseResponse(content: .bookmark(reading.version)))
                watch.hasSent()
            }
            wakes = await watch.next()
        }
    }

    /// How far a case has been told.
    private struct CaseReading {
        /// Everything up to here has been told, or is hidden.
        var version: UInt64
        var isAtEnd = false
        /// Whether the case as it is must still be told: at first, and after events without it.
        var owesCase = true
    }

    /// Reads on a little; nil if there is nothing that the caller may see.
    private func next(
        _ reading: inout CaseReading, _ identifier: CaseIdentifier, _ scope: CaseScope,
        _ views: CaseViews
    ) async throws(RPCStatus) -> CaseUpdate? {
        let version = reading.version
        let found = try await core.read { () async throws(StoreError) in
            try await core.store.changes(
                scope, identifier, after: version, limit: core.limits.watchPageItems,
                bytes: core.limits.watchPageBytes)
        }
        guard let found else { throw RPCStatus(.notFound(.caseFile)) }
        let file = try views.file(found.caseFile)
        guard let view = file.view(for: views.viewer) else {
            throw RPCStatus(.notFound(.caseFile))
        }
        let events = try views.events(found.events, of: file)
        reading.version = found.events.last?.sequence ?? file.version
        reading.isAtEnd = reading.version >= file.version
        guard reading.isAtEnd else {
            reading.owesCase = reading.owesCase || !events.isEmpty
            return events.isEmpty ? nil : CaseUpdate(events: events)
        }
        defer { reading.owesCase = false }
        guard reading.owesCase || !events.isEmpty else { return nil }
        return CaseUpdate(caseFile: RecoursMessages.Case(view), events: events)
    }
}

// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

// The mediators' queue and classes, the log of identities read, and subscriptions to changes.
extension CaseStore {
    /// A page of the cases that wait for a mediator, the most urgent first.
    package func queue(
        _ filter: QueueFilter, after position: QueuePosition?, limit: Int
    ) async throws(StoreError) -> QueuePage {
        let (limits, codec) = (limits, codec)
        let page = try await list { reader throws(StoreError) in
            try reader.queue(filter, after: position ?? .beginning, limit: limit, limits, codec)
        }
        damage.note(page.damage)
        return page
    }

    /// A page of the classes of like open cases, the largest first.
    package func classes(
        _ filter: ClassFilter, after position: ClassPosition?, limit: Int
    ) async throws(StoreError) -> ClassPage {
        let limits = limits
        return try await list { reader throws(StoreError) in
            try reader.classes(filter, after: position, limit: limit, limits)
        }
    }

    /// The readings of a case's identity below a number, newest first; nil if there is no such case
    /// in the scope. No scope: any case, for operators.
    package func identityReads(
        _ scope: CaseScope?, _ identifier: CaseIdentifier, below number: UInt64?, limit: Int
    ) async throws(StoreError) -> [IdentityRead]? {
        let limit = max(1, min(limit, limits.pageItems))
        return try await list { reader throws(StoreError) in
            guard let row = try reader.row(of: identifier, in: scope) else { return nil }
            return try reader.identityReads(caseRow: row, below: number, limit: limit)
        }
    }

    // MARK: Changes

    /// Has `wake` called whenever the scope's inbox has grown, on the writer's thread. What is read
    /// after this returns misses nothing that `wake` does not tell of. Nil if the partner is not
    /// registered; throws `queueFull` if there are too many, or `stopped`.
    package func subscribe(
        toInboxOf scope: CaseScope, _ wake: @escaping @Sendable () -> Void
    ) async throws(StoreError) -> ChangeSubscription? {
        let number = try await point { reader throws(StoreError) in
            try reader.inboxNumber(scope)
        }
        guard let number else { return nil }
        return try subscribe(to: .inbox(number), wake)
    }

    /// The same for a case; nil if there is no such case in the scope.
    package func subscribe(
        to identifier: CaseIdentifier, in scope: CaseScope, _ wake: @escaping @Sendable () -> Void
    ) async throws(StoreError) -> ChangeSubscription? {
        let row = try await point { reader throws(StoreError) in
            try reader.row(of: identifier, in: scope)
        }
        guard let row else { return nil }
        return try subscribe(to: .caseFile(row), wake)
    }

    private func subscribe(
        to topic: ChangeSubscriptions.Topic, _ wake: @escaping @Sendable () -> Void
    ) throws(StoreError) -> ChangeSubscription {
        guard let token = subscriptions.add(topic, wake) else { throw .queueFull }
        return ChangeSubscription(token, of: subscriptions)
    }

    /// Where the scope's inbox ends now: 0 if nothing ever came.
    package func inboxHead(_ scope: CaseScope) async throws(StoreError) -> UInt64 {
        try await point { reader throws(StoreError) in
            guard let number = try reader.inboxNumber(scope) else { return 0 }
            return try reader.inboxHead(number)
        }
    }

    /// A case as it stands with its events after a version, at most `limit` of them and about
    /// `bytes` long; nil if there is none in the scope.
    package func changes(
        _ scope: CaseScope, _ identifier: CaseIdentifier, after version: UInt64, limit: Int,
        bytes: Int
    ) async throws(StoreError) -> StoredHistory? {
        let chain = EventChain(codec: codec)
        return try await list { reader throws(StoreError) in
            try reader.changes(
                scope, identifier, after: version, limit: limit, bytes: bytes, chain)
        }
    }
}

extension StoreReader {
    fileprivate func row(
        of identifier: CaseIdentifier, in scope: CaseScope?
    ) throws(StoreError) -> UInt64? {
        guard let scope else { return try caseRecord(identifier)?.row }
        guard let resolved = try resolve(scope) else { return nil }
        return try caseRecord(resolved, .identifier(identifier))?.row
    }

    fileprivate func changes(
        _ scope: CaseScope, _ identifier: CaseIdentifier, after version: UInt64, limit: Int,
        bytes: Int, _ chain: EventChain
    ) throws(StoreError) -> StoredHistory? {
        guard let resolved = try resolve(scope),
            let record = try caseRecord(resolved, .identifier(identifier))
        else { return nil }
        guard record.isIntact else { throw .damaged(record) }
        var events: [StoredEvent] = []
        var size = 0
        var sequence = version
        var previous = EventChain.origin
        if version > 0, version < record.version {
            let address = EventAddress(caseRow: record.row, sequence: version)
            guard let event = try event(address) else { throw .brokenChain(of: record) }
            previous = event.link
        }
        while sequence < record.version, events.count < limit, size < bytes {
            sequence += 1
            let address = EventAddress(caseRow: record.row, sequence: sequence)
            guard let event = try event(address),
                event.link == chain.link(previous: previous, leaf: chain.leaf(of: event))
            else { throw .brokenChain(of: record) }
            events.append(StoredEvent(event, after: previous))
            previous = event.link
            size += event.bytes.count
        }
        return StoredHistory(caseFile: StoredCase(record), events: events)
    }
}

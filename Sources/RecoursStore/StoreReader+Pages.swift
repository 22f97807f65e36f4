// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

// What readers of every back end do alike: scopes, checksums, filters, ends of pages.
extension StoreReader {
    /// The scope with its partner's number; nil if there is no such partner, who then sees nothing.
    package func resolve(_ scope: CaseScope) throws(StoreError) -> ResolvedScope? {
        switch scope {
        case .submitter(let reference) where reference.kind == .business:
            guard let partner = try partner(reference) else { return nil }
            guard let siren = UInt32(partner.siren), siren > 0 else {
                return .submitter(partner.number)
            }
            return .firm(partner.number, siren: siren)
        case .submitter(let reference):
            guard let partner = try partnerNumber(reference) else { return nil }
            return .submitter(partner)
        case .platform(let slug): return .platform(slug)
        case .mediator: return .mediator
        case .retention: return .retention
        }
    }

    func inboxNumber(_ scope: CaseScope) throws(StoreError) -> PartnerNumber? {
        switch scope {
        case .submitter(let reference): try partnerNumber(reference)
        case .platform(let slug):
            try partnerNumber(PartnerReference(kind: .platform, slug: slug))
        case .mediator: PartnerNumber.mediators
        case .retention: nil
        }
    }

    func record(
        _ scope: CaseScope, _ reference: CaseReference
    ) throws(StoreError) -> CaseRecord? {
        guard let resolved = try resolve(scope),
            let record = try caseRecord(resolved, reference), record.isVisible(in: resolved)
        else { return nil }
        guard record.isIntact else { throw .damaged(record) }
        return record
    }

    func storedCase(
        _ scope: CaseScope, _ reference: CaseReference
    ) throws(StoreError) -> StoredCase? {
        try record(scope, reference).map(StoredCase.init)
    }

    func history(
        _ scope: CaseScope, _ reference: CaseReference, _ chain: EventChain
    ) throws(StoreError) -> StoredHistory? {
        guard let record = try record(scope, reference) else { return nil }
        let events = try events(caseRow: record.row)
        guard chain.isWhole(events, version: record.version) else {
            throw .brokenChain(of: record)
        }
        var previous = EventChain.origin
        var stored: [StoredEvent] = []
        for event in events {
            stored.append(StoredEvent(event, after: previous))
            previous = event.link
        }
        return StoredHistory(caseFile: StoredCase(record), events: stored)
    }

    func page(
        _ scope: CaseScope, _ filter: CaseFilter, after position: CaseIdentifier?, limit: Int,
        _ limits: StoreLimits, _ codec: any SnapshotCodec
    ) throws(StoreError) -> CasePage {
        let empty = CasePage(cases: [], next: nil, damage: [])
        guard let resolved = try resolve(scope) else { return empty }
        var below: UInt64?
        if let position {
            // A position is a case the asker has seen; any other is the end of the list.
            let last = try caseRecord(resolved, .identifier(position))
            guard let last, last.isVisible(in: resolved) else { return empty }
            below = last.row
        }
        var siren: UInt32?
        if let text = filter.siren {
            guard let number = UInt32(text), number > 0 else { return empty }
            siren = number
        }
        var page = PageGatherer(limit: limit, limits)
        try visitCases(resolved, siren: siren, below: below) { record in
            guard let record else { return page.leaveOut(.corrupted("A row in a list of cases")) }
            // The back end returns only what is visible; a position must never name another's case.
            if !record.isVisible(in: resolved) { return .goOn }
            if !filter.admits(record, siren: siren) { return page.pass(record) }
            guard record.isIntact else { return page.leaveOut(.damaged(record)) }
            do throws(StoreError) {
                guard try filter.admits(record, in: resolved, codec) else {
                    return page.pass(record)
                }
            } catch {
                return page.leaveOut(error)
            }
            return page.take(record)
        }
        return page.page
    }

    func inbox(
        _ scope: CaseScope, after position: UInt64, limit: Int, _ limits: StoreLimits
    ) throws(StoreError) -> InboxPage {
        var page = InboxGatherer(after: position, limit: limit, limits)
        if let inbox = try inboxNumber(scope), let resolved = try resolve(scope) {
            try visitInbox(inbox, after: position) { item in
                switch item {
                case .damage(let through): page.leaveOut(through: through, of: inbox)
                case .entry(let entry, let record): page.take(entry, record, in: resolved)
                }
            }
        }
        let isAhead = page.isEmpty ? try isAhead(position, of: scope) : false
        return page.page(isAhead: isAhead)
    }

    private func isAhead(
        _ position: UInt64, of scope: CaseScope
    ) throws(StoreError) -> Bool {
        guard position > 0, let inbox = try inboxNumber(scope) else { return false }
        return position > (try inboxHead(inbox))
    }

    /// Verifies a slice of 256 cases from a row on; `next` is nil after the last.
    func verify(
        from first: UInt64, _ soFar: VerificationReport, _ chain: EventChain
    ) throws(StoreError) -> (report: VerificationReport, next: UInt64?) {
        var report = soFar
        let end = try nextNumbers().caseRow
        let last = min(first + 256, end)
        for row in first..<max(first, last) {
            // Rows are counted without gaps, except where a back end gave one out in vain.
            var identifier: CaseIdentifier?
            do throws(StoreError) {
                guard let record = try caseRecord(row: row) else { continue }
                report.cases += 1
                identifier = record.identifier
                let events = try events(caseRow: row)
                report.events += events.count
                if record.isIntact, try isWhole(events, of: record, chain) { continue }
            } catch {
                guard error.code == .corrupted else { throw error }
            }
            report.damagedCount += 1
            if let identifier, report.damaged.count < 100 { report.damaged.append(identifier) }
        }
        return (report, last < end ? last : nil)
    }

    /// True if these are all the events of a case, chained, and each stands in its tree.
    package func isWhole(
        _ events: [EventRecord], of record: CaseRecord, _ chain: EventChain
    ) throws(StoreError) -> Bool {
        guard chain.isWhole(events, version: record.version) else { return false }
        return try isPlanted(events, of: record, chain)
    }
}

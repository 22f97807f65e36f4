// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
package import RecoursCases

/// A store in memory: for tests of partners' programs, and the reference for the databases.
///
/// It keeps everything the contract says, except that nothing survives the process.
///
/// Unchecked because of `tables`: it is touched only with `lock` held.
package final class MemoryBackend: StoreBackend, @unchecked Sendable {
    package let identity: StoreIdentity
    private let lock = NSLock()
    private var tables = MemoryTables()

    package init() {
        var generator = SystemRandomNumberGenerator()
        self.identity = StoreIdentity(
            epoch: (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) },
            numberKey0: generator.next(), numberKey1: generator.next())
    }

    /// The store as it is now, which does not change with this one.
    package func copy() -> MemoryBackend {
        lock.lock()
        defer { lock.unlock() }
        return MemoryBackend(identity: identity, tables: tables)
    }

    private init(identity: StoreIdentity, tables: MemoryTables) {
        self.identity = identity
        self.tables = tables
    }

    package func begin(_ commands: borrowing [StoreCommand]) -> any StoreLookup {
        // Only the writer changes the tables, so it may look at them without a snapshot.
        MemoryReader(backend: self)
    }

    package func commit(_ writes: borrowing WriteSet) -> [PartnerNumber: UInt64] {
        lock.lock()
        defer { lock.unlock() }
        return tables.apply(writes)
    }

    package func rollback() {}

    package func maintain() {}

    /// Memory is never short of disk.
    package func space() -> StorageSpace {
        StorageSpace(freeBytes: .max, totalBytes: .max)
    }

    package var snapshotsHoldNobodyUp: Bool { false }
    package func makeReader(_ use: ReaderUse) -> sending any StoreReader {
        MemoryReader(backend: self)
    }

    /// Memory has no backup that could bring a case back.
    package func erasedCases() -> [CaseIdentifier] { [] }

    package func close() {}

    fileprivate func beginSnapshot() { lock.lock() }

    fileprivate func endSnapshot() { lock.unlock() }

    /// The rows, for the writer's thread or within a snapshot.
    var rows: MemoryTables {
        _read { yield tables }
    }
}

/// Reads the tables: within a snapshot, which holds the lock, or on the writer's thread.
final class MemoryReader: StoreReader {
    let backend: MemoryBackend

    init(backend: MemoryBackend) {
        self.backend = backend
    }

    func beginSnapshot() { backend.beginSnapshot() }

    func endSnapshot() { backend.endSnapshot() }

    // MARK: Lookups

    func partner(_ reference: PartnerReference) -> PartnerRecord? {
        partnerNumber(reference).flatMap(backend.rows.partner)
    }

    func partnerNumber(_ reference: PartnerReference) -> PartnerNumber? {
        backend.rows.partnerNumbers[reference]
    }

    func partner(boundTo spkiSHA256: [UInt8]) -> PartnerRecord? {
        backend.rows.keyOwners[spkiSHA256].flatMap(backend.rows.partner)
    }

    func use(of partner: PartnerNumber) -> PartnerUse? { backend.rows.uses[partner] }

    func mandates(association: PartnerNumber, siren: String) -> [Mandate] {
        let name = MemoryTables.MandateName(association: association, siren: siren)
        return backend.rows.mandates[name] ?? []
    }

    func caseRecord(_ identifier: CaseIdentifier) -> CaseRecord? {
        backend.rows.rows[identifier].flatMap(backend.rows.record)
    }

    func caseRecord(row: UInt64) -> CaseRecord? { backend.rows.record(row: row) }

    func eventAddress(submitter: PartnerNumber, externalReference: String) -> EventAddress? {
        let name = MemoryTables.ReferenceName(submitter: submitter, text: externalReference)
        return backend.rows.references[name]
    }

    func event(_ address: EventAddress) -> EventRecord? {
        let events = events(caseRow: address.caseRow)
        guard address.sequence >= 1, address.sequence <= UInt64(events.count) else { return nil }
        return events[Int(address.sequence) - 1]
    }

    func eventAddress(_ name: IdempotencyName) -> EventAddress? { backend.rows.keys[name] }

    func evidence(_ identifier: EvidenceIdentifier) -> EvidenceRecord? {
        backend.rows.evidence[identifier]
    }

    func evidence(caseRow: UInt64) -> [EvidenceRecord] {
        backend.rows.evidence.values.filter { $0.caseRow == caseRow }
    }

    func unattachedEvidence(of owner: PartnerNumber) -> EvidenceUse {
        let found = backend.rows.evidence.values.filter { $0.owner == owner && $0.caseRow == nil }
        return EvidenceUse(files: found.count, bytes: found.reduce(0) { $0 + $1.size })
    }

    func unattachedEvidence(before instant: Instant, limit: Int) -> [EvidenceRecord] {
        let found = backend.rows.unattachedEvidence.filter { $0.createdAt < instant }
        return Array(found.prefix(limit))
    }

    func treeSize(_ tree: PartnerNumber) -> UInt64 {
        UInt64(backend.rows.treeNodes[tree]?[0]?.count ?? 0)
    }

    func treeNodes(
        _ tree: PartnerNumber, level: Int, from index: UInt64, count: Int
    ) -> [[UInt8]] {
        guard let nodes = backend.rows.treeNodes[tree]?[level], index < UInt64(nodes.count)
        else { return [] }
        return Array(nodes[Int(index)...].prefix(count))
    }

    func nextNumbers() -> (caseRow: UInt64, partner: PartnerNumber) {
        let partners = UInt32(truncatingIfNeeded: backend.rows.partners.count)
        return (UInt64(backend.rows.cases.count) + 1, PartnerNumber(partners + 1))
    }

    // MARK: Reads

    func caseRecord(_ scope: ResolvedScope, _ reference: CaseReference) -> CaseRecord? {
        let row: UInt64?
        switch reference {
        case .identifier(let identifier): row = backend.rows.rows[identifier]
        case .publicNumber(let number): row = backend.rows.rowsByNumber[number]
        case .externalReference(let text):
            guard let submitter = scope.submitter else { return nil }
            row = eventAddress(submitter: submitter, externalReference: text)?.caseRow
        }
        guard let record = row.flatMap(backend.rows.record), record.isVisible(in: scope)
        else { return nil }
        return record
    }

    func visitCases(
        _ scope: ResolvedScope, siren: UInt32?, below row: UInt64?,
        _ visit: (CaseRecord?) -> VisitOrder
    ) {
        let rows: [UInt64]
        switch scope {
        case .submitter(let number): rows = backend.rows.rowsBySubmitter[number] ?? []
        case .platform(let slug): rows = backend.rows.rowsByPlatform[slug] ?? []
        case .firm, .mediator, .retention:
            rows = Array(1..<UInt64(backend.rows.cases.count) + 1)
        }
        for candidate in rows.reversed() where row.map({ candidate < $0 }) ?? true {
            guard let record = backend.rows.record(row: candidate) else { continue }
            if !record.isVisible(in: scope) { continue }
            if let siren, record.siren != siren { continue }
            if case .stop = visit(record) { return }
        }
    }

    func events(caseRow: UInt64) -> [EventRecord] {
        guard caseRow >= 1, caseRow <= UInt64(backend.rows.events.count) else { return [] }
        return backend.rows.events[Int(caseRow) - 1]
    }

    func inboxHead(_ inbox: PartnerNumber) -> UInt64 {
        UInt64(backend.rows.inboxes[inbox]?.count ?? 0)
    }

    func visitInbox(
        _ inbox: PartnerNumber, after position: UInt64, _ visit: (InboxItem) -> VisitOrder
    ) {
        guard let entries = backend.rows.inboxes[inbox], position < UInt64(entries.count)
        else { return }
        for entry in entries[Int(position)...] {
            guard let record = backend.rows.record(row: entry.caseRow) else { continue }
            if case .stop = visit(.entry(entry, record)) { return }
        }
    }

    func alarms(after position: AlarmPosition?, upTo end: Instant, limit: Int) -> [Alarm] {
        let tables = backend.rows
        var found: [Alarm] = []
        let first = position.map { tables.place(of: $0) } ?? 0
        for alarm in tables.alarms[first...] {
            guard alarm.at <= end, found.count < limit else { break }
            guard alarm != position, let record = tables.record(row: alarm.row) else { continue }
            found.append(
                Alarm(
                    position: alarm, identifier: record.identifier, version: record.version))
        }
        return found
    }

    func mark(_ mark: StoreMark) -> Int64? { backend.rows.marks[mark] }

    func partners(
        kind: PartnerKind?, after: PartnerReference?, limit: Int
    ) -> [PartnerRecord] {
        let order = { (reference: PartnerReference) in (reference.kind.rawValue, reference.slug) }
        let found = backend.rows.partners.filter { partner in
            if let kind, partner.reference.kind != kind { return false }
            return after.map { order($0) < order(partner.reference) } ?? true
        }
        return Array(found.sorted { order($0.reference) < order($1.reference) }.prefix(limit))
    }

    func mandates(association: PartnerNumber, after: Mandate?, limit: Int) -> [Mandate] {
        let order = { (mandate: Mandate) in (mandate.siren, mandate.from.dayNumber) }
        let found = backend.rows.mandates.filter { $0.key.association == association }
        return Array(
            found.values.joined()
                .filter { mandate in after.map { order($0) < order(mandate) } ?? true }
                .sorted { order($0) < order($1) }.prefix(limit))
    }

    func figures() -> FigureTally { backend.rows.figures }

    func visitRemovals(
        of submitter: PartnerNumber, _ walk: RemovalWalk, limit: Int,
        _ visit: (Removal, Int64) -> Void
    ) {
        var (firm, end): (UInt32?, Instant?) = (nil, nil)
        if case .firm(let siren, let filedBefore) = walk { (firm, end) = (siren, filedBefore) }
        var left = limit
        visitCases(.submitter(submitter), siren: firm, below: nil) { record in
            guard let record else { return .goOn }
            if let end, record.createdAtMilliseconds >= end.millisecondsSince1970 { return .goOn }
            for removal in backend.rows.removals[record.row] ?? [] where left > 0 {
                visit(removal.removal, 1)
                left -= 1
            }
            return left > 0 ? .goOn : .stop
        }
    }

    func unattachedEvidence(of owner: PartnerNumber, limit: Int) -> [EvidenceRecord] {
        Array(backend.rows.unattachedEvidence.filter { $0.owner == owner }.prefix(limit))
    }

    func pendingEvidence(after position: EvidencePosition?, limit: Int) -> [EvidenceRecord] {
        let found = backend.rows.evidence.values.filter { record in
            record.scan == .pending && record.erasedAt == nil
                && (position.map { $0 < EvidencePosition(record) } ?? true)
        }
        return Array(
            found.sorted { EvidencePosition($0) < EvidencePosition($1) }.prefix(limit))
    }

    func namesContent(_ sha256: [UInt8]) -> Bool {
        backend.rows.evidence.values.contains { $0.sha256 == sha256 && $0.erasedAt == nil }
    }

    // MARK: Mediation

    func visitQueue(
        _ filter: QueueFilter, after position: QueuePosition,
        _ visit: (QueueRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        try backend.rows.mediation.visitQueue(after: position, visit)
    }

    func visitClasses(after position: ClassPosition?, _ visit: (ClassRecord) -> VisitOrder) {
        backend.rows.mediation.visitClasses(after: position, visit)
    }

    func identityReads(caseRow: UInt64, below number: UInt64?, limit: Int) -> [IdentityRead] {
        backend.rows.mediation.identityReads(caseRow: caseRow, below: number, limit: limit)
    }

    /// Memory has no pages to check.
    func checkStructure() {}

    func scrub(_ area: ScrubArea, after place: ScrubPlace?, _ chain: EventChain) -> ScrubSlice {
        ScrubSlice()
    }
}

// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// The rows of a store in memory, as a database would hold them.
struct MemoryTables {
    struct ReferenceName: Hashable {
        var submitter: PartnerNumber
        var text: String
    }

    struct MandateName: Hashable {
        var association: PartnerNumber
        var siren: String
    }

    /// By row, which counts from 1 without gaps.
    var cases: [CaseRecord] = []
    /// By row, then by sequence; both count from 1.
    var events: [[EventRecord]] = []
    var rows: [CaseIdentifier: UInt64] = [:]
    var rowsByNumber: [PublicNumber: UInt64] = [:]
    var rowsBySubmitter: [PartnerNumber: [UInt64]] = [:]
    var rowsByPlatform: [String: [UInt64]] = [:]
    var references: [ReferenceName: EventAddress] = [:]
    var keys: [IdempotencyName: EventAddress] = [:]
    var inboxes: [PartnerNumber: [InboxRecord]] = [:]
    /// By number, which counts from 1 without gaps.
    var partners: [PartnerRecord] = []
    var partnerNumbers: [PartnerReference: PartnerNumber] = [:]
    var keyOwners: [[UInt8]: PartnerNumber] = [:]
    var uses: [PartnerNumber: PartnerUse] = [:]
    var mandates: [MandateName: [Mandate]] = [:]
    var beside = MemoryCampaigns()
    var claims = MemoryClaims()
    var figures = FigureTally()
    /// By case row.
    var removals: [UInt64: [RemovalRecord]] = [:]
    var evidence: [EvidenceIdentifier: EvidenceRecord] = [:]
    /// By tree and level, then by index.
    var treeNodes: [PartnerNumber: [Int: [[UInt8]]]] = [:]
    /// In their order.
    var alarms: [AlarmPosition] = []
    var marks: [StoreMark: Int64] = [:]
    var mediation = MemoryMediation()

    func record(row: UInt64) -> CaseRecord? {
        guard row >= 1, row <= UInt64(cases.count) else { return nil }
        return cases[Int(row) - 1]
    }

    func partner(_ number: PartnerNumber) -> PartnerRecord? {
        guard number.value >= 1, number.value <= partners.count else { return nil }
        return partners[Int(number.value) - 1]
    }

    /// Files that are attached to no case, oldest first.
    var unattachedEvidence: [EvidenceRecord] {
        evidence.values.filter { $0.caseRow == nil }.sorted {
            ($0.createdAt, $0.identifier) < ($1.createdAt, $1.identifier)
        }
    }

    /// Applies a batch; returns the heads of the inboxes that grew.
    mutating func apply(_ writes: borrowing WriteSet) -> [PartnerNumber: UInt64] {
        for number in writes.partners.keys.sorted() {
            if let record = writes.partners[number] { put(record) }
        }
        for (association, mandate) in writes.mandates { put(mandate, association) }
        uses.merge(writes.uses) { _, new in new }
        beside.apply(writes)
        claims.apply(writes.claims)
        for record in writes.newCases { insert(record) }
        for record in writes.changedCases.values { update(record) }
        mediation.apply(writes)
        for erasure in writes.erasures { erase(erasure) }
        for event in writes.events { events[Int(event.caseRow) - 1].append(event) }
        for (name, event) in writes.keys { keys[name] = event }
        figures.add(writes.figures)
        for removal in writes.removals { removals[removal.caseRow, default: []].append(removal) }
        for reference in writes.externalReferences {
            let name = ReferenceName(submitter: reference.submitter, text: reference.text)
            references[name] = reference.event
        }
        for (identifier, record) in writes.evidence { evidence[identifier] = record }
        for identifier in writes.droppedEvidence { evidence[identifier] = nil }
        for node in writes.treeNodes {
            treeNodes[node.tree, default: [:]][node.level, default: []].append(node.hash)
        }
        for (mark, value) in writes.marks { marks[mark] = max(marks[mark] ?? value, value) }
        var heads: [PartnerNumber: UInt64] = [:]
        for (inbox, entries) in writes.inboxEntries {
            var rows = inboxes.removeValue(forKey: inbox) ?? []
            for var entry in entries {
                entry.position = UInt64(rows.count) + 1
                rows.append(entry)
            }
            heads[inbox] = UInt64(rows.count)
            inboxes[inbox] = rows
        }
        return heads
    }

    private mutating func insert(_ record: CaseRecord) {
        cases.append(record)
        if let alarm = record.alarm { alarms.insert(alarm, at: place(of: alarm)) }
        events.append([])
        rows[record.identifier] = record.row
        rowsByNumber[record.number] = record.row
        rowsBySubmitter[record.submitter, default: []].append(record.row)
        if record.isTransmitted { rowsByPlatform[record.platform, default: []].append(record.row) }
    }

    private mutating func update(_ record: CaseRecord) {
        let former = cases[Int(record.row) - 1]
        cases[Int(record.row) - 1] = record
        if record.alarm != former.alarm {
            if let alarm = former.alarm { alarms.remove(at: place(of: alarm)) }
            if let alarm = record.alarm { alarms.insert(alarm, at: place(of: alarm)) }
        }
        if record.isTransmitted, !former.isTransmitted || former.platform != record.platform {
            // Transmitted later than it was filed: keep the list in the order of rows. It may have
            // been there before, and gone to another platform meanwhile.
            var rows = rowsByPlatform[record.platform] ?? []
            let place = rows.lastIndex { $0 < record.row }.map { $0 + 1 } ?? 0
            if place == rows.count || rows[place] != record.row {
                rows.insert(record.row, at: place)
                rowsByPlatform[record.platform] = rows
            }
        }
    }

    /// The index of the first alarm that is not before this one.
    func place(of alarm: AlarmPosition) -> Int {
        var low = 0
        var high = alarms.count
        while low < high {
            let middle = (low + high) / 2
            if alarms[middle] < alarm { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func erase(_ erasure: CaseErasure) {
        for event in erasure.events {
            events[Int(erasure.caseRow) - 1][Int(event.sequence) - 1] = event
        }
        let name = ReferenceName(
            submitter: erasure.submitter, text: erasure.externalReference)
        references[name] = nil
        beside.eraseWords(ofCase: erasure.caseRow)
        mediation.eraseWords(ofCase: erasure.caseRow)
    }

    private mutating func put(_ record: PartnerRecord) {
        if let former = partner(record.number) {
            for key in former.keys where keyOwners[key.spkiSHA256] == record.number {
                keyOwners[key.spkiSHA256] = nil
            }
            partners[Int(record.number.value) - 1] = record
        } else {
            partners.append(record)
            partnerNumbers[record.reference] = record.number
        }
        for key in record.keys { keyOwners[key.spkiSHA256] = record.number }
    }

    private mutating func put(_ mandate: Mandate, _ association: PartnerNumber) {
        let name = MandateName(association: association, siren: mandate.siren)
        var known = mandates[name] ?? []
        known.removeAll { $0.from == mandate.from }
        known.append(mandate)
        known.sort { $0.from < $1.from }
        mandates[name] = known
    }
}

extension CaseRecord {
    fileprivate var alarm: AlarmPosition? {
        alarmAtMilliseconds.map { AlarmPosition(atMilliseconds: $0, row: row) }
    }
}

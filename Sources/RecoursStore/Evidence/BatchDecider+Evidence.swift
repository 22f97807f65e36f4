// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

// Records of files: kept once their content is on disk, attached by commands, dropped when nobody
// has attached them.
extension BatchDecider {
    mutating func decide(_ order: EvidenceOrder) throws(StoreError) -> EvidenceOutcome {
        try changing { decider throws(StoreError) in try decider.decided(order) }
    }

    private mutating func decided(_ order: EvidenceOrder) throws(StoreError) -> EvidenceOutcome {
        switch order {
        case .keep(let identifier, let owner, let claim, let at, let contents):
            return try keep(identifier, owner, claim, at: at, in: contents)
        case .remove(let contents, let files):
            return try remove(contents, from: files)
        case .dropUnattached(let before, let limit):
            return try dropUnattached(before: before, limit: limit)
        case .judge(let identifier, let scan):
            // It may have gone while it was looked at.
            guard var record = try evidence(identifier) else { return .dropped(0) }
            guard record.scan == .pending, record.erasedAt == nil else {
                return .kept(record, isNew: false)
            }
            record.scan = scan
            return .kept(put(record), isNew: false)
        }
    }

    private mutating func keep(
        _ identifier: EvidenceIdentifier, _ reference: PartnerReference, _ claim: EvidenceClaim,
        at now: Instant, in contents: any EvidenceContents
    ) throws(StoreError) -> EvidenceOutcome {
        guard let owner = try partner(reference) else { return .refused(.unknownPartner) }
        if let known = try evidence(identifier) {
            let isSame = known.owner == owner.number && known.matches(claim)
            return isSame ? .kept(known, isNew: false) : .refused(.taken)
        }
        guard let media = claim.media, let visibility = claim.visibility else {
            throw .internalError("A file was to be kept that no rule has seen")
        }
        let limit = StoreLimits.unattachedEvidenceBytes
        let use = try lookup.unattachedEvidence(of: owner.number)
        let added = changedEvidence.values.compactMap { $0 }
            .filter { $0.owner == owner.number && $0.caseRow == nil }
            .reduce(0) { $0 + $1.size }
        guard use.bytes + added + claim.size <= limit else {
            return .refused(.tooManyUnattached(limitBytes: limit))
        }
        if let excess = try excess(of: owner, [.bytesPerDay], bytes: claim.size, at: now) {
            return .refused(.overQuota(excess))
        }
        // Whoever removes it has come before, or comes after and finds it named.
        guard contents.has(EvidenceContent(sha256: claim.sha256, size: claim.size)) else {
            return .refused(.contentGone)
        }
        try charge(owner, bytes: claim.size, at: now)
        let record = EvidenceRecord(
            identifier: identifier, owner: owner.number, ownerKind: reference.kind, caseRow: nil,
            name: claim.name, size: claim.size, sha256: claim.sha256, media: media, scan: .pending,
            visibility: visibility, channel: nil, capturedAt: claim.capturedAt,
            sourceURL: claim.sourceURL,
            createdAt: now, checksum: 0)
        return .kept(put(record), isNew: true)
    }

    private mutating func dropUnattached(
        before instant: Instant, limit: Int
    ) throws(StoreError) -> EvidenceOutcome {
        var count = 0
        for record in try lookup.unattachedEvidence(before: instant, limit: limit) {
            // An earlier command of the batch may have attached or dropped it.
            guard changedEvidence[record.identifier] == nil else { continue }
            changedEvidence[record.identifier] = .some(nil)
            writes.droppedEvidence.append(record.identifier)
            count += 1
        }
        return .dropped(count)
    }

    // MARK: Removing

    /// Removes files at once, whatever becomes of the batch: nobody else can name them before it
    /// has ended, and whoever does so later looks whether they are there.
    private mutating func remove(
        _ contents: [[UInt8]], from files: any EvidenceContents
    ) throws(StoreError) -> EvidenceOutcome {
        var unnamed: [[UInt8]] = []
        for content in contents where try !names(content) { unnamed.append(content) }
        var sweep = EvidenceSweep()
        let end = ContinuousClock.now + EvidenceOrder.removalTime
        do throws(StoreError) {
            // Were the commit lost that took a file's last name, its file would be wanted again.
            if !unnamed.isEmpty { try confirm() }
            for (place, content) in unnamed.enumerated() {
                guard place == 0 || ContinuousClock.now < end else {
                    return .removed(sweep, looked: contents.firstIndex(of: content) ?? 0)
                }
                // Asked once more: whoever is answered still has its turn.
                guard try !names(content) else { continue }
                if let bytes = try files.remove(content) { sweep.add(bytes) }
            }
        } catch {
            // The trouble of this order, not of its neighbours.
            return .failed(error)
        }
        return .removed(sweep, looked: contents.count)
    }

    /// Whether a record names a content: one that is stored, also if this batch drops it, or one
    /// that this batch stores.
    private func names(_ content: [UInt8]) throws(StoreError) -> Bool {
        let isNew = changedEvidence.values.contains {
            $0?.sha256 == content && $0?.erasedAt == nil
        }
        if isNew { return true }
        return try lookup.namesContent(content)
    }

    // MARK: Attaching

    /// What is wrong with the files that a command names, if anything. `row` is that of the case,
    /// nil for one that is not filed yet.
    mutating func violations(
        of named: NamedEvidence?, by actor: PartnerRecord, row: UInt64?
    ) throws(StoreError) -> [Violation] {
        guard let named, !named.identifiers.isEmpty else { return [] }
        var violations: [Violation] = []
        var added: [EvidenceRecord] = []
        for (place, bytes) in named.identifiers.enumerated() {
            var record: EvidenceRecord?
            if let identifier = EvidenceIdentifier(bytes: bytes) {
                record = try evidence(identifier)
            }
            guard let record, record.owner == actor.number,
                record.caseRow == nil || record.caseRow == row
            else {
                violations.append(Violation("\(named.path)[\(place)]", .unknownEvidence))
                continue
            }
            if record.caseRow == nil { added.append(record) }
        }
        let side = EvidenceSide(actor.reference.kind)
        var all = added
        if let row {
            all += try evidence(caseRow: row).filter { $0.side == side && $0.erasedAt == nil }
        }
        let bytes = all.reduce(0) { $0 + Int(clamping: $1.size) }
        for (actual, limit) in [
            (all.count, CaseLimits.evidenceFiles), (bytes, CaseLimits.evidenceBytes),
        ] where actual > limit && !added.isEmpty {
            violations.append(
                Violation(named.path, .tooMuchEvidence, limit: limit, actual: actual))
        }
        return violations
    }

    /// Attaches files that broke no rule to a case.
    mutating func attach(_ named: NamedEvidence?, to row: UInt64) throws(StoreError) {
        guard let named else { return }
        for bytes in named.identifiers {
            guard let identifier = EvidenceIdentifier(bytes: bytes),
                var record = try evidence(identifier)
            else { throw .internalError("A file to attach is not there") }
            // What the case has already, the other side may have seen.
            guard record.caseRow == nil else { continue }
            record.caseRow = row
            if let channel = named.channel {
                record.visibility = .mediatorOnly
                // What a mediator gives to one side, that side sees.
                if record.side == .mediator { record.channel = channel }
            }
            _ = put(record)
        }
    }

    /// Drops everything that is attached to a case. The files follow once no record names them.
    mutating func dropEvidence(caseRow row: UInt64) throws(StoreError) {
        // A damaged record goes as well.
        for record in try anyEvidence(caseRow: row) {
            changedEvidence[record.identifier] = .some(nil)
            writes.evidence[record.identifier] = nil
            writes.droppedEvidence.append(record.identifier)
        }
    }

    /// Erases the contents of a case's files; their records stay with the case.
    ///
    /// - Returns: how many there were.
    mutating func eraseEvidence(caseRow row: UInt64, at now: Instant) throws(StoreError) -> Int {
        let present = try evidence(caseRow: row).filter { $0.erasedAt == nil }
        for record in present { _ = put(record.erased(at: now)) }
        return present.count
    }

    // MARK: Records as the commands so far have left them

    private mutating func put(_ record: EvidenceRecord) -> EvidenceRecord {
        var record = record
        record.checksum = record.computedChecksum
        changedEvidence[record.identifier] = .some(record)
        writes.evidence[record.identifier] = record
        return record
    }

    private func evidence(
        _ identifier: EvidenceIdentifier
    ) throws(StoreError) -> EvidenceRecord? {
        if let known = changedEvidence[identifier] { return known }
        guard let record = try lookup.evidence(identifier) else { return nil }
        guard record.isIntact else { throw .damaged(record) }
        return record
    }

    private func evidence(caseRow row: UInt64) throws(StoreError) -> [EvidenceRecord] {
        let all = try anyEvidence(caseRow: row)
        for record in all where !record.isIntact { throw .damaged(record) }
        return all
    }

    private func anyEvidence(caseRow row: UInt64) throws(StoreError) -> [EvidenceRecord] {
        let stored = try lookup.evidence(caseRow: row)
            .filter { changedEvidence[$0.identifier] == nil }
        return stored + changedEvidence.values.compactMap { $0 }.filter { $0.caseRow == row }
    }
}

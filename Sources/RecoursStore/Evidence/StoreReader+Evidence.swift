// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// A file as a reader gets it, with the case it is attached to.
package struct StoredEvidence: Sendable, Hashable {
    package let record: EvidenceRecord
    /// Nil if it is attached to none.
    package let caseIdentifier: CaseIdentifier?
}

// Who may see which file: the one rule for both back ends (domain.md §7, "Evidence").
extension StoreReader {
    /// A file, or nil if there is none that the partner may see.
    func storedEvidence(
        _ viewer: PartnerReference, _ identifier: EvidenceIdentifier, _ codec: any SnapshotCodec
    ) throws(StoreError) -> StoredEvidence? {
        guard let record = try evidence(identifier), let number = try partnerNumber(viewer)
        else { return nil }
        guard record.isIntact else { throw .damaged(record) }
        guard let row = record.caseRow else {
            return record.owner == number
                ? StoredEvidence(record: record, caseIdentifier: nil) : nil
        }
        guard let caseRecord = try intactCase(row), let scope = CaseScope(viewer),
            let resolved = try resolve(scope)
        else { return nil }
        let sight = try EvidenceSight(viewer, number, resolved, caseRecord, codec)
        guard sight.admits(record) else { return nil }
        return StoredEvidence(record: record, caseIdentifier: caseRecord.identifier)
    }

    /// The files of a case which the partner may see, oldest first; nil if the partner may not know
    /// of the case.
    func storedEvidence(
        _ viewer: PartnerReference, of identifier: CaseIdentifier, _ codec: any SnapshotCodec
    ) throws(StoreError) -> [StoredEvidence]? {
        guard let number = try partnerNumber(viewer), let scope = CaseScope(viewer),
            let resolved = try resolve(scope),
            let caseRecord = try caseRecord(resolved, .identifier(identifier)),
            caseRecord.isVisible(in: resolved)
        else { return nil }
        guard caseRecord.isIntact else { throw .damaged(caseRecord) }
        let sight = try EvidenceSight(viewer, number, resolved, caseRecord, codec)
        var found: [StoredEvidence] = []
        for record in try evidence(caseRow: caseRecord.row) {
            guard record.isIntact else { throw .damaged(record) }
            if sight.admits(record) {
                found.append(StoredEvidence(record: record, caseIdentifier: identifier))
            }
        }
        return found.sorted {
            ($0.record.createdAt, $0.record.identifier)
                < ($1.record.createdAt, $1.record.identifier)
        }
    }

    /// The partner's own files that are attached to no case, oldest first.
    func unattachedEvidence(
        _ owner: PartnerReference, limit: Int
    ) throws(StoreError) -> [StoredEvidence] {
        guard let number = try partnerNumber(owner) else { return [] }
        var found: [StoredEvidence] = []
        for record in try unattachedEvidence(of: number, limit: limit) {
            guard record.isIntact else { throw .damaged(record) }
            found.append(StoredEvidence(record: record, caseIdentifier: nil))
        }
        return found
    }

    private func intactCase(_ row: UInt64) throws(StoreError) -> CaseRecord? {
        guard let record = try caseRecord(row: row) else { return nil }
        guard record.isIntact else { throw .damaged(record) }
        return record
    }
}

/// What one partner may see of the files of one case.
private struct EvidenceSight {
    private let viewer: PartnerNumber
    private let isMediator: Bool
    /// Its side, if it is a party.
    private let side: PartySide?
    /// A platform sees what others brought only if the complainant is known to it.
    private let isKept: Bool

    init(
        _ reference: PartnerReference, _ number: PartnerNumber, _ scope: ResolvedScope,
        _ caseRecord: CaseRecord, _ codec: any SnapshotCodec
    ) throws(StoreError) {
        viewer = number
        let sees = caseRecord.isVisible(in: scope)
        isMediator = reference.kind == .mediator && sees
        switch reference.kind {
        case .association, .business:
            side = sees ? .complainant : nil
            isKept = false
        case .platform:
            side = sees ? .platform : nil
            isKept = sees ? try !EvidenceSight.isIdentified(caseRecord, codec) : true
        case .mediator, .operator:
            side = nil
            isKept = true
        }
    }

    func admits(_ record: EvidenceRecord) -> Bool {
        if record.owner == viewer || isMediator { return true }
        guard let side else { return false }
        return record.channel == side || !isKept && record.visibility == .parties
    }

    private static func isIdentified(
        _ record: CaseRecord, _ codec: any SnapshotCodec
    ) throws(StoreError) -> Bool {
        do {
            return try codec.decode(record.snapshot).disclosure == .identified
        } catch {
            throw .damaged(record)
        }
    }
}

extension CaseScope {
    /// The scope in which a partner sees cases; an operator sees none.
    init?(_ reference: PartnerReference) {
        switch reference.kind {
        case .association, .business: self = .submitter(reference)
        case .platform: self = .platform(reference.slug)
        case .mediator: self = .mediator
        case .operator: return nil
        }
    }
}

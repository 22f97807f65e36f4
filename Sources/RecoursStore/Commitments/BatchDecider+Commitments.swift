// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// What a batch has in hand of commitments.
struct CommitmentBook {
    /// The open promise of a case, by its row; nil if there is none.
    var promises: [UInt64: UInt64?] = [:]
    /// Given out in this batch; nil before the first.
    var next: UInt64?
}

// Commitments: what a platform promises, and what becomes of it.
extension BatchDecider {
    mutating func decide(
        _ order: CommitmentOrder
    ) throws(StoreError) -> AdministrativeOutcome {
        switch order {
        case .make(let commitment, let origin): return try make(commitment, origin)
        case .settle(let identifier, let state, let actor, let at, let reason):
            guard var record = try commitment(identifier) else {
                return .refused(.unknownCommitment)
            }
            let wrong = CommitmentRules.settlementViolations(
                of: record.commitment, state, reason: reason)
            if !wrong.isEmpty { return .refused(.invalid(wrong)) }
            if record.commitment.state == state { return .commitment(record, isNew: false) }
            let former = record.commitment
            record.commitment.settle(state, by: actor, at: at, reason: reason)
            keep(record, after: former)
            return .commitment(record, isNew: false)
        case .settleOverdue(let at, let limit): return try settleOverdue(at, limit)
        }
    }

    private mutating func make(
        _ commitment: Commitment, _ origin: CallOrigin
    ) throws(StoreError) -> AdministrativeOutcome {
        var known = writes.commitments.values.first {
            $0.commitment.platformSlug == commitment.platformSlug && $0.origin?.key == origin.key
        }
        if known == nil {
            known = try lookup.commitment(
                ofPlatform: commitment.platformSlug, key: origin.key)
        }
        if let known {
            guard known.origin == origin else { return .refused(.keyUsedBefore) }
            return .commitment(known, isNew: false)
        }
        if case .campaign(let identifier) = commitment.scope, try campaign(identifier) == nil {
            return .refused(.unknownCampaign)
        }
        return .commitment(try keep(commitment, caseRow: nil, origin), isNew: true)
    }

    private mutating func settleOverdue(
        _ at: Instant, _ limit: Int
    ) throws(StoreError) -> AdministrativeOutcome {
        let today = at.dateInParis
        var count = 0
        for found in try lookup.overdueCommitments(before: today, limit: limit) {
            var record = writes.commitments[found.number] ?? found
            guard CommitmentRules.isOverdue(record.commitment, on: today) else { continue }
            let former = record.commitment
            record.commitment.settle(.broken, by: .system, at: at, reason: "not done in time")
            keep(record, after: former)
            count += 1
        }
        return .settled(count)
    }

    // MARK: Promises of answers

    /// Makes and settles the promise of a case, as its events say.
    mutating func followPromise(
        _ event: CaseEvent, of caseFile: CaseFile, row: UInt64
    ) throws(StoreError) {
        let promise = CommitmentRules.promise(
            in: event, of: caseFile, identifier: { codec.randomBytes(16) })
        // Few cases ever hold a promise: the others cost no look-up.
        let mayHold = caseFile.responses.contains { $0.type == .remedyPromised }
        guard promise != nil || mayHold else { return }
        if var open = try openPromise(row),
            let settlement = CommitmentRules.settlement(of: open.commitment, by: event)
        {
            open.commitment.settle(
                settlement.state, by: event.actor, at: event.at, reason: settlement.reason)
            writes.commitments[open.number] = open
            commitmentBook.promises[row] = .some(nil)
        }
        if let promise {
            let record = try keep(promise, caseRow: row, nil)
            commitmentBook.promises[row] = .some(record.number)
        }
    }

    private func openPromise(_ row: UInt64) throws(StoreError) -> CommitmentRecord? {
        if let known = commitmentBook.promises[row] {
            return known.flatMap { writes.commitments[$0] }
        }
        return try lookup.openPromise(ofCase: row)
    }

    // MARK: Rows

    private func commitment(_ identifier: [UInt8]) throws(StoreError) -> CommitmentRecord? {
        let changed = writes.commitments.values
        if let known = changed.first(where: { $0.commitment.identifier == identifier }) {
            return known
        }
        return try lookup.commitment(identifier)
    }

    private mutating func keep(_ record: CommitmentRecord, after former: Commitment) {
        writes.commitments[record.number] = record
        writes.figures.add(record.commitment.figureChanges(before: former))
    }

    mutating func keep(
        _ commitment: Commitment, caseRow: UInt64?, _ origin: CallOrigin?
    ) throws(StoreError) -> CommitmentRecord {
        var next = commitmentBook.next
        if next == nil { next = try lookup.nextCommitment() }
        guard let number = next else { throw .internalError("No number for a commitment") }
        commitmentBook.next = number + 1
        let record = CommitmentRecord(
            number: number, commitment: commitment, caseRow: caseRow, origin: origin,
            storedSteps: 0)
        writes.commitments[number] = record
        writes.figures.add(commitment.figureChanges(before: nil))
        return record
    }
}

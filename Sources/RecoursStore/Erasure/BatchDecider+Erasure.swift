// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

extension BatchDecider {
    /// Destroys, with a case that is being erased, all its events but the one that says so.
    ///
    /// - Parameter former: the case before.
    mutating func erase(
        _ former: CaseFile, of working: WorkingCase, through last: UInt64
    ) throws(StoreError) {
        var erasure = CaseErasure(
            identifier: former.identifier, caseRow: working.row, submitter: working.submitter,
            externalReference: former.draft.externalReference)
        var fresh: Set<UInt64> = []
        for place in writes.events.indices where writes.events[place].caseRow == working.row {
            let event = writes.events[place]
            fresh.insert(event.sequence)
            guard event.sequence < last else { continue }
            let erased = event.erased(leaf: chain.leaf(of: event))
            writes.events[place] = erased
            remember(erased)
        }
        for sequence in 1..<max(1, last) where !fresh.contains(sequence) {
            let address = EventAddress(caseRow: working.row, sequence: sequence)
            guard let event = try lookup.event(address) else { throw .corrupted("A case's events") }
            if event.leaf != nil { continue }
            erasure.events.append(ErasedEvent(sequence: sequence, leaf: chain.leaf(of: event)))
        }
        writes.externalReferences.removeAll { $0.event.caseRow == working.row }
        forget(erasure.externalReference, of: working.submitter)
        writes.erasures.append(erasure)
    }

    /// Erases a case once more: a backup from before its erasure has brought it back.
    mutating func eraseAgain(
        _ identifier: CaseIdentifier, at now: Instant
    ) throws(StoreError) -> AdministrativeOutcome {
        guard let working = try workingCase(identifier), let file = working.file else {
            // Filed after the backup was made, and gone with it.
            return .settled(0)
        }
        if file.state == .erased { return .settled(0) }
        let decision: Decision
        do {
            decision = try CaseRules.eraseAgain(file, at: now)
        } catch {
            throw .internalError("A case could not be erased again: \(error.message)")
        }
        _ = try adopt(decision, of: working, nil)
        try dropEvidence(caseRow: working.row)
        return .settled(1)
    }

    /// Drops the files of a case that is still closed and not held.
    mutating func dropEvidence(
        of identifier: CaseIdentifier
    ) throws(StoreError) -> AdministrativeOutcome {
        guard let working = try workingCase(identifier), let file = working.file,
            file.state.isClosed, file.legalHold.isEmpty
        else { return .settled(0) }
        try dropEvidence(caseRow: working.row)
        return .settled(1)
    }
}

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
            externalReference: try storedReference(of: working))
        var fresh: Set<UInt64> = []
        for place in writes.events.indices where writes.events[place].caseRow == working.row {
            let event = writes.events[place]
            fresh.insert(event.sequence)
            guard event.sequence < last else { continue }
            let erased = event.erased(leaf: chain.leaf(of: event), origin: sealedOrigin(of: event))
            writes.events[place] = erased
            remember(erased)
        }
        for sequence in 1..<max(1, last) where !fresh.contains(sequence) {
            let address = EventAddress(caseRow: working.row, sequence: sequence)
            guard let event = try lookup.event(address) else {
                throw .corrupted("The chain of the case in row \(working.row)")
            }
            if event.leaf != nil { continue }
            erasure.events.append(
                event.erased(leaf: chain.leaf(of: event), origin: sealedOrigin(of: event)))
        }
        writes.externalReferences.removeAll { $0.event.caseRow == working.row }
        forget(row: working.row)
        eraseWords(ofCase: working.row)
        writes.erasures.append(erasure)
    }

    /// The submitter's own name under which the case is stored: that of its first event, which a
    /// draft changed later may no longer have. Empty if it has none, or another case has it.
    private func storedReference(of working: WorkingCase) throws(StoreError) -> String {
        let address = EventAddress(caseRow: working.row, sequence: 1)
        // Of a case that is new in this batch nothing is stored yet.
        guard let first = try lookup.event(address) else { return "" }
        let name: String
        do {
            switch try codec.decodeEvent(first.bytes).kind {
            case .submitted(let draft, _), .draftSaved(let draft):
                name = draft.value.externalReference
            default: return ""
            }
        } catch {
            throw .corrupted("A case's first event")
        }
        let named = try lookup.eventAddress(
            submitter: working.submitter, externalReference: name)
        return named?.caseRow == working.row ? name : ""
    }

    /// What this batch has written about the case beside it; what is stored, the back end erases.
    private mutating func eraseWords(ofCase row: UInt64) {
        for (number, record) in writes.commitments where record.caseRow == row {
            writes.commitments[number]?.commitment.eraseText()
        }
        for place in writes.identityReads.indices
        where writes.identityReads[place].caseRow == row {
            writes.identityReads[place].reason = ""
        }
    }

    private func sealedOrigin(of event: EventRecord) -> EventOrigin? {
        event.origin.map { sealed($0, of: event) }
    }

    /// What is kept of an erased event's command: enough to know it again, and nothing to find out
    /// by trying what it may have said without the server's key.
    func sealed(_ origin: EventOrigin, of event: EventRecord) -> EventOrigin {
        var input: [UInt8] = []
        for word in [event.caseRow, event.sequence] {
            for shift in stride(from: UInt64(56), through: 0, by: -8) {
                input.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
        return EventOrigin(
            method: origin.method, fingerprint: codec.sealed(input + origin.fingerprint))
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

    /// Erases the files of a case that is still closed and not held.
    mutating func eraseEvidence(
        of identifier: CaseIdentifier, at now: Instant
    ) throws(StoreError) -> AdministrativeOutcome {
        guard let working = try workingCase(identifier), let file = working.file,
            file.state.isClosed, file.legalHold.isEmpty
        else { return .settled(0) }
        return .settled(try eraseEvidence(caseRow: working.row, at: now) > 0 ? 1 : 0)
    }
}

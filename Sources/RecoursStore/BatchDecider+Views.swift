// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

// What the mediators look at: their queue, classes of like cases, and who read whose identity.
extension BatchDecider {
    /// Takes over what a decision means for the queue and the classes. Most decisions mean nothing,
    /// and then nothing is written.
    mutating func noteForMediators(_ decision: Decision, of working: WorkingCase) {
        let file = decision.caseFile
        // A case kept by an older version was never counted: it comes in as if it were new.
        let former = working.isClassed ? working.file : nil
        let before = former?.queueRecord(row: working.row)
        let after = file.queueRecord(row: working.row)
        // Whether an older version's case has a row nobody can know without looking: it is put
        // right in any case.
        if before != after || !working.isClassed && !working.isNew {
            writes.queue[working.row] = .some(after)
        }
        if before != after, let last = decision.events.last {
            tellMediators(last, decision, working)
        }
        count(former?.caseClass, isWaiting: before != nil, by: -1)
        count(file.caseClass, isWaiting: after != nil, by: 1)
        working.isClassed = true
    }

    /// Whatever changes their queue, mediators hear of, so that whoever watches it has it whole.
    private mutating func tellMediators(
        _ last: CaseEvent, _ decision: Decision, _ working: WorkingCase
    ) {
        let isTold = decision.events.contains { event in
            InboxRouting.recipients(of: event, caseAfter: decision.caseFile).contains(.mediators)
        }
        guard !isTold else { return }
        writes.inboxEntries[.mediators, default: []].append(
            InboxRecord(
                position: 0, caseRow: working.row, eventSequence: last.sequence,
                eventKind: last.kind.number))
    }

    private mutating func count(_ caseClass: CaseClass?, isWaiting: Bool, by step: Int64) {
        guard let caseClass else { return }
        var change = writes.classes[caseClass] ?? ClassChange()
        change.open += step
        if isWaiting { change.waiting += step }
        // What goes and comes again within the batch leaves nothing to write.
        writes.classes[caseClass] = change == ClassChange() ? nil : change
    }

    /// Writes down that a mediator is about to be shown an identity. The case is there: it has just
    /// been read, and cases stay.
    mutating func note(
        _ identifier: CaseIdentifier, readBy mediator: String, reason: String, at: Instant
    ) throws(StoreError) -> AdministrativeOutcome {
        guard let record = try lookup.caseRecord(identifier) else {
            return .refused(.unknownCase)
        }
        // Of an erased case nothing is shown, and no words are kept.
        let isErased = try workingCase(identifier)?.file?.state == .erased
        writes.identityReads.append(
            IdentityRead(
                caseRow: record.row, atMilliseconds: at.millisecondsSince1970, mediator: mediator,
                reason: isErased ? "" : reason))
        return .noted
    }
}

extension CaseFile {
    fileprivate func queueRecord(row: UInt64) -> QueueRecord? {
        guard let task = mediatorTask else { return nil }
        return QueueRecord(
            caseRow: row, reason: task.reason,
            dueAtMilliseconds: task.dueAt.millisecondsSince1970, mediator: task.mediator ?? "",
            caseClass: caseClass
                ?? CaseClass(platform: addressee, category: draft.category, clause: ""))
    }
}

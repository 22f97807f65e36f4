// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

// Commands that have been given before: the first answer again, or a conflict.
extension BatchDecider {
    mutating func repetition(of use: KeyUse) throws(StoreError) -> PendingOutcome? {
        var address = keys[use.name]
        if address == nil { address = try lookup.eventAddress(use.name) }
        guard let address else { return nil }
        return try answer(again: address, to: use, field: .idempotencyKey)
    }

    mutating func repetition(
        of use: KeyUse, _ reference: ReferenceName
    ) throws(StoreError) -> PendingOutcome? {
        guard !reference.text.isEmpty else { return nil }
        var address = references[reference]
        if address == nil {
            address = try lookup.eventAddress(
                submitter: reference.submitter, externalReference: reference.text)
        }
        guard let address else { return nil }
        return try answer(again: address, to: use, field: .externalReference)
    }

    /// The first answer again if the content is the same, else a conflict.
    private func answer(
        again address: EventAddress, to use: KeyUse, field: IdempotencyConflict.Field
    ) throws(StoreError) -> PendingOutcome {
        var event = events[address]
        if event == nil { event = try lookup.event(address) }
        guard let event, event.origin != nil || event.leaf != nil else {
            throw .corrupted("The event of an idempotency key")
        }
        let record: CaseRecord?
        if address.caseRow >= firstCaseRow {
            record = writes.newCases[Int(address.caseRow - firstCaseRow)]
        } else {
            record = try lookup.caseRecord(row: address.caseRow)
        }
        guard let record else { throw .corrupted("The case of an idempotency key") }
        if !isSame(use, as: event) {
            return .final(
                .conflict(IdempotencyConflict(field: field, earlier: record.identifier)))
        }
        return .replayed(
            ReceiptDraft(
                identifier: record.identifier, publicNumber: record.number,
                state: event.stateAfter, version: event.sequence,
                filedAt: Instant(millisecondsSince1970: record.createdAtMilliseconds),
                changedAt: Instant(millisecondsSince1970: event.atMilliseconds), snapshot: nil))
    }

    /// Whether the command that made an event said the same.
    private func isSame(_ use: KeyUse, as event: EventRecord) -> Bool {
        // What an older version has erased left nothing to compare with: the key was used, and that
        // is all.
        guard let origin = event.origin else { return true }
        return origin == (event.leaf == nil ? use.origin : sealed(use.origin, of: event))
    }
}

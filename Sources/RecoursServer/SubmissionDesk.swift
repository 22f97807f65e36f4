// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursWire

/// Makes an order for the store of what a submitter sent: for single submissions and bulk alike.
///
/// All of it happens on the connection's event loop and waits for nothing.
struct SubmissionDesk: Sendable {
    let core: ServiceCore

    /// A draft that may be filed, and what its submitter may want to mend.
    struct Checked {
        let draft: ValidDraft
        let warnings: [FieldViolation]
    }

    /// Maps and validates; throws all violations at once.
    func check(
        _ message: RecoursMessages.CaseDraft?, by peer: Peer, at now: Instant
    ) throws(RPCStatus) -> Checked {
        guard let message else { throw .invalid("draft", .required) }
        var reader = MessageReader(from: .partner)
        let draft = reader.draft(message)
        var found = reader.violations
        if let violation = sizeViolation(message) { found.append(violation) }
        if peer.reference.kind == .business, draft.complainant.effectiveSiren != peer.siren {
            found.append(Violation("complainant.siren", .notTheComplainant))
        }
        do throws(Refusal) {
            let valid = try ValidDraft(
                draft, today: now.dateInParis, startingWith: found,
                encodedBy: CaseSnapshotCodec.encode)
            return Checked(
                draft: valid, warnings: valid.draft.warnings().map(FieldViolation.init))
        } catch {
            throw RPCStatus(.refusal(error))
        }
    }

    /// The order that files a checked draft under the submitter's key of 16 bytes.
    func order(
        _ checked: Checked, key: [UInt8], by peer: Peer, at now: Instant
    ) throws(RPCStatus) -> CaseOrder {
        let fingerprint = try Fingerprint.of(checked.draft)
        guard let key = IdempotencyKey(key: key, fingerprint: fingerprint) else {
            throw .invalid("idempotency_key", key.isEmpty ? .required : .identifierForm)
        }
        let identifier = CaseIdentifier(
            at: now, randomHigh: core.random(), randomLow: core.random())
        return .submit(
            Submission(
                submitter: peer.reference, key: key, identifier: identifier, draft: checked.draft,
                at: now, today: now.dateInParis, queuedBytes: queuedBytes(checked.draft.shared)))
    }

    /// The order that keeps a draft, complete or not. The rules look at it when it is stored.
    func order(
        saving message: RecoursMessages.CaseDraft?, key: [UInt8], by peer: Peer, at now: Instant
    ) throws(RPCStatus) -> CaseOrder {
        guard let message else { throw .invalid("draft", .required) }
        var reader = MessageReader(from: .partner)
        let draft = reader.draft(message).normalised()
        var found = reader.violations
        if let violation = sizeViolation(message) { found.append(violation) }
        guard found.isEmpty else { throw RPCStatus(.invalid(found)) }
        guard !key.isEmpty else { throw .invalid("idempotency_key", .required) }
        let fingerprint = try Fingerprint.of(saved: draft)
        guard let key = IdempotencyKey(key: key, fingerprint: fingerprint) else {
            throw .invalid("idempotency_key", .identifierForm)
        }
        return .submit(
            Submission(
                submitter: peer.reference, key: key,
                identifier: CaseIdentifier(
                    at: now, randomHigh: core.random(), randomLow: core.random()),
                content: .saved(draft), at: now, today: now.dateInParis,
                queuedBytes: queuedBytes(SharedDraft(draft))))
    }

    /// Only listings can make a draft large: all else together is under 300 KiB by its own rules.
    /// So the draft is measured, which costs an encoding, only if it has many.
    private func sizeViolation(_ message: RecoursMessages.CaseDraft) -> Violation? {
        guard message.listings.count > 200 else { return nil }
        let bytes = message.encodedByteCount
        let limit = core.limits.encodedDraftBytes
        return bytes > limit
            ? Violation("listings", .caseTooLarge, limit: limit, actual: bytes) : nil
    }

    /// About what the draft occupies while it waits for the store.
    private func queuedBytes(_ draft: SharedDraft) -> Int {
        1_024 + draft.value.facts.utf8.count + 512 * draft.value.listings.count
            + (draft.encoding?.count ?? 0)
    }

    func receipt(
        of outcome: CaseOutcome, warnings: [FieldViolation]
    ) throws(RPCStatus) -> SubmissionReceipt {
        let (receipt, replayed) = try core.receipt(of: outcome)
        return SubmissionReceipt(
            caseID: receipt.identifier.bytes, publicNumber: receipt.publicNumber.description,
            state: .init(receipt.state), version: receipt.version,
            filedAtMs: receipt.filedAt.millisecondsSince1970, alreadyFiled: replayed,
            warnings: warnings)
    }

    /// What the store would find of the submitter's standing, for a submission that is only
    /// checked.
    func checkStanding(
        of peer: Peer, _ draft: ValidDraft, at now: Instant
    ) async throws(RPCStatus) {
        guard peer.reference.kind == .association else { return }
        let siren = draft.draft.complainant.siren
        let mandates = try await core.mandates(association: peer.reference.slug, siren: siren)
        let today = now.dateInParis
        guard mandates.contains(where: { $0.covers(today) }) else {
            throw .invalid("complainant.siren", .noMandate)
        }
    }
}

extension ServiceCore {
    /// The mandates of an association for one firm.
    fileprivate func mandates(
        association: String, siren: String
    ) async throws(RPCStatus) -> [RecoursStore.Mandate] {
        guard let number = UInt32(siren), number > 0 else { return [] }
        // The list is by SIREN and first day: it goes on after the last day of the SIREN before.
        let digits = String(number - 1)
        let before = RecoursStore.Mandate(
            association: association,
            siren: String(repeating: "0", count: max(0, 9 - digits.count)) + digits,
            from: .latest, until: nil, documentSHA256: [])
        let page = try await read { () async throws(StoreError) in
            try await store.mandates(association: association, after: before, limit: 100)
        }
        return page.filter { $0.siren == siren }
    }
}

// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

/// Stored bytes which are not what this version, or an older one, has written.
package struct SnapshotError: Error, Hashable, Sendable {
    /// What is wrong, for the operator's log; no partner's text is in it.
    package let message: String

    init(_ message: String) {
        self.message = message
    }
}

/// Reads back what the store keeps. Unlike a partner's message it must be whole: whatever is
/// missing is an error of the store.
struct SnapshotReader {
    var reader = MessageReader(from: .store)

    mutating func caseFile(_ message: RecoursMessages.Case) throws(SnapshotError) -> CaseFile {
        guard let identifier = CaseIdentifier(bytes: message.id) else {
            throw SnapshotError("a case without identifier")
        }
        guard let number = PublicNumber(text: message.publicNumber),
            let state = RecoursCases.CaseState(rawValue: message.state.rawValue),
            let submitter = message.submitter, let draft = message.draft
        else {
            throw SnapshotError("case \(identifier) lacks its number, state, submitter or draft")
        }
        let filed = reader.draft(draft)
        let since = message.stateSinceMs == 0 ? message.updatedAtMs : message.stateSinceMs
        let caseFile = CaseFile(
            identifier: identifier, publicNumber: number, version: message.version, state: state,
            stateSince: Instant(millisecondsSince1970: since),
            submitter: try partner(submitter), draft: SharedDraft(filed),
            addressee: message.platformID.isEmpty ? filed.platformSlug : message.platformID,
            disclosure: reader.value(message.disclosure.rawValue) { "disclosure" }
                ?? filed.disclosure ?? .identified,
            terms: message.terms.map { terms($0) },
            deadlines: try deadlines(message.deadlines, of: message),
            paused: try paused(
                message.stateBeforeInformation, message.pausedDeadlines, of: message),
            withdrawn: try paused(
                message.stateBeforeWithdrawal, message.withdrawnDeadlines, of: message),
            transmittedAt: reader.instant(message.transmittedAtMs),
            acknowledgedAt: reader.instant(message.acknowledgedAtMs),
            platformContact: message.platformContact.map { reader.contact($0) },
            responses: message.responses.map { reader.response($0) },
            verdicts: message.verdicts.map { verdict($0) },
            exchanges: try exchanges(message.exchanges),
            mediation: message.mediation.map { mediation($0) },
            inadmissibility: message.inadmissibility.map { reader.inadmissibility($0) },
            mergedInto: try message.mergedInto.map(mergeTarget),
            flags: try message.flags.map(flag),
            missed: message.missedDeadlines.compactMap { .init(rawValue: $0.rawValue) },
            readdressings: message.readdressings.map(readdressing),
            reopenings: Int(message.reopenings),
            platformQuestions: Int(message.platformQuestions),
            mediatorQuestions: Int(message.mediatorQuestions), legalHold: message.legalHold,
            stateReason: message.stateReason,
            createdAt: Instant(millisecondsSince1970: message.createdAtMs),
            updatedAt: Instant(millisecondsSince1970: message.updatedAtMs))
        try checkReadable(identifier.description)
        return caseFile
    }

    mutating func event(_ message: RecoursMessages.Event) throws(SnapshotError) -> CaseEvent {
        guard let actor = message.actor,
            let stateAfter = RecoursCases.CaseState(rawValue: message.stateAfter.rawValue)
        else { throw SnapshotError("an event without actor or state") }
        let acting: Actor = actor == .system ? .system : .partner(try partner(actor))
        let kind = try kind(of: message)
        try checkReadable("an event")
        return CaseEvent(
            sequence: message.sequence, at: Instant(millisecondsSince1970: message.atMs),
            actor: acting, kind: kind,
            stateBefore: RecoursCases.CaseState(rawValue: message.stateBefore.rawValue),
            stateAfter: stateAfter)
    }

    func partner(
        _ message: RecoursMessages.PartnerReference
    ) throws(SnapshotError) -> RecoursCases.PartnerReference {
        guard let kind = RecoursCases.PartnerKind(name: message.kind) else {
            throw SnapshotError("a partner of no known kind")
        }
        return RecoursCases.PartnerReference(kind: kind, slug: message.slug)
    }

    func verdict(_ message: RecoursMessages.Verdict) -> RecoursCases.Verdict {
        RecoursCases.Verdict(
            accepted: message.accepted, reason: message.reason,
            givenAt: Instant(millisecondsSince1970: message.givenAtMs))
    }

    func checkReadable(_ subject: String) throws(SnapshotError) {
        guard let first = reader.violations.first else { return }
        throw SnapshotError("\(subject): \(first.fieldPath) is \(first.code.rawValue)")
    }
}

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
    private var reader = MessageReader(from: .store)

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
        let caseFile = CaseFile(
            identifier: identifier, publicNumber: number, version: message.version, state: state,
            submitter: try partner(submitter), draft: reader.draft(draft),
            deadlines: try deadlines(message.deadlines),
            transmittedAt: reader.instant(message.transmittedAtMs),
            platformContact: message.platformContact.map { reader.contact($0) },
            responses: message.responses.map { reader.response($0) },
            verdicts: message.verdicts.map { verdict($0) },
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

    private mutating func kind(
        of message: RecoursMessages.Event
    ) throws(SnapshotError) -> CaseEvent.Kind {
        switch (message.kind, message.payload) {
        case (.submitted, .submitted(let draft)):
            return .submitted(reader.draft(draft))
        case (.transmitted, nil): return .transmitted
        case (.routedOutOfScope, .reason(let reason)): return .routedOutOfScope(reason: reason)
        case (.routedToMediation, .reason(let reason)): return .routedToMediation(reason: reason)
        case (.acknowledged, .acknowledged(let contact)):
            return .acknowledged(reader.contact(contact))
        case (.responded, .responded(let response)): return .responded(reader.response(response))
        case (.answerAccepted, .verdict(let given)): return .answerAccepted(verdict(given))
        case (.answerRefused, .verdict(let given)): return .answerRefused(verdict(given))
        case (.withdrawn, .reason(let reason)): return .withdrawn(reason: reason)
        default:
            throw SnapshotError("an event of kind \(message.kind.rawValue) without its payload")
        }
    }

    private func partner(
        _ message: RecoursMessages.PartnerReference
    ) throws(SnapshotError) -> RecoursCases.PartnerReference {
        guard let kind = RecoursCases.PartnerKind(name: message.kind) else {
            throw SnapshotError("a partner of no known kind")
        }
        return RecoursCases.PartnerReference(kind: kind, slug: message.slug)
    }

    private func deadlines(
        _ messages: [RecoursMessages.Deadline]
    ) throws(SnapshotError) -> [RecoursCases.Deadline] {
        var deadlines: [RecoursCases.Deadline] = []
        for message in messages {
            guard let kind = RecoursCases.DeadlineKind(rawValue: message.kind.rawValue),
                let party = RecoursCases.PartyKind(rawValue: message.party.rawValue)
            else { throw SnapshotError("a deadline of no known kind") }
            deadlines.append(
                RecoursCases.Deadline(
                    kind: kind, dueAt: Instant(millisecondsSince1970: message.dueAtMs),
                    party: party))
        }
        return deadlines
    }

    private func verdict(_ message: RecoursMessages.Verdict) -> RecoursCases.Verdict {
        RecoursCases.Verdict(
            accepted: message.accepted, reason: message.reason,
            givenAt: Instant(millisecondsSince1970: message.givenAtMs))
    }

    private func checkReadable(_ subject: String) throws(SnapshotError) {
        guard let first = reader.violations.first else { return }
        throw SnapshotError("\(subject): \(first.fieldPath) is \(first.code.rawValue)")
    }
}

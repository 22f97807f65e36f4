// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursMessages

extension RecoursMessages.Case {
    /// The case as its parties see it and as the store keeps it.
    package init(_ caseFile: CaseFile) {
        self.init(
            id: caseFile.identifier.bytes,
            publicNumber: caseFile.publicNumber.description,
            version: caseFile.version,
            state: .init(caseFile.state),
            submitter: .init(caseFile.submitter),
            draft: .init(caseFile.draft),
            deadlines: caseFile.deadlines.map(RecoursMessages.Deadline.init),
            platformContact: caseFile.platformContact.map(RecoursMessages.Contact.init),
            responses: caseFile.responses.map(RecoursMessages.PlatformResponse.init),
            verdicts: caseFile.verdicts.map(RecoursMessages.Verdict.init),
            stateReason: caseFile.stateReason,
            createdAtMs: caseFile.createdAt.millisecondsSince1970,
            updatedAtMs: caseFile.updatedAt.millisecondsSince1970,
            transmittedAtMs: caseFile.transmittedAt?.millisecondsSince1970)
    }
}

extension RecoursMessages.CaseState {
    package init(_ state: RecoursCases.CaseState) {
        self.init(rawValue: state.rawValue)
    }
}

extension RecoursMessages.PartnerReference {
    package init(_ partner: RecoursCases.PartnerReference) {
        self.init(kind: partner.kind.name, slug: partner.slug)
    }

    /// The system itself acts under this name in events.
    package static let system = RecoursMessages.PartnerReference(kind: "system")

    package init(_ actor: Actor) {
        switch actor {
        case .partner(let partner): self.init(partner)
        case .system: self = .system
        }
    }
}

extension RecoursMessages.Deadline {
    init(_ deadline: RecoursCases.Deadline) {
        self.init(
            kind: .init(rawValue: deadline.kind.rawValue),
            dueAtMs: deadline.dueAt.millisecondsSince1970,
            party: .init(rawValue: deadline.party.rawValue))
    }
}

extension RecoursMessages.Verdict {
    init(_ verdict: RecoursCases.Verdict) {
        self.init(
            accepted: verdict.accepted, reason: verdict.reason,
            givenAtMs: verdict.givenAt.millisecondsSince1970)
    }
}

extension RecoursMessages.Event {
    /// The event without its hashes, which the store's chain adds.
    package init(_ event: CaseEvent) {
        self.init(
            sequence: event.sequence,
            atMs: event.at.millisecondsSince1970,
            actor: .init(event.actor),
            kind: .init(rawValue: event.kind.number),
            stateBefore: event.stateBefore.map(RecoursMessages.CaseState.init) ?? .unspecified,
            stateAfter: .init(event.stateAfter),
            payload: .init(event.kind))
    }
}

extension RecoursMessages.Event.Payload {
    fileprivate init?(_ kind: CaseEvent.Kind) {
        switch kind {
        case .submitted(let draft): self = .submitted(.init(draft))
        case .transmitted: return nil
        case .routedOutOfScope(let reason), .routedToMediation(let reason), .withdrawn(let reason):
            self = .reason(reason)
        case .acknowledged(let contact): self = .acknowledged(.init(contact))
        case .responded(let response): self = .responded(.init(response))
        case .answerAccepted(let verdict), .answerRefused(let verdict):
            self = .verdict(.init(verdict))
        }
    }
}

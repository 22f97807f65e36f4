// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursMessages

extension RecoursMessages.Event {
    /// The event without its hashes, which the store's chain adds.
    package init(_ event: CaseEvent) {
        self.init(event, payload: .init(event.kind))
    }

    /// The same with its payload, or without one where that is written already.
    init(_ event: CaseEvent, payload: Payload?) {
        var terms: RecoursCases.CampaignTerms?
        if case .submitted(_, let given) = event.kind { terms = given }
        self.init(
            sequence: event.sequence,
            atMs: event.at.millisecondsSince1970,
            actor: .init(event.actor),
            kind: .init(rawValue: event.kind.number),
            stateBefore: event.stateBefore.map(RecoursMessages.CaseState.init) ?? .unspecified,
            stateAfter: .init(event.stateAfter),
            terms: terms.map(RecoursMessages.CampaignTerms.init),
            payload: payload)
    }
}

extension RecoursMessages.Event.Payload {
    fileprivate init?(_ kind: CaseEvent.Kind) {
        switch kind {
        case .submitted(let draft, _): self = .submitted(.init(draft.value))
        case .draftSaved(let draft): self = .saved(.init(draft.value))
        case .transmitted, .mediatorAssigned: return nil
        case .acknowledged(let contact): self = .acknowledged(.init(contact))
        case .responded(let response): self = .responded(.init(response))
        case .answerAccepted(let verdict), .answerRefused(let verdict):
            self = .verdict(.init(verdict))
        case .routedOutOfScope(let reason), .routedToMediation(let reason), .withdrawn(let reason),
            .restored(let reason), .readmitted(let reason), .split(let reason),
            .takenOver(let reason), .mediatorRecused(let reason), .mediationExtended(let reason),
            .legalHoldSet(let reason), .legalHoldLifted(let reason), .erased(let reason),
            .agreementProposed(let reason):
            self = .reason(reason)
        case .inadmissibilityContested(let writing), .informationRequested(let writing),
            .informationProvided(let writing), .messagePosted(let writing),
            .reopened(let writing), .remedyProved(let writing), .mediatorStatement(let writing):
            self = .writing(.init(writing))
        case .declaredInadmissible(let given): self = .inadmissibility(.init(given))
        case .merged(let target): self = .merged(.init(target))
        case .readdressed(let readdressing): self = .readdressed(.init(readdressing))
        case .reminded(let kind, let stage):
            self = .deadline(
                .init(
                    kind: .init(rawValue: kind.rawValue), stage: .init(rawValue: stage.rawValue)))
        case .deadlineMissed(let kind):
            self = .deadline(.init(kind: .init(rawValue: kind.rawValue)))
        case .confidentialNote(let note): self = .note(.init(note))
        case .agreementAccepted(let side):
            self = .agreementAnswer(.init(side: .init(rawValue: side.rawValue)))
        case .agreementDeclined(let side, let reason):
            self = .agreementAnswer(.init(side: .init(rawValue: side.rawValue), reason: reason))
        case .mediationClosed(let outcome): self = .outcome(.init(outcome))
        case .disclosureRaised(let disclosure):
            self = .disclosure(.init(rawValue: disclosure.rawValue))
        case .flagged(let flag): self = .flag(.init(flag))
        }
    }
}

// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// Which inboxes hear of an event.
///
/// Nobody hears of what they did themselves: a submitter is told of the platform's words, a
/// platform of the submitter's. A platform hears nothing of a case that never came to it, and
/// nobody of a confidential note but whom it is for.
enum InboxRouting {
    enum Recipient: Hashable {
        case submitter
        case platform
        case mediators
        /// Those whom a clock concerns and who may have no program that reads an inbox.
        case notifier
    }

    static func recipients(of event: CaseEvent, caseAfter: CaseFile) -> [Recipient] {
        let told = told(of: event, caseAfter).filter { recipient in
            switch recipient {
            case .platform: caseAfter.transmittedAt != nil && !isByPlatform(event)
            // What the firm itself does is news to the association that filed for it.
            case .submitter: event.actor != .partner(caseAfter.submitter)
            // Mediators share an inbox: one hears of what another did.
            case .mediators, .notifier: true
            }
        }
        return isNotice(event) ? told + [.notifier] : told
    }

    /// What nobody should learn too late for want of a program: clocks, and what they lead to.
    private static func isNotice(_ event: CaseEvent) -> Bool {
        switch event.kind {
        case .reminded, .deadlineMissed, .flagged: true
        default: event.stateAfter == .inMediation && event.stateBefore != .inMediation
        }
    }

    private static func isByPlatform(_ event: CaseEvent) -> Bool {
        if case .partner(let partner) = event.actor { return partner.kind == .platform }
        return false
    }

    private static let parties: [Recipient] = [.submitter, .platform]
    private static let everybody: [Recipient] = [.submitter, .platform, .mediators]

    private static func told(of event: CaseEvent, _ caseAfter: CaseFile) -> [Recipient] {
        let isMediated = event.stateBefore == .inMediation || event.stateAfter == .inMediation
        let party = isMediated ? everybody : parties
        switch event.kind {
        case .submitted, .draftSaved, .legalHoldSet, .legalHoldLifted, .erased: return []
        case .transmitted: return [.platform]
        case .routedOutOfScope, .declaredInadmissible, .readmitted: return [.submitter]
        case .routedToMediation: return [.submitter, .mediators]
        case .inadmissibilityContested, .flagged, .mediatorRecused: return [.mediators]
        case .readdressed: return [.submitter]
        case .merged, .split, .mediatorAssigned, .mediatorStatement, .mediationExtended,
            .agreementProposed, .mediationClosed, .takenOver:
            return parties
        case .acknowledged, .responded, .answerAccepted, .answerRefused, .withdrawn, .restored,
            .informationRequested, .informationProvided, .messagePosted, .remedyProved,
            .disclosureRaised, .reopened:
            return party
        case .reminded(let kind, _):
            return concerned(by: kind, in: caseAfter)
        case .deadlineMissed: return party
        case .confidentialNote(let note):
            if !note.isByMediator { return [.mediators] }
            return note.side == .complainant ? [.submitter] : [.platform]
        case .agreementAccepted, .agreementDeclined:
            // Each side's answer is the mediator's alone until both have accepted.
            return caseAfter.mediation?.agreement?.isReached == true ? everybody : [.mediators]
        }
    }

    private static func concerned(
        by kind: DeadlineKind, in caseFile: CaseFile
    ) -> [Recipient] {
        switch caseFile.deadlines.first(where: { $0.kind == kind })?.party {
        case .business, .association: [.submitter]
        case .platform: [.platform]
        case .mediator: [.mediators]
        case nil: []
        }
    }
}

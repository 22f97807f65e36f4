// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursMessages

// What marks a case besides its state, as messages.

extension RecoursMessages.CampaignTerms {
    package init(_ terms: RecoursCases.CampaignTerms) {
        self.init(
            campaignID: terms.campaign, resolveBy: terms.resolveBy.text,
            acknowledgeDays: terms.acknowledgeDays.map(UInt32.init(clamping:)),
            answerDays: terms.answerDays.map(UInt32.init(clamping:)),
            finalAnswerDays: terms.finalAnswerDays.map(UInt32.init(clamping:)))
    }
}

extension RecoursMessages.Writing {
    package init(_ writing: RecoursCases.Writing) {
        self.init(text: writing.text, evidenceIDs: writing.evidenceIdentifiers)
    }
}

extension RecoursMessages.Exchange {
    init(_ exchange: RecoursCases.Exchange) {
        self.init(
            kind: .init(rawValue: exchange.kind.rawValue),
            authorKind: exchange.author.kind.name, authorSlug: exchange.author.slug,
            writing: .init(exchange.writing), atMs: exchange.at.millisecondsSince1970)
    }
}

extension RecoursMessages.Inadmissibility {
    package init(_ given: RecoursCases.Inadmissibility) {
        self.init(
            reason: .init(rawValue: given.reason?.rawValue ?? 0), text: given.text,
            contested: given.isContested)
    }
}

extension RecoursMessages.MergeTarget {
    package init(_ target: RecoursCases.MergeTarget) {
        self.init(
            caseID: target.identifier.bytes, publicNumber: target.publicNumber.description,
            reason: target.reason)
    }
}

extension RecoursMessages.Readdressing {
    init(_ readdressing: RecoursCases.Readdressing) {
        self.init(
            fromPlatformID: readdressing.fromPlatform, toPlatformID: readdressing.toPlatform,
            reason: readdressing.reason, atMs: readdressing.at.millisecondsSince1970)
    }
}

extension RecoursMessages.CaseFlag {
    init(_ flag: RecoursCases.CaseFlag) {
        self.init(
            kind: .init(rawValue: flag.kind.rawValue),
            linkedCases: flag.linkedCases.map(\.description))
    }
}

// MARK: Mediation

extension RecoursMessages.ConfidentialNote {
    package init(_ note: RecoursCases.ConfidentialNote) {
        self.init(
            side: .init(rawValue: note.side.rawValue), writing: .init(note.writing),
            byMediator: note.isByMediator, atMs: note.at.millisecondsSince1970)
    }
}

extension RecoursMessages.Agreement {
    init(_ agreement: RecoursCases.Agreement) {
        self.init(
            text: agreement.text, proposedAtMs: agreement.proposedAt.millisecondsSince1970,
            acceptedByComplainant: agreement.acceptedBy.contains(.complainant),
            acceptedByPlatform: agreement.acceptedBy.contains(.platform),
            declinedBy: .init(rawValue: agreement.declinedBy?.rawValue ?? 0))
    }
}

extension RecoursMessages.MediationOutcome {
    package init(_ outcome: RecoursCases.MediationOutcome) {
        self.init(
            result: .init(rawValue: outcome.result?.rawValue ?? 0), reasons: outcome.reasons,
            nextSteps: outcome.nextSteps)
    }
}

extension RecoursMessages.Mediation {
    init(_ mediation: RecoursCases.Mediation) {
        self.init(
            startedAtMs: mediation.startedAt.millisecondsSince1970,
            mediator: mediation.mediator ?? "", recused: mediation.recused,
            firstWordAtMs: mediation.firstWordAt?.millisecondsSince1970,
            extended: mediation.isExtended,
            notes: mediation.notes.map(RecoursMessages.ConfidentialNote.init),
            agreement: mediation.agreement.map(RecoursMessages.Agreement.init),
            outcome: mediation.outcome.map(RecoursMessages.MediationOutcome.init),
            daysPaused: UInt32(clamping: mediation.daysPaused))
    }
}

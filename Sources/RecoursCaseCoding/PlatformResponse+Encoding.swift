// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursMessages

extension RecoursMessages.PlatformResponse {
    package init(_ response: RecoursCases.PlatformResponse) {
        self.init(
            responseID: response.identifier,
            type: .init(rawValue: response.type?.rawValue ?? 0),
            remedies: response.remedies.map(RecoursMessages.Remedy.init),
            text: response.text,
            statementOfReasons: response.statementOfReasons
                .map(RecoursMessages.StatementOfReasons.init),
            listingAnswers: response.listingAnswers.map(RecoursMessages.ListingAnswer.init),
            dueOn: response.dueOn.text,
            contact: response.contact.map(RecoursMessages.Contact.init),
            notConcernedReason: .init(rawValue: response.notConcernedReason?.rawValue ?? 0),
            suggestedPlatformID: response.suggestedPlatformSlug,
            duplicateOf: response.duplicateOf,
            proof: response.proof,
            evidenceIDs: response.evidenceIdentifiers,
            givenAtMs: response.givenAt?.millisecondsSince1970 ?? 0,
            platformID: response.platformSlug)
    }
}

extension RecoursMessages.Remedy {
    init(_ remedy: RecoursCases.Remedy) {
        self.init(
            kind: .init(rawValue: remedy.kind?.rawValue ?? 0),
            amount: remedy.amount.map(RecoursMessages.Money.init), note: remedy.note)
    }
}

extension RecoursMessages.ListingAnswer {
    init(_ answer: RecoursCases.ListingAnswer) {
        self.init(
            platformListingID: answer.platformListingIdentifier,
            kind: .init(rawValue: answer.kind?.rawValue ?? 0), note: answer.note)
    }
}

extension RecoursMessages.StatementOfReasons {
    /// Adds what the server computes: the days of notice, and whether they are too few.
    init(_ reasons: RecoursCases.StatementOfReasons) {
        self.init(
            visibility: .init(rawValue: reasons.visibility?.rawValue ?? 0),
            monetary: .init(rawValue: reasons.monetary?.rawValue ?? 0),
            provision: .init(rawValue: reasons.provision?.rawValue ?? 0),
            account: .init(rawValue: reasons.account?.rawValue ?? 0),
            ground: .init(rawValue: reasons.ground?.rawValue ?? 0),
            legalOrTermsRef: reasons.legalOrTermsReference,
            clauseURL: reasons.clauseURL,
            facts: reasons.facts,
            explanation: reasons.explanation,
            source: .init(rawValue: reasons.source?.rawValue ?? 0),
            automatedDetection: reasons.automatedDetection,
            automatedDecision: .init(rawValue: reasons.automatedDecision?.rawValue ?? 0),
            decidedOn: reasons.decidedOn.text,
            effectiveOn: reasons.effectiveOn.text,
            endsOn: reasons.endsOn.text,
            territories: reasons.territories,
            redress: reasons.redress.map(RecoursMessages.Redress.init),
            noticeDays: reasons.noticeDays.map(Int32.init(clamping:)),
            below30: reasons.isBelowRequiredNotice)
    }
}

extension RecoursMessages.Redress {
    init(_ redress: RecoursCases.Redress) {
        self.init(
            internalComplaint: redress.internalComplaint, mediators: redress.mediators,
            outOfCourtBody: redress.outOfCourtBody)
    }
}

// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursMessages

extension MessageReader {
    /// Reads a platform's answer; what is unreadable is left out of it and noted in `violations`.
    package mutating func response(
        _ message: RecoursMessages.PlatformResponse
    ) -> RecoursCases.PlatformResponse {
        serverOnly(isSet: message.givenAtMs != 0) { "given_at_ms" }
        serverOnly(isSet: !message.platformID.isEmpty) { "platform_id" }
        return RecoursCases.PlatformResponse(
            identifier: message.responseID,
            type: value(message.type.rawValue) { "type" },
            remedies: remedies(message.remedies),
            text: message.text,
            statementOfReasons: message.statementOfReasons.map { reasons($0) },
            listingAnswers: listingAnswers(message.listingAnswers),
            dueOn: date(message.dueOn) { "due_on" },
            contact: message.contact.map { contact($0) },
            notConcernedReason: value(message.notConcernedReason.rawValue) {
                "not_concerned_reason"
            },
            suggestedPlatformSlug: message.suggestedPlatformID,
            duplicateOf: message.duplicateOf,
            proof: message.proof,
            evidenceIdentifiers: message.evidenceIDs,
            givenAt: message.givenAtMs == 0 ? nil : instant(message.givenAtMs),
            platformSlug: origin == .store ? message.platformID : "")
    }

    private mutating func remedies(
        _ messages: [RecoursMessages.Remedy]
    ) -> [RecoursCases.Remedy] {
        var remedies: [RecoursCases.Remedy] = []
        for (place, message) in messages.enumerated() {
            remedies.append(
                RecoursCases.Remedy(
                    kind: value(message.kind.rawValue) { "remedies[\(place)].kind" },
                    amount: message.amount.map { money($0) }, note: message.note))
        }
        return remedies
    }

    private mutating func listingAnswers(
        _ messages: [RecoursMessages.ListingAnswer]
    ) -> [RecoursCases.ListingAnswer] {
        var answers: [RecoursCases.ListingAnswer] = []
        for (place, message) in messages.enumerated() {
            answers.append(
                RecoursCases.ListingAnswer(
                    platformListingIdentifier: message.platformListingID,
                    kind: value(message.kind.rawValue) { "listing_answers[\(place)].kind" },
                    note: message.note))
        }
        return answers
    }

    private mutating func reasons(
        _ message: RecoursMessages.StatementOfReasons
    ) -> RecoursCases.StatementOfReasons {
        func path(_ field: String) -> String { "statement_of_reasons.\(field)" }
        serverOnly(isSet: message.noticeDays != nil) { path("notice_days") }
        serverOnly(isSet: message.below30 != nil) { path("below_30") }
        return RecoursCases.StatementOfReasons(
            visibility: value(message.visibility.rawValue) { path("visibility") },
            monetary: value(message.monetary.rawValue) { path("monetary") },
            provision: value(message.provision.rawValue) { path("provision") },
            account: value(message.account.rawValue) { path("account") },
            ground: value(message.ground.rawValue) { path("ground") },
            legalOrTermsReference: message.legalOrTermsRef,
            clauseURL: message.clauseURL,
            facts: message.facts,
            explanation: message.explanation,
            source: value(message.source.rawValue) { path("source") },
            automatedDetection: message.automatedDetection,
            automatedDecision: value(message.automatedDecision.rawValue) {
                path("automated_decision")
            },
            decidedOn: date(message.decidedOn) { path("decided_on") },
            effectiveOn: date(message.effectiveOn) { path("effective_on") },
            endsOn: date(message.endsOn) { path("ends_on") },
            territories: message.territories,
            redress: message.redress.map {
                RecoursCases.Redress(
                    internalComplaint: $0.internalComplaint, mediators: $0.mediators,
                    outOfCourtBody: $0.outOfCourtBody)
            })
    }
}

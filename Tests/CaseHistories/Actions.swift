// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// One well-formed action of each kind, and others that differ from it in one part.
package enum Actions {
    package static let writing = Writing("Un fait nouveau.")
    package static let inadmissibility = Inadmissibility(reason: .abusive, text: "Demande répétée.")
    package static let noAgreement = MediationOutcome(
        result: .noAgreement, reasons: "Les positions restent éloignées.",
        nextSteps: ["Tribunal de commerce de Paris"])
    package static let agreed = MediationOutcome(result: .resolved, reasons: "Accord trouvé.")
    package static let note = ConfidentialNote(
        side: .complainant, writing: writing, isByMediator: false, at: Samples.now)
    /// Number 42; every value below the limit is one.
    package static let merges: [MergeTarget] = [7, 8].compactMap { low in
        PublicNumber(42).map {
            MergeTarget(
                identifier: CaseIdentifier(high: 7, low: low), publicNumber: $0,
                reason: "Même affaire.")
        }
    }

    /// What each names in the table of `domain.md` §3.6, once.
    package static let one: [CaseAction] =
        [
            .changeDraft(Samples.draft(.ranking)), .file, .restore(reason: ""), .reopen(writing),
            .addInformation(writing), .contest(writing), .readdress(platform: "wish", reason: ""),
            .raiseDisclosure(.identified), .postMessage(writing), .note(note),
            .answerAgreement(accepted: true, reason: ""), .proveRemedy(writing),
            .transmit(reason: ""),
            .declareInadmissible(inadmissibility), .readmit(reason: "Fondée."),
            .split(reason: "Deux affaires."), .takeOver(reason: "Urgent."),
            .requestInformation(writing), .makeStatement(writing),
            .extendMediation(reason: "Expertise en cours."), .proposeAgreement(text: "Un avoir."),
            .closeMediation(noAgreement), .recuse(reason: "Ancien client."),
            .setLegalHold(reason: "Procédure."), .liftLegalHold(reason: "Procédure close."),
            .erase(reason: "Demande de la personne."),
        ] + merges.prefix(1).map { .merge($0) }

    /// All of which ask for something else.
    package static let all: [CaseAction] =
        one + [
            .changeDraft(Samples.draft()), .restore(reason: "x"), .reopen(Writing("x")),
            .addInformation(Writing("x")), .contest(Writing("x")),
            .readdress(platform: "wish", reason: "x"), .readdress(platform: "ebay", reason: ""),
            .raiseDisclosure(.pseudonym), .postMessage(Writing("x")),
            .postMessage(Writing("x", evidenceIdentifiers: [[1]])),
            .postMessage(Writing("x", evidenceIdentifiers: [[1], [2]])),
            .note(
                ConfidentialNote(
                    side: .platform, writing: writing, isByMediator: false, at: Samples.now)),
            .answerAgreement(accepted: false, reason: ""),
            .answerAgreement(accepted: false, reason: "x"), .proveRemedy(Writing("x")),
            .declareInadmissible(Inadmissibility(reason: .noMandate, text: "Demande répétée.")),
            .declareInadmissible(Inadmissibility(reason: .abusive, text: "x")),
            .makeStatement(Writing("x")), .closeMediation(agreed), .erase(reason: "x"),
        ] + merges.dropFirst().map { .merge($0) }
}

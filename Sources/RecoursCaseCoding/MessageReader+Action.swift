// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursMessages

extension MessageReader {
    /// Reads what somebody wants done to a case; nil if nothing is asked. What is unreadable is
    /// noted in `violations`.
    ///
    /// - Parameter mergeTarget: the case that `merge` names, which only the server can look up.
    package mutating func action(
        _ message: RecoursMessages.Action, mergeTarget: RecoursCases.MergeTarget?
    ) -> CaseAction? {
        switch message.kind {
        case .changeDraft(let draft): .changeDraft(self.draft(draft).normalised())
        case .file: .file
        case .restore(let reason): .restore(reason: reason.text)
        case .reopen(let writing): .reopen(self.writing(writing))
        case .addInformation(let writing): .addInformation(self.writing(writing))
        case .contest(let writing): .contest(self.writing(writing))
        case .readdress(let readdress):
            .readdress(platform: readdress.platformID, reason: readdress.reason)
        case .raiseDisclosure(let number):
            value(number.rawValue) { "disclosure" }.map(CaseAction.raiseDisclosure)
        case .postMessage(let writing): .postMessage(self.writing(writing))
        case .note(let note): self.note(note).map(CaseAction.note)
        case .answerAgreement(let answer):
            .answerAgreement(accepted: answer.accepted, reason: answer.reason)
        case .proveRemedy(let writing): .proveRemedy(self.writing(writing))
        default: mediatorsAction(message, mergeTarget: mergeTarget)
        }
    }

    private mutating func mediatorsAction(
        _ message: RecoursMessages.Action, mergeTarget: RecoursCases.MergeTarget?
    ) -> CaseAction? {
        switch message.kind {
        case .transmit(let reason): .transmit(reason: reason.text)
        case .declareInadmissible(let given): .declareInadmissible(inadmissibility(given))
        case .readmit(let reason): .readmit(reason: reason.text)
        case .merge: mergeTarget.map(CaseAction.merge)
        case .split(let reason): .split(reason: reason.text)
        case .takeOver(let reason): .takeOver(reason: reason.text)
        case .requestInformation(let writing): .requestInformation(self.writing(writing))
        case .makeStatement(let writing): .makeStatement(self.writing(writing))
        case .extendMediation(let reason): .extendMediation(reason: reason.text)
        case .proposeAgreement(let writing): .proposeAgreement(text: writing.text)
        case .closeMediation(let outcome): .closeMediation(self.outcome(outcome))
        case .recuse(let reason): .recuse(reason: reason.text)
        case .setLegalHold(let reason): .setLegalHold(reason: reason.text)
        case .liftLegalHold(let reason): .liftLegalHold(reason: reason.text)
        case .erase(let reason): .erase(reason: reason.text)
        default: nil
        }
    }

    func writing(_ message: RecoursMessages.Writing) -> RecoursCases.Writing {
        RecoursCases.Writing(message.text, evidenceIdentifiers: message.evidenceIDs)
    }

    /// Nil, with a violation, if it names no side.
    mutating func note(
        _ message: RecoursMessages.ConfidentialNote
    ) -> RecoursCases.ConfidentialNote? {
        serverOnly(isSet: message.atMs != 0) { "note.at_ms" }
        serverOnly(isSet: message.byMediator) { "note.by_mediator" }
        let side: RecoursCases.PartySide? = value(message.side.rawValue) { "note.side" }
        guard let side else {
            missing("note.side")
            return nil
        }
        return RecoursCases.ConfidentialNote(
            side: side, writing: writing(message.writing ?? RecoursMessages.Writing()),
            isByMediator: message.byMediator, at: Instant(millisecondsSince1970: message.atMs))
    }

    mutating func inadmissibility(
        _ message: RecoursMessages.Inadmissibility
    ) -> RecoursCases.Inadmissibility {
        serverOnly(isSet: message.contested) { "contested" }
        return RecoursCases.Inadmissibility(
            reason: value(message.reason.rawValue) { "reason" }, text: message.text,
            isContested: message.contested)
    }

    mutating func outcome(
        _ message: RecoursMessages.MediationOutcome
    ) -> RecoursCases.MediationOutcome {
        RecoursCases.MediationOutcome(
            result: value(message.result.rawValue) { "result" }, reasons: message.reasons,
            nextSteps: message.nextSteps)
    }
}

// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

// What kind an event is of, with what it brought.
extension SnapshotReader {
    mutating func kind(
        of message: RecoursMessages.Event
    ) throws(SnapshotError) -> CaseEvent.Kind {
        switch (message.kind, message.payload) {
        case (.submitted, .submitted(let draft)):
            return .submitted(
                SharedDraft(reader.draft(draft)), terms: message.terms.map { terms($0) })
        case (.draftSaved, .saved(let draft)): return .draftSaved(SharedDraft(reader.draft(draft)))
        case (.transmitted, nil): return .transmitted
        case (.acknowledged, .acknowledged(let contact)):
            return .acknowledged(reader.contact(contact))
        case (.responded, .responded(let response)): return .responded(reader.response(response))
        case (.answerAccepted, .verdict(let given)): return .answerAccepted(verdict(given))
        case (.answerRefused, .verdict(let given)): return .answerRefused(verdict(given))
        case (let kind, .reason(let reason)):
            if let found = reasoned(kind, reason) { return found }
        case (let kind, .writing(let message)):
            if let found = written(kind, reader.writing(message)) { return found }
        case (.declaredInadmissible, .inadmissibility(let given)):
            return .declaredInadmissible(reader.inadmissibility(given))
        case (.merged, .merged(let target)): return .merged(try mergeTarget(target))
        case (.readdressed, .readdressed(let change)): return .readdressed(readdressing(change))
        case (.flagged, .flag(let message)): return .flagged(try flag(message))
        case (let kind, .deadline(let mark)):
            if let found = timed(kind, mark) { return found }
        default:
            if let found = try mediated(message) { return found }
        }
        throw SnapshotError("an event of kind \(message.kind.rawValue) without its payload")
    }

    private func reasoned(
        _ kind: RecoursMessages.EventKind, _ reason: String
    ) -> CaseEvent.Kind? {
        switch kind {
        case .routedOutOfScope: .routedOutOfScope(reason: reason)
        case .routedToMediation: .routedToMediation(reason: reason)
        case .withdrawn: .withdrawn(reason: reason)
        case .restored: .restored(reason: reason)
        case .readmitted: .readmitted(reason: reason)
        case .split: .split(reason: reason)
        case .takenOver: .takenOver(reason: reason)
        case .mediatorRecused: .mediatorRecused(reason: reason)
        case .mediationExtended: .mediationExtended(reason: reason)
        case .agreementProposed: .agreementProposed(text: reason)
        case .legalHoldSet: .legalHoldSet(reason: reason)
        case .legalHoldLifted: .legalHoldLifted(reason: reason)
        case .erased: .erased(reason: reason)
        default: nil
        }
    }

    private func written(
        _ kind: RecoursMessages.EventKind, _ writing: RecoursCases.Writing
    ) -> CaseEvent.Kind? {
        switch kind {
        case .inadmissibilityContested: .inadmissibilityContested(writing)
        case .informationRequested: .informationRequested(writing)
        case .informationProvided: .informationProvided(writing)
        case .messagePosted: .messagePosted(writing)
        case .reopened: .reopened(writing)
        case .remedyProved: .remedyProved(writing)
        case .mediatorStatement: .mediatorStatement(writing)
        default: nil
        }
    }

    private func timed(
        _ kind: RecoursMessages.EventKind, _ mark: RecoursMessages.DeadlineMark
    ) -> CaseEvent.Kind? {
        guard let deadline = RecoursCases.DeadlineKind(rawValue: mark.kind.rawValue) else {
            return nil
        }
        if kind == .deadlineMissed { return .deadlineMissed(deadline) }
        guard kind == .reminded,
            let stage = RecoursCases.ReminderStage(rawValue: mark.stage.rawValue)
        else { return nil }
        return .reminded(deadline, stage)
    }

    private mutating func mediated(
        _ message: RecoursMessages.Event
    ) throws(SnapshotError) -> CaseEvent.Kind? {
        switch (message.kind, message.payload) {
        case (.mediatorAssigned, nil): return .mediatorAssigned
        case (.confidentialNote, .note(let note)):
            return reader.note(note).map(CaseEvent.Kind.confidentialNote)
        case (.agreementAccepted, .agreementAnswer(let answer)):
            return RecoursCases.PartySide(rawValue: answer.side.rawValue)
                .map(CaseEvent.Kind.agreementAccepted)
        case (.agreementDeclined, .agreementAnswer(let answer)):
            return RecoursCases.PartySide(rawValue: answer.side.rawValue)
                .map { .agreementDeclined($0, reason: answer.reason) }
        case (.mediationClosed, .outcome(let outcome)):
            return .mediationClosed(reader.outcome(outcome))
        case (.disclosureRaised, .disclosure(let disclosure)):
            return RecoursCases.Disclosure(rawValue: disclosure.rawValue)
                .map(CaseEvent.Kind.disclosureRaised)
        default: return nil
        }
    }
}

// SPDX-License-Identifier: EUPL-1.2

// What `CaseAction` asks for. Who may and in which state stands in the action's own tables; here is
// what else must hold, and what happens.
extension CaseRules {
    static func act(
        _ deciding: inout Deciding, _ action: CaseAction, _ expectedVersion: UInt64?,
        _ filing: Filing?
    ) throws(Refusal) {
        switch deciding.actor {
        case .partner: try check(deciding.actor, isOneOf: action.actors)
        case .system:
            // The system erases by retention, and sends on what waited for its like.
            switch action {
            case .erase, .transmit: break
            default: throw Refusal(.notAllowed)
            }
        }
        try deciding.check(action.states, expectedVersion)
        try refuse(action.violations(of: deciding.caseFile))
        switch action {
        case .changeDraft, .file, .restore, .reopen, .addInformation, .contest, .readdress,
            .raiseDisclosure:
            try actForComplainant(&deciding, action, filing)
        case .postMessage(let writing): try deciding.append(.messagePosted(writing))
        case .note(let note): try take(&deciding, note)
        case .answerAgreement(let accepted, let reason):
            let side = try side(of: deciding)
            try deciding.append(
                accepted ? .agreementAccepted(side) : .agreementDeclined(side, reason: reason))
        case .proveRemedy(let writing): try deciding.append(.remedyProved(writing))
        case .transmit, .declareInadmissible, .readmit, .merge, .split, .erase, .setLegalHold,
            .liftLegalHold:
            try actOnRecord(&deciding, action, filing)
        case .takeOver, .requestInformation, .makeStatement, .extendMediation,
            .proposeAgreement, .closeMediation, .recuse:
            try mediate(&deciding, action)
        }
    }

    private static func actForComplainant(
        _ deciding: inout Deciding, _ action: CaseAction, _ filing: Filing?
    ) throws(Refusal) {
        switch action {
        case .changeDraft(let draft):
            try refuse(draft.violationsAsSaved(today: deciding.today))
            try deciding.append(.draftSaved(SharedDraft(draft)))
        case .file:
            let draft = try ValidDraft(deciding.caseFile.draft, today: deciding.today)
            try file(&deciding, draft.shared, filing ?? Filing(routing: .held))
        case .restore(let reason):
            try deciding.checkWithin(days: ClockRules.restoreDays)
            try deciding.append(.restored(reason: reason))
        case .reopen(let writing):
            try deciding.checkWithin(days: ClockRules.reopenDays)
            try deciding.append(.reopened(writing))
        case .addInformation(let writing): try deciding.append(.informationProvided(writing))
        case .contest(let writing):
            try deciding.checkWithin(days: ClockRules.contestDays)
            try deciding.append(.inadmissibilityContested(writing))
        case .readdress(let platform, let reason):
            try readdress(&deciding, to: platform, reason, filing)
        case .raiseDisclosure(let disclosure):
            let wasHeld = deciding.caseFile.disclosure == .aggregate
            try deciding.append(.disclosureRaised(disclosure))
            if wasHeld, deciding.caseFile.state == .submitted {
                try route(&deciding, filing?.routing ?? .held)
            }
        default: throw Refusal(.notAllowed)
        }
    }

    private static func readdress(
        _ deciding: inout Deciding, to platform: String, _ reason: String, _ filing: Filing?
    ) throws(Refusal) {
        let caseFile = deciding.caseFile
        // Staff may do it as often as need be.
        let isMediator = deciding.actor.kind == .mediator
        try deciding.require(
            isMediator || caseFile.readdressings.count < CaseLimits.readdressings)
        let readdressing = Readdressing(
            fromPlatform: caseFile.addressee, toPlatform: platform, reason: reason,
            at: deciding.now)
        try deciding.append(.readdressed(readdressing))
        try route(&deciding, filing?.routing ?? .held)
    }

    private static func actOnRecord(
        _ deciding: inout Deciding, _ action: CaseAction, _ filing: Filing?
    ) throws(Refusal) {
        switch action {
        case .transmit:
            // Without an account there is no inbox to send it to; the mediator takes it instead.
            if filing?.routing == .platformWithoutAccount {
                try route(&deciding, .platformWithoutAccount)
            } else {
                try deciding.append(.transmitted)
            }
        case .declareInadmissible(let given):
            try deciding.append(
                .declaredInadmissible(Inadmissibility(reason: given.reason, text: given.text)))
        case .readmit(let reason): try deciding.append(.readmitted(reason: reason))
        case .merge(let target): try deciding.append(.merged(target))
        case .split(let reason): try deciding.append(.split(reason: reason))
        case .erase(let reason):
            try deciding.require(deciding.caseFile.legalHold.isEmpty)
            try deciding.append(.erased(reason: reason))
        case .setLegalHold(let reason): try deciding.append(.legalHoldSet(reason: reason))
        case .liftLegalHold(let reason):
            try deciding.require(!deciding.caseFile.legalHold.isEmpty)
            try deciding.append(.legalHoldLifted(reason: reason))
        default: throw Refusal(.notAllowed)
        }
    }
}

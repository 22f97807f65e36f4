// SPDX-License-Identifier: EUPL-1.2

/// What parties and mediators do to a case beyond filing, answering and judging it.
package enum CaseAction: Hashable, Sendable {
    // The complainant's side.
    indirect case changeDraft(CaseDraft)
    case file
    case restore(reason: String)
    case reopen(Writing)
    case addInformation(Writing)
    case contest(Writing)
    case readdress(platform: String, reason: String)
    case raiseDisclosure(Disclosure)

    // Any party.
    case postMessage(Writing)
    case note(ConfidentialNote)
    case answerAgreement(accepted: Bool, reason: String)

    // The platform.
    case proveRemedy(Writing)

    // The mediator.
    case transmit(reason: String)
    case declareInadmissible(Inadmissibility)
    case readmit(reason: String)
    case merge(MergeTarget)
    case split(reason: String)
    case takeOver(reason: String)
    case requestInformation(Writing)
    case makeStatement(Writing)
    case extendMediation(reason: String)
    case proposeAgreement(text: String)
    case closeMediation(MediationOutcome)
    case recuse(reason: String)
    case setLegalHold(reason: String)
    case liftLegalHold(reason: String)
    /// Also the system's, when retention says so.
    case erase(reason: String)
}

extension CaseAction {
    /// Which kinds of partner may ever do it: whose case it is, and in which state, is decided on
    /// the case. The one table of who does what.
    package var actors: Set<PartnerKind> {
        switch self {
        case .changeDraft, .file, .restore, .reopen, .addInformation, .contest, .raiseDisclosure:
            [.association, .business]
        case .readdress: [.association, .business, .mediator]
        case .postMessage, .note: [.association, .business, .platform, .mediator]
        case .answerAgreement: [.association, .business, .platform]
        case .proveRemedy: [.platform]
        case .transmit, .declareInadmissible, .readmit, .merge, .split, .takeOver,
            .requestInformation, .makeStatement, .extendMediation, .proposeAgreement,
            .closeMediation, .recuse, .setLegalHold, .liftLegalHold, .erase:
            [.mediator]
        }
    }

    /// The states of `domain.md` §3.6 in which it is possible.
    package var states: Set<CaseState> {
        switch self {
        case .changeDraft, .file: [.draft]
        case .restore: [.withdrawn]
        case .reopen: [.resolved]
        case .contest, .readmit: [.inadmissible]
        case .readdress, .transmit, .declareInadmissible: [.submitted]
        case .addInformation, .raiseDisclosure, .merge: CaseState.underWay
        case .postMessage: CaseState.underWay.subtracting([.submitted])
        case .note, .answerAgreement, .extendMediation, .proposeAgreement, .closeMediation,
            .requestInformation, .makeStatement:
            [.inMediation]
        case .proveRemedy: [.remedyPending]
        case .split: [.duplicate]
        case .takeOver:
            [
                .transmitted, .acknowledged, .inProgress, .answered, .remedyPending, .inMediation,
                .resolved, .noAgreement, .inadmissible,
            ]
        case .recuse: CaseState.underWay
        case .setLegalHold, .liftLegalHold: Set(CaseState.allCases).subtracting([.draft, .erased])
        // A draft too: whom it names may want it gone as well.
        case .erase:
            Set(CaseState.allCases.filter { $0 == .draft || $0.isClosed && $0 != .erased })
        }
    }

    /// The platform to which it addresses the case, if it does.
    package func addressee(of caseFile: CaseFile) -> String? {
        switch self {
        case .readdress(let platform, _): platform
        case .file, .transmit, .raiseDisclosure: caseFile.addressee
        default: nil
        }
    }
}

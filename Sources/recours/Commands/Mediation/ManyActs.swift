// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// The acts that make sense for a class of like cases, with what each needs.
enum ManyAct: String, CaseIterable, ExpressibleByArgument, Sendable {
    case take, say, ask, propose, close, extend, transmit, reject, hold, unhold

    /// The action; `text` is its words or its reason.
    func action(
        _ text: String, _ end: OutcomeArguments, because: String?
    ) throws(CommandError) -> Action.Kind {
        let writing = Writing(text: text)
        let reason = Reason(text: text)
        switch self {
        case .take: return .takeOver(reason)
        case .say: return .makeStatement(writing)
        case .ask: return .requestInformation(writing)
        case .propose: return .proposeAgreement(writing)
        case .close: return .closeMediation(try end.outcome(reasons: text))
        case .extend: return .extendMediation(reason)
        case .transmit: return .transmit(reason)
        case .reject:
            guard let because else {
                throw CommandError(
                    .usage, OptionSentence.reasonNeeded, remedy: OptionSentence.addBecause)
            }
            let kind = try value(because, Labels.inadmissibilities, .reason)
            return .declareInadmissible(Inadmissibility(reason: kind, text: text))
        case .hold: return .setLegalHold(reason)
        case .unhold: return .liftLegalHold(reason)
        }
    }
}

/// Names an act by what it does to which case in which run: sent again, it is the same act. So a
/// run that was killed anywhere is finished by the same command, without a file to remember it.
enum ActIdentity {
    static func key(
        of action: Action, on caseID: [UInt8], run: String
    ) throws(CommandError) -> IdempotencyKey {
        try ContentKey.key(
            of: Array("recours act\0\(run)\0".utf8) + caseID + action.serializedBytes())
    }
}

/// A case that one of many acts is for.
struct ActTarget: Sendable, Equatable {
    let identifier: [UInt8]
    let number: String
}

/// What became of one act of many.
struct ActRow: Encodable, Equatable {
    let publicNumber: String
    let caseId: String
    /// `DONE`, `ALREADY_DONE`, or the refusal's code.
    let outcome: String
    var message = ""

    init(_ target: ActTarget, _ result: Result<ActResponse, RecoursError>) {
        publicNumber = target.number
        caseId = CaseReference.text(of: target.identifier)
        switch result {
        case .success(let done):
            outcome = done.alreadyDone ? "ALREADY_DONE" : "DONE"
            message = Labels.states.name(of: done.state)
        case .failure(let error):
            outcome = error.code.name ?? "\(error.code.rawValue)"
            message = CommandError(error).message
        }
    }
}

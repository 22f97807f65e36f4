// SPDX-License-Identifier: EUPL-1.2

import RecoursCases

/// What people do with a case in its state, the likelier the oftener it stands here.
enum LikelyMoves {
    enum What {
        case acknowledge
        case respond([ResponseType])
        case judge(accepted: Bool)
        case withdraw
        case act(CaseAction)
    }

    struct Move {
        let side: LifeCycleTable.Side
        let what: What

        init(_ side: LifeCycleTable.Side, _ what: What) {
            self.side = side
            self.what = what
        }
    }

    private static let final: [ResponseType] = [
        .remedyDone, .remedyPromised, .remedyPromised, .explanation, .decisionUpheld,
        .alreadySettled, .duplicateOf,
    ]

    static func moves(in caseFile: CaseFile) -> [Move] {
        let lifting = Move(.mediator, .act(.liftLegalHold(reason: "Close.")))
        return usual(caseFile) + usual(caseFile) + usual(caseFile) + rare
            + (caseFile.legalHold.isEmpty ? [] : [lifting, lifting])
    }

    private static let rare: [Move] =
        [
            Move(.complainant, .withdraw),
            Move(.complainant, .act(.raiseDisclosure(.identified))),
            Move(.complainant, .act(.addInformation(Actions.writing))),
            Move(.complainant, .act(.postMessage(Actions.writing))),
            Move(.mediator, .act(.recuse(reason: "Ancien client."))),
            Move(.mediator, .act(.takeOver(reason: "Cas urgent."))),
            Move(.mediator, .act(.setLegalHold(reason: "Procédure."))),
        ] + Actions.merges.map { Move(.mediator, .act(.merge($0))) }

    private static func usual(_ caseFile: CaseFile) -> [Move] {
        switch caseFile.state {
        case .draft:
            [
                Move(.complainant, .act(.changeDraft(Samples.draft(.ranking)))),
                Move(.complainant, .act(.file)), Move(.complainant, .act(.file)),
            ]
        case .submitted: submitted
        case .transmitted:
            [
                Move(.platform, .acknowledge), Move(.platform, .acknowledge),
                Move(.platform, .acknowledge), Move(.platform, .respond(final)),
                Move(.platform, .respond([.notConcerned])),
            ]
        case .acknowledged:
            [
                Move(.platform, .respond([.inProgress])), Move(.platform, .respond([.infoNeeded])),
                Move(.platform, .respond([.infoNeeded])), Move(.platform, .respond(final)),
                Move(.platform, .respond([.notConcerned])),
            ]
        case .inProgress:
            [
                Move(.platform, .respond([.infoNeeded])), Move(.platform, .respond(final)),
                Move(.platform, .respond([.notConcerned])),
                Move(.platform, .act(.postMessage(Actions.writing))),
            ]
        case .infoRequested: [Move(.complainant, .act(.addInformation(Actions.writing)))]
        case .answered:
            [
                Move(.complainant, .judge(accepted: true)),
                Move(.complainant, .judge(accepted: false)),
            ]
        case .remedyPending:
            [
                Move(.platform, .act(.proveRemedy(Actions.writing))),
                Move(.complainant, .judge(accepted: true)),
                Move(.complainant, .judge(accepted: false)),
            ]
        case .inMediation: mediation
        case .resolved:
            [
                Move(.complainant, .act(.reopen(Actions.writing))), erasure,
                Move(.mediator, .act(.takeOver(reason: "Fait nouveau."))),
            ]
        case .noAgreement:
            [erasure, Move(.mediator, .act(.takeOver(reason: "Fait nouveau.")))]
        case .inadmissible:
            [
                Move(.complainant, .act(.contest(Actions.writing))),
                Move(.mediator, .act(.readmit(reason: "Fondée."))), erasure,
            ]
        case .duplicate: [Move(.mediator, .act(.split(reason: "Deux affaires."))), erasure]
        case .withdrawn: [Move(.complainant, .act(.restore(reason: ""))), erasure]
        case .erased: [erasure]
        }
    }

    private static let erasure = Move(.system, .act(.erase(reason: "Fin de conservation.")))

    private static let submitted: [Move] = [
        Move(.mediator, .act(.transmit(reason: ""))), Move(.system, .act(.transmit(reason: ""))),
        Move(.mediator, .act(.declareInadmissible(Actions.inadmissibility))),
        Move(.complainant, .act(.readdress(platform: "wish", reason: ""))),
        Move(.complainant, .act(.readdress(platform: "ebay", reason: ""))),
        Move(.mediator, .act(.readdress(platform: "amazon", reason: ""))),
    ]

    private static let mediation: [Move] = [
        Move(.mediator, .act(.makeStatement(Actions.writing))),
        Move(.mediator, .act(.requestInformation(Actions.writing))),
        Move(.mediator, .act(.extendMediation(reason: "Expertise."))),
        Move(.mediator, .act(.proposeAgreement(text: "Un avoir."))),
        Move(.mediator, .act(.closeMediation(Actions.agreed))),
        Move(.mediator, .act(.closeMediation(Actions.noAgreement))),
        Move(.mediator, .act(.note(Actions.note))), Move(.complainant, .act(.note(Actions.note))),
        Move(.platform, .respond(final)),
        Move(.platform, .act(.answerAgreement(accepted: true, reason: ""))),
        Move(.complainant, .act(.answerAgreement(accepted: true, reason: ""))),
        Move(.complainant, .act(.answerAgreement(accepted: false, reason: "Trop peu."))),
        Move(.platform, .act(.answerAgreement(accepted: false, reason: "Trop."))),
        Move(.platform, .act(.postMessage(Actions.writing))),
        Move(
            .platform,
            .act(
                .note(
                    ConfidentialNote(
                        side: .platform, writing: Actions.writing, isByMediator: false,
                        at: Samples.now)))),
    ]
}

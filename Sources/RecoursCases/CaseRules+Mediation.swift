// SPDX-License-Identifier: EUPL-1.2

// What mediators do, and what is said to them alone.
extension CaseRules {
    static func mediate(_ deciding: inout Deciding, _ action: CaseAction) throws(Refusal) {
        try checkFree(deciding)
        if case .recuse(let reason) = action {
            try deciding.append(.mediatorRecused(reason: reason))
            return
        }
        if case .takeOver(let reason) = action {
            if deciding.caseFile.state == .inMediation {
                try deciding.require(deciding.caseFile.mediation?.mediator != deciding.actor.slug)
                try deciding.append(.mediatorAssigned)
            } else {
                try deciding.append(.takenOver(reason: reason))
            }
            return
        }
        try takeCharge(&deciding)
        switch action {
        case .requestInformation(let writing):
            try deciding.append(.informationRequested(writing))
        case .makeStatement(let writing): try deciding.append(.mediatorStatement(writing))
        case .extendMediation(let reason): try deciding.append(.mediationExtended(reason: reason))
        case .proposeAgreement(let text): try deciding.append(.agreementProposed(text: text))
        case .closeMediation(let outcome): try deciding.append(.mediationClosed(outcome))
        default: throw Refusal(.notAllowed)
        }
    }

    /// Keeps a confidential note in the channel of its side: a party writes in its own, the
    /// mediator in either.
    static func take(_ deciding: inout Deciding, _ note: ConfidentialNote) throws(Refusal) {
        let isByMediator = deciding.actor.kind == .mediator
        if isByMediator {
            try checkFree(deciding)
            try takeCharge(&deciding)
        }
        let side = isByMediator ? note.side : try side(of: deciding)
        // A party that names the other's channel has misunderstood who reads it.
        try deciding.require(side == note.side)
        try deciding.append(
            .confidentialNote(
                ConfidentialNote(
                    side: side, writing: note.writing, isByMediator: isByMediator,
                    at: deciding.now)))
    }

    /// The side of a party that sees the case.
    static func side(of deciding: Deciding) throws(Refusal) -> PartySide {
        switch deciding.actor.kind {
        case .association, .business: return .complainant
        case .platform: return .platform
        case .mediator, .operator, nil: throw Refusal(.notAllowed)
        }
    }

    /// Who acts on a mediation that nobody has in charge, has it from now on; another's is taken
    /// over first, in so many words.
    private static func takeCharge(_ deciding: inout Deciding) throws(Refusal) {
        guard let mediator = deciding.caseFile.mediation?.mediator else {
            try deciding.append(.mediatorAssigned)
            return
        }
        guard mediator == deciding.actor.slug else { throw Refusal(.anotherMediator) }
    }

    /// A mediator with a conflict of interest does nothing more in the case.
    private static func checkFree(_ deciding: Deciding) throws(Refusal) {
        guard let slug = deciding.actor.slug,
            deciding.caseFile.mediation?.recused.contains(slug) != true
        else { throw Refusal(.recused) }
    }
}

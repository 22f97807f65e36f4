// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

/// A case in each state, in variants where a state has conditions of its own. All are of one firm
/// that has shown itself by a pseudonym only.
enum Stage: String, CaseIterable {
    case draft = "1"
    case submitted = "2"
    /// Its platform is not concerned.
    case sentBack = "2n"
    case transmitted = "3"
    case acknowledged = "4"
    case inProgress = "5"
    case infoRequested = "6"
    case answered = "7"
    /// The answer is a promise.
    case promised = "7p"
    case remedyPending = "8"
    /// The promise is said to be kept.
    case remedyProved = "8p"
    case inMediation = "9"
    /// An agreement is proposed.
    case agreementProposed = "9a"
    case resolved = "10"
    case noAgreement = "11"
    case inadmissible = "12"
    case contested = "12c"
    case duplicate = "13"
    case withdrawn = "14"
    case erased = "15"

    /// The number of the state without the variant's letter.
    var state: CaseState? {
        Int32(rawValue.filter(\.isNumber)).flatMap(CaseState.init(rawValue:))
    }

    /// Whether the case ever was in the inbox of the platform addressed.
    var isKnownToPlatform: Bool {
        switch self {
        case .draft, .submitted, .inadmissible, .contested: false
        default: true
        }
    }

    /// Whether the platform has taken note in it.
    var isAcknowledged: Bool {
        switch self {
        case .acknowledged, .inProgress, .infoRequested: true
        default: false
        }
    }

    static let contact = CaseCommand.acknowledge(Samples.contact)

    func caseFile() throws -> CaseFile {
        let submitter = Samples.association
        let platform = Samples.platform
        let mediator = Samples.mediator
        func after(_ stage: Stage, _ command: CaseCommand, by partner: PartnerReference) throws
            -> CaseFile
        {
            try stage.caseFile().after(command, by: partner)
        }
        var draft = Samples.draft()
        draft.disclosure = .pseudonym
        let accept = CaseCommand.giveVerdict(accepted: true, reason: "")
        let refuse = CaseCommand.giveVerdict(accepted: false, reason: "Rien n’a changé.")
        switch self {
        case .draft:
            let command = CaseCommand.saveDraft(
                draft, identifier: Submitting.identifier, publicNumber: try Submitting.number())
            return try CaseRules.decide(
                command, on: nil, by: .partner(submitter), at: Samples.now
            ).caseFile
        case .submitted: return try Submitting.caseFile(draft, routing: .held)
        case .sentBack: return try after(.transmitted, .answer(.notConcerned), by: platform)
        case .transmitted: return try Submitting.caseFile(draft)
        case .acknowledged: return try after(.transmitted, Stage.contact, by: platform)
        case .inProgress: return try after(.acknowledged, .answer(.inProgress), by: platform)
        case .infoRequested: return try after(.acknowledged, .answer(.infoNeeded), by: platform)
        case .answered: return try after(.transmitted, .answer(.explanation), by: platform)
        case .promised: return try after(.transmitted, .answer(.remedyPromised), by: platform)
        case .remedyPending: return try after(.promised, accept, by: submitter)
        case .remedyProved:
            return try after(.remedyPending, .act(.proveRemedy(Actions.writing)), by: platform)
        case .inMediation:
            return try after(.answered, refuse, by: submitter)
                .after(.act(.takeOver(reason: "À moi.")), by: mediator)
        case .agreementProposed:
            return try after(
                .inMediation, .act(.proposeAgreement(text: "Un avoir.")), by: mediator)
        case .resolved: return try after(.answered, accept, by: submitter)
        case .noAgreement:
            return try after(
                .inMediation, .act(.closeMediation(Actions.noAgreement)), by: mediator)
        case .inadmissible:
            return try after(
                .submitted, .act(.declareInadmissible(Actions.inadmissibility)), by: mediator)
        case .contested:
            return try after(.inadmissible, .act(.contest(Actions.writing)), by: submitter)
        case .duplicate:
            let target = try #require(Actions.merges.first)
            return try after(.transmitted, .act(.merge(target)), by: mediator)
        case .withdrawn: return try after(.transmitted, .withdraw(reason: ""), by: submitter)
        case .erased:
            return try after(.resolved, .act(.erase(reason: "Demandé.")), by: mediator)
        }
    }
}

extension CaseCommand {
    /// A complete answer of a type.
    static func answer(_ type: ResponseType, identifier: UInt8 = 1) -> CaseCommand {
        .respond(Samples.response(type, identifier: identifier))
    }
}

// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

/// Something that the viewer may do to a case now, as a command to type.
struct Choice: Equatable, Sendable {
    /// After `recours`; ends in an ellipsis where something is still to be said.
    let command: String
    /// The last day for it, if it ends by itself.
    var until: CalendarDate?

    /// What the viewer may do, what matters most first. The server decides in the end; this only
    /// helps to find the way.
    static func choices(
        of message: RecoursMessages.Case, for viewer: Viewer, today: CalendarDate
    ) -> [Choice] {
        let patterns: [String]
        switch viewer.role {
        case .complainant:
            if let choice = afterTheEnd(message) {
                return choice.until.map { $0 < today } == true ? [] : [choice]
            }
            patterns = complainant(message)
        case .platform: patterns = platform(message)
        case .mediator: patterns = mediator(message, viewer)
        case .operator: patterns = []
        }
        return patterns.map { Choice(command: $0.replacing("#", with: message.publicNumber)) }
    }

    /// What a complainant may still do to a closed case, and for how long; nil for an open one.
    private static func afterTheEnd(_ message: RecoursMessages.Case) -> Choice? {
        let since = Instant(millisecondsSince1970: message.stateSinceMs).dateInParis
        let number = message.publicNumber
        switch message.state {
        case .resolved where message.reopenings == 0:
            return Choice(command: "reopen \(number) --text …", until: since.adding(days: 60))
        case .withdrawn:
            return Choice(command: "restore \(number)", until: since.adding(days: 30))
        case .inadmissible where message.inadmissibility?.contested != true:
            return Choice(command: "contest \(number) --text …", until: since.adding(days: 21))
        case .duplicate:
            let target = message.mergedInto?.publicNumber ?? ""
            return target.isEmpty ? nil : Choice(command: "show \(target)")
        default: return nil
        }
    }

    private static func complainant(_ message: RecoursMessages.Case) -> [String] {
        switch message.state {
        case .draft: return ["draft file #", "draft change # --file …"]
        case .submitted where message.mayBeReaddressed:
            return ["readdress # --to …", "withdraw #"]
        case .submitted where message.disclosure == .aggregate:
            return ["disclose # --as pseudonym", "withdraw #"]
        case .infoRequested: return ["inform # --text …"]
        case .answered: return ["accept #", "refuse # --reason …"]
        case .remedyPending where message.isRemedyProved:
            return ["accept # --expect-version \(message.version)", "refuse # --reason …"]
        case .inMediation:
            let offers = message.awaitsAgreement(of: .complainant)
            return (offers ? ["agree #", "decline # --reason …"] : []) + ["note # --text …"]
        case .submitted, .transmitted, .acknowledged, .inProgress, .remedyPending:
            return ["inform # --text …", "withdraw #"]
        default: return []
        }
    }

    private static func platform(_ message: RecoursMessages.Case) -> [String] {
        switch message.state {
        case .transmitted: return ["ack # --contact-name …", "respond # --type …"]
        case .acknowledged, .inProgress: return ["respond # --type …"]
        case .remedyPending where !message.isRemedyProved: return ["prove # --text …"]
        case .inMediation:
            let offers = message.awaitsAgreement(of: .platform)
            return (offers ? ["agree #", "decline # --reason …"] : [])
                + ["respond # --type …", "note # --text …"]
        case .infoRequested, .answered, .remedyPending: return ["message # --text …"]
        default: return []
        }
    }

    private static func mediator(_ message: RecoursMessages.Case, _ viewer: Viewer) -> [String] {
        switch message.state {
        case .submitted:
            return ["mediate transmit #", "mediate reject # --because … --text …"]
        case .transmitted, .acknowledged, .inProgress, .answered, .remedyPending, .resolved,
            .noAgreement:
            return ["mediate take # --reason …"]
        case .inadmissible where message.inadmissibility?.contested == true:
            return ["mediate readmit # --reason …", "mediate take # --reason …"]
        case .inadmissible: return ["mediate take # --reason …"]
        case .duplicate: return ["mediate split # --reason …"]
        case .inMediation:
            guard message.mediation?.recused.contains(viewer.slug) != true else { return [] }
            let mediator = message.mediation?.mediator ?? ""
            guard mediator == viewer.slug else { return ["mediate take # --reason …"] }
            return [
                "mediate say # --text …", "mediate propose # --text …", "mediate close # …",
            ]
        default: return []
        }
    }
}

extension RecoursMessages.Case {
    /// Whether the platform has said that it kept its promise: another clock runs then.
    var isRemedyProved: Bool { deadlines.contains { $0.kind == .remedyConfirmation } }

    /// Whether this side has an agreement before it that it has not answered.
    func awaitsAgreement(of side: RecoursMessages.PartySide) -> Bool {
        guard let agreement = mediation?.agreement, agreement.declinedBy == .unspecified else {
            return false
        }
        return side == .complainant
            ? !agreement.acceptedByComplainant : !agreement.acceptedByPlatform
    }
}

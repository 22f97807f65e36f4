// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import RecoursClient

/// How a sandbox platform answers.
enum AnswerPolicy: String, CaseIterable {
    /// Puts right what a machine did wrong and explains the rest.
    case thorough
    /// Holds to its decisions, with reasons; promises something only where time presses.
    case strict
    /// Takes note of everything and answers a third; the rest waits for its clocks.
    case slow

    /// What is answered to this case now; nil if nothing is.
    func answer(to message: Case) -> RespondRequest? {
        guard let draft = message.draft, var response = response(to: draft) else {
            return nil
        }
        // Names the answer for ever: whatever is sent again under it is the same answer.
        response.responseID = IdempotencyKey().bytes
        return RespondRequest(caseID: message.id, response: response)
    }

    private func response(to draft: CaseDraft) -> PlatformResponse? {
        switch self {
        case .thorough:
            if let remedy = Self.remedy(for: draft) { return Self.done(remedy) }
            return Self.explained(draft, type: .explanation)
        case .strict:
            if draft.urgency == .urgent, let remedy = Self.remedy(for: draft) {
                return Self.promised(remedy, inDays: 10)
            }
            return Self.explained(draft, type: .decisionUpheld)
        case .slow:
            // As good as by chance, and the same in each run.
            switch draft.title.utf8.count % 3 {
            case 0: return Self.remedy(for: draft).map(Self.done)
            case 1: return Self.inProgress(inDays: 3)
            default: return nil
            }
        }
    }

    /// What would help, where a platform can do it at once.
    private static func remedy(for draft: CaseDraft) -> Remedy? {
        switch draft.category {
        case .delisting, .listingSuppressed: Remedy(kind: .relisted)
        case .accountSuspended, .accountHijacked: Remedy(kind: .accountReinstated)
        case .counterfeit, .otherIp: Remedy(kind: .listingsRemoved)
        case .noHumanContact: Remedy(kind: .humanContact)
        case .falseReviews: Remedy(kind: .reviewCorrected)
        case .dataAccess: Remedy(kind: .dataProvided)
        case .fundsWithheld:
            draft.funds?.amount.map { Remedy(kind: .fundsReleased, amount: $0) }
        default: nil
        }
    }

    private static func done(_ remedy: Remedy) -> PlatformResponse {
        var response = PlatformResponse(
            type: .remedyDone, remedies: [remedy],
            text: "Un contrôle automatique s'était trompé. Une personne l'a revu ; c'est réparé.")
        if remedy.kind == .humanContact {
            response.contact = Contact(
                name: "Camille Martin", role: "Relations vendeurs",
                email: "vendeurs@plateforme.example.org", hours: "9 h – 17 h")
        }
        return response
    }

    private static func promised(_ remedy: Remedy, inDays days: Int) -> PlatformResponse {
        PlatformResponse(
            type: .remedyPromised, remedies: [remedy],
            text: "Votre demande est fondée ; ce sera fait d'ici à la date indiquée.",
            dueOn: date(inDays: days))
    }

    private static func inProgress(inDays days: Int) -> PlatformResponse {
        PlatformResponse(
            type: .inProgress, text: "Le dossier est chez le service compétent.",
            dueOn: date(inDays: days))
    }

    private static func explained(_ draft: CaseDraft, type: ResponseType) -> PlatformResponse {
        let reasons = StatementOfReasons(
            visibility: .contentDemoted, ground: .terms,
            legalOrTermsRef: "Conditions de vente, article 7.2",
            facts: "La mesure suit un examen des annonces et du compte de votre entreprise.",
            explanation: "Nos conditions le prévoient ; votre espace vendeur dit le détail.",
            source: .voluntary, automatedDecision: .partially,
            decidedOn: draft.incidentOn, effectiveOn: draft.incidentOn,
            redress: Redress(
                internalComplaint: "https://plateforme.example.org/reclamations",
                mediators: ["Médiateur des entreprises"]))
        return PlatformResponse(
            type: type, text: "Voici les motifs de notre décision et les voies de recours.",
            statementOfReasons: reasons)
    }

    /// A date in Paris, as `2018-11-30`; the hour's difference to UTC doesn't matter days ahead.
    private static func date(inDays days: Int) -> String {
        var seconds = time(nil) + days * 86_400
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
    }
}

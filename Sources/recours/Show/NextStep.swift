// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// Something that somebody is to do next in a case, by when, and what comes of it otherwise.
struct NextStep: Equatable, Sendable {
    /// What is to be done; the words stand with each language.
    enum Task: Equatable, Sendable, CaseIterable {
        case fileDraft, awaitLikeCases, route, readdress, acknowledge, answer, answerFinally
        case provideInformation, judge, carryOutRemedy, confirmRemedy
        case takeCharge, sayFirstWord, mediate, answerAgreement, judgeContest
    }

    /// What happens if nobody does it in time.
    enum Otherwise: Equatable, Sendable, CaseIterable {
        case nothing, draftErased, mediation, flagged, backToAsker, acceptedAsPromise, resolved
        case alarm
    }

    let task: Task
    let party: PartyKind
    /// The end of the clock, in milliseconds; nil if none runs for it.
    var dueAtMs: Int64?
    var otherwise = Otherwise.nothing
}

extension NextStep {
    /// What is to happen next in a case, most urgent first; empty once it is closed, and nobody
    /// must do anything.
    ///
    /// Only what the viewer sees of the case counts: its own copy is all there is.
    static func steps(of message: Case) -> [NextStep] {
        var steps = message.deadlines.compactMap { step(for: $0, in: message) }
        steps += agreementSteps(message)
        return steps.enumerated().sorted { left, right in
            let (a, b) = (left.element.dueAtMs ?? .max, right.element.dueAtMs ?? .max)
            return a != b ? a < b : left.offset < right.offset
        }.map(\.element)
    }

    /// Every clock leads on; this says to what (`domain.md` §3.6).
    private static func step(for deadline: Deadline, in message: Case) -> NextStep? {
        func step(_ task: Task, _ otherwise: Otherwise) -> NextStep {
            NextStep(
                task: task, party: deadline.party, dueAtMs: deadline.dueAtMs,
                otherwise: otherwise)
        }
        switch deadline.kind {
        case .draftIdle: return step(.fileDraft, .draftErased)
        case .route: return routing(deadline, message)
        case .acknowledge: return step(.acknowledge, .flagged)
        case .answer: return step(.answer, .mediation)
        case .finalAnswer: return step(.answerFinally, .mediation)
        case .information: return step(.provideInformation, .backToAsker)
        case .verdict: return step(.judge, silence(after: message.responses.last?.type))
        case .remedy: return step(.carryOutRemedy, .mediation)
        case .remedyConfirmation: return step(.confirmRemedy, .resolved)
        case .mediatorFirstWord:
            let hasMediator = message.mediation?.mediator.isEmpty == false
            return step(hasMediator ? .sayFirstWord : .takeCharge, .alarm)
        case .mediationEnd: return step(.mediate, .alarm)
        case .unspecified, .unrecognized: return nil
        }
    }

    private static func routing(_ deadline: Deadline, _ message: Case) -> NextStep {
        var step = NextStep(
            task: .route, party: deadline.party, dueAtMs: deadline.dueAtMs, otherwise: .mediation)
        if message.state == .inadmissible {
            step = NextStep(
                task: .judgeContest, party: deadline.party, dueAtMs: deadline.dueAtMs,
                otherwise: .alarm)
        } else if message.disclosure == .aggregate {
            step = NextStep(
                task: .awaitLikeCases, party: .mediator, dueAtMs: deadline.dueAtMs,
                otherwise: .mediation)
        } else if message.mayBeReaddressed {
            step = NextStep(
                task: .readdress, party: message.complainantKind, dueAtMs: deadline.dueAtMs,
                otherwise: .mediation)
        }
        return step
    }

    /// What silence on an answer means.
    private static func silence(after type: ResponseType?) -> Otherwise {
        switch type {
        case .remedyPromised: .acceptedAsPromise
        case .remedyDone, .explanation: .resolved
        default: .mediation
        }
    }

    /// A proposed agreement waits for those who have not answered it, without a clock of its own.
    private static func agreementSteps(_ message: Case) -> [NextStep] {
        guard message.state == .inMediation, let agreement = message.mediation?.agreement,
            agreement.declinedBy == .unspecified
        else { return [] }
        var steps: [NextStep] = []
        if !agreement.acceptedByComplainant {
            steps.append(NextStep(task: .answerAgreement, party: message.complainantKind))
        }
        if !agreement.acceptedByPlatform {
            steps.append(NextStep(task: .answerAgreement, party: .platform))
        }
        return steps
    }
}

extension Case {
    /// Who answers for the complainant: whose clocks they are.
    var complainantKind: PartyKind { submitter?.kind == "business" ? .business : .association }

    /// Twice at most may the complainant address it elsewhere.
    var mayBeReaddressed: Bool {
        state == .submitted && responses.last?.type == .notConcerned && readdressings.count < 2
    }
}

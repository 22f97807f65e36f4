// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// What is said of what a case holds.
enum CaseSentence: Sentence {
    /// The title of a case's page.
    case title(number: String)
    case filed(by: String, on: String)
    case retaliation(cases: String)
    case notice(days: Int, least: Int)
    case listings(Int)
    case noteBetween(PartySide, isByMediator: Bool)
    case agreementConfidential
    case waitsFor(PartySide)
    case declined(by: PartySide)
    case mediatedBy(String)
    case recused(String)
    case missed(clocks: String)
    case campaign(String, resolveBy: String)
    case readdressed(from: String, to: String)
    case mergedInto(String)
    case accepted(reason: String)
    case refused(reason: String)
    case reminder(DeadlineKind, ReminderStage)
    case outcome(MediationResult)
    case files(Int)
    case decided(on: String, effective: String)
    case automated(detection: Bool, AutomatedDecision)
}

// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursCases
internal import RecoursMessages

/// What only some types of answers have.
struct AnswerDetails: ParsableArguments {
    @Option(help: "NOT_CONCERNED: HOMONYM, SAME_GROUP, THIRD_PARTY_SELLER, UNKNOWN, …")
    var reason: String?

    @Option(help: "NOT_CONCERNED: the platform that should have been addressed.")
    var suggest: String?

    @Option(help: "DUPLICATE_OF: public number of the case under way.")
    var duplicateOf: String?

    @Option(help: "ALREADY_SETTLED: what proves it.")
    var proof: String?

    @Option(
        help: "EXPLANATION, DECISION_UPHELD: file with the StatementOfReasons in JSON.",
        completion: .file())
    var statement: String?

    @Option(
        help: "Answers for listings: CSV with listing, answer and note, or JSON; at most 1,000.",
        completion: .file())
    var listings: String?

    /// Adds to the answer what was given.
    func complete(_ response: inout RecoursMessages.PlatformResponse) throws(CommandError) {
        if let reason {
            response.notConcernedReason = try value(
                reason, Labels.notConcernedReasons, .reason)
        }
        if let suggest { response.suggestedPlatformID = suggest }
        if let duplicateOf {
            guard let number = PublicNumber(text: duplicateOf) else {
                throw CommandError(
                    .usage, ValueSentence.isNo(duplicateOf, noun: .caseNumber),
                    remedy: ValueSentence.numberForm)
            }
            response.duplicateOf = number.description
        }
        if let proof { response.proof = proof }
        if let statement {
            response.statementOfReasons = try JSONText.file(
                RecoursMessages.StatementOfReasons.self, statement)
        }
        if let listings { response.listingAnswers = try ListingAnswersFile.read(listings) }
    }

    /// `RELISTED`, or `FUNDS_RELEASED=1 234,56EUR`. Throws `CommandError` with `usage`.
    static func remedy(_ text: String) throws(CommandError) -> RecoursMessages.Remedy {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        let kind = try value(parts.first ?? "", Labels.remedies, .remedy)
        guard parts.count == 2 else { return RecoursMessages.Remedy(kind: kind) }
        return RecoursMessages.Remedy(kind: kind, amount: try CommandMoney.money(parts[1]))
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// What a platform did, in one word. The numbers are those of the protocol and never change.
package enum CaseCategory: Int32, CaseIterable, Hashable, Sendable {
    case delisting = 1
    case listingSuppressed = 2
    case accountSuspended = 3
    case accountTerminated = 4
    case noHumanContact = 5
    /// Needs an IP claim and at least one infringing listing.
    case counterfeit = 6
    /// Needs an IP claim.
    case otherIP = 7
    case unfairTerms = 8
    /// Needs the change's two dates.
    case termsChange = 9
    /// Needs the change's two dates.
    case feeChange = 10
    case ranking = 11
    case selfPreference = 12
    case parityClause = 13
    /// Needs the funds.
    case fundsWithheld = 14
    case chargebackOrRefundAbuse = 15
    case falseReviews = 16
    case dataAccess = 17
    case accountHijacked = 18
    case unexplainedDecision = 19
    /// Always out of scope: counted, explained and not handled.
    case taxQuestion = 20
    /// Needs 50 or more characters of facts.
    case other = 21
}

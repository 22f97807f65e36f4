// SPDX-License-Identifier: EUPL-1.2

/// Bounds of what a case may hold (`domain.md` §3.7). Lengths are in Unicode scalars unless bytes
/// are said: scalars are what two programs in two languages count alike.
package enum CaseLimits {
    package static let legalName = 200
    package static let tradeName = 200
    package static let foreignIdentifier = 64
    package static let contactName = 100
    package static let contactRole = 100
    package static let contactHours = 200
    package static let addressLines = 5
    package static let addressLine = 100
    package static let city = 100
    package static let postcode = 16
    /// RFC 5321 §4.5.3.1 leaves 254 bytes for an address in a path.
    package static let emailBytes = 254
    /// What browsers and proxies are sure to take.
    package static let urlBytes = 2048
    /// RFC 5646 §4.4.1 asks for room for 35 characters.
    package static let languageTag = 35

    package static let platformAccountReference = 128
    package static let title = 5...200
    package static let facts = 20...10_000
    /// A case of the category OTHER must say what it is about.
    package static let factsOfOther = 50
    package static let desiredRemedies = 1...5
    package static let extraCategories = 3
    package static let externalReference = 100
    package static let decisionReference = 200

    /// Most reports of a copy name fewer than a hundred; Alibaba takes 300 a notice.
    package static let listings = 1000
    package static let platformListingIdentifier = 64
    package static let sellerName = 200
    package static let sellerIdentifier = 64
    package static let listingTitle = 500
    package static let originals = 1...20
    package static let rightNumber = 40

    package static let responseText = 1...10_000
    package static let remedies = 10
    package static let remedyNote = 500
    package static let listingAnswers = 1000
    package static let listingAnswerNote = 500
    package static let proof = 2000
    package static let reason = 2000
    package static let identityReason = 500
    package static let legalOrTermsReference = 500
    package static let statementFacts = 20...5000
    package static let statementExplanation = 20...2000
    package static let territories = 30
    package static let internalComplaint = 500
    package static let mediators = 10
    package static let mediatorName = 200
    package static let outOfCourtBody = 200

    package static let writing = 1...10_000
    package static let nextSteps = 1...10
    package static let nextStep = 500
    /// Questions a side may ask in one case.
    package static let questions = 2
    /// Re-addressings by the complainant; then a mediator decides (`design.md` §9).
    package static let readdressings = 2
    package static let reopenings = 1
    /// Exchanges and confidential notes of one case: what is talked about that long needs a
    /// telephone.
    package static let exchanges = 200
    /// Days around an earlier case in which a sanction looks like retaliation.
    package static let retaliationDays = 90
    /// Bytes of one file of evidence: a scan of some pages, or photographs as telephones make them.
    package static let evidenceFileBytes = 20 << 20
    /// Files and bytes of one side of a case.
    package static let evidenceFiles = 20
    package static let evidenceBytes = 100 << 20
    package static let evidenceName = 200

    /// A promise may be due at most so many days ahead (`domain.md` §3.6, state 8).
    package static let promiseDays = 60
    /// No writing system stacks more; more are an attack on whoever displays them.
    package static let combiningMarkRun = 32
}

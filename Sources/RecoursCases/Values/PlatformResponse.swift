// SPDX-License-Identifier: EUPL-1.2

/// What kind of answer it is. There is no free "other": an answer says what it is.
package enum ResponseType: Int32, CaseIterable, Hashable, Sendable {
    case remedyDone = 1
    case remedyPromised = 2
    case explanation = 3
    case decisionUpheld = 4
    /// The case goes back to be addressed to another platform.
    case notConcerned = 5
    /// A question: the clock stands still until the complainant replies.
    case infoNeeded = 6
    /// An interim answer, once a case.
    case inProgress = 7
    /// The platform has such a case already; a mediator merges them.
    case duplicateOf = 8
    case alreadySettled = 9
}

/// Why a platform is not the one to ask.
package enum NotConcernedReason: Int32, CaseIterable, Hashable, Sendable {
    case homonym = 1
    case sameGroup = 2
    case thirdPartySeller = 3
    case unknown = 4
    case impersonation = 5
}

/// What was done about one listing.
package enum ListingAnswerKind: Int32, CaseIterable, Hashable, Sendable {
    case underReview = 1
    case removed = 2
    /// Needs a note.
    case refused = 3
    case restored = 4
}

/// The answer for one listing of the case.
package struct ListingAnswer: Hashable, Sendable {
    /// `platform_listing_id`: one that the case names.
    package var platformListingIdentifier: String
    package var kind: ListingAnswerKind?
    /// At most 500; required for a refusal.
    package var note: String

    package init(
        platformListingIdentifier: String = "", kind: ListingAnswerKind? = nil, note: String = ""
    ) {
        self.platformListingIdentifier = platformListingIdentifier
        self.kind = kind
        self.note = note
    }
}

/// A platform's answer to a case.
package struct PlatformResponse: Hashable, Sendable {
    /// `response_id`, 16 bytes made by the platform's software: its idempotency key.
    package var identifier: [UInt8]
    package var type: ResponseType?
    /// At most 10.
    package var remedies: [Remedy]
    /// 1–10,000.
    package var text: String
    package var statementOfReasons: StatementOfReasons?
    /// At most 1,000.
    package var listingAnswers: [ListingAnswer]
    /// For a promise and an interim answer; at most 60 days ahead.
    package var dueOn: CalendarDate?
    package var contact: Contact?
    package var notConcernedReason: NotConcernedReason?
    /// `suggested_platform_id`.
    package var suggestedPlatformSlug: String
    /// Public number of the case already under way.
    package var duplicateOf: String
    /// What proves the settlement; 1–2,000.
    package var proof: String
    /// `evidence_ids`: at most 20 files of 16 bytes, uploaded before.
    package var evidenceIdentifiers: [[UInt8]]
    /// When it was given, by the server's clock; nil in what a platform sends.
    package var givenAt: Instant?
    /// `platform_id`: who gave it; empty in what a platform sends.
    package var platformSlug: String

    package init(
        identifier: [UInt8] = [], type: ResponseType? = nil, remedies: [Remedy] = [],
        text: String = "", statementOfReasons: StatementOfReasons? = nil,
        listingAnswers: [ListingAnswer] = [], dueOn: CalendarDate? = nil,
        contact: Contact? = nil, notConcernedReason: NotConcernedReason? = nil,
        suggestedPlatformSlug: String = "", duplicateOf: String = "", proof: String = "",
        evidenceIdentifiers: [[UInt8]] = [], givenAt: Instant? = nil,
        platformSlug: String = ""
    ) {
        self.identifier = identifier
        self.type = type
        self.remedies = remedies
        self.text = text
        self.statementOfReasons = statementOfReasons
        self.listingAnswers = listingAnswers
        self.dueOn = dueOn
        self.contact = contact
        self.notConcernedReason = notConcernedReason
        self.suggestedPlatformSlug = suggestedPlatformSlug
        self.duplicateOf = duplicateOf
        self.proof = proof
        self.evidenceIdentifiers = evidenceIdentifiers
        self.givenAt = givenAt
        self.platformSlug = platformSlug
    }
}

// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

/// A platform's answer to a case.
public struct PlatformResponse: RecoursMessage {
    /// 16 bytes made by the platform's software: the same id and content sent again is the same
    /// answer.
    public var responseID: [UInt8]
    /// Field 2, `type`.
    public var type: ResponseType
    /// At most 10.
    public var remedies: [Remedy]
    /// 1 to 10,000 characters.
    public var text: String
    /// Field 5, `statement_of_reasons`.
    public var statementOfReasons: StatementOfReasons? {
        get { statementOfReasonsBox.value }
        set { statementOfReasonsBox = Boxed(newValue) }
    }
    var statementOfReasonsBox: Boxed<StatementOfReasons>
    /// At most 1,000, each naming a listing of the case.
    public var listingAnswers: [ListingAnswer]
    /// A date, at most 60 days ahead.
    public var dueOn: String
    /// Field 8, `contact`.
    public var contact: Contact? {
        get { contactBox.value }
        set { contactBox = Boxed(newValue) }
    }
    var contactBox: Boxed<Contact>
    /// Field 9, `not_concerned_reason`.
    public var notConcernedReason: NotConcernedReason
    /// Slug of the platform that should have been addressed.
    public var suggestedPlatformID: String
    /// Public number of the case already under way.
    public var duplicateOf: String
    /// What proves the settlement, 1 to 2,000 characters.
    public var proof: String
    /// At most 20 files of 16 bytes, uploaded before (evidence_service.proto).
    public var evidenceIDs: [[UInt8]]
    /// Filled by the server.
    public var givenAtMs: Int64
    /// Filled by the server: slug of the platform that gave it.
    public var platformID: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        responseID: [UInt8] = [],
        type: ResponseType = .unspecified,
        remedies: [Remedy] = [],
        text: String = "",
        statementOfReasons: StatementOfReasons? = nil,
        listingAnswers: [ListingAnswer] = [],
        dueOn: String = "",
        contact: Contact? = nil,
        notConcernedReason: NotConcernedReason = .unspecified,
        suggestedPlatformID: String = "",
        duplicateOf: String = "",
        proof: String = "",
        evidenceIDs: [[UInt8]] = [],
        givenAtMs: Int64 = 0,
        platformID: String = ""
    ) {
        self.responseID = responseID
        self.type = type
        self.remedies = remedies
        self.text = text
        statementOfReasonsBox = Boxed(statementOfReasons)
        self.listingAnswers = listingAnswers
        self.dueOn = dueOn
        contactBox = Boxed(contact)
        self.notConcernedReason = notConcernedReason
        self.suggestedPlatformID = suggestedPlatformID
        self.duplicateOf = duplicateOf
        self.proof = proof
        self.evidenceIDs = evidenceIDs
        self.givenAtMs = givenAtMs
        self.platformID = platformID
    }

    /// `recours.v1.PlatformResponse`.
    public static var protoName: String { "recours.v1.PlatformResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}

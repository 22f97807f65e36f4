// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

/// The message `recours.v1.ListQueueRequest`.
public struct ListQueueRequest: RecoursMessage {
    /// 1 to 1,000; 0 means 100.
    public var pageSize: UInt32
    /// Opaque; from the previous page, with the same filters.
    public var pageToken: String
    /// Field 3, `assignment`.
    public var assignment: QueueAssignment
    /// Field 4, `platform_id`.
    public var platformID: String
    /// Field 5, `category`.
    public var category: CaseCategory
    /// Exactly this class; then neither platform_id nor category.
    public var like: ClusterKey?
    /// Any of these; at most 4. Empty: all.
    public var reasons: [QueueReason]
    /// The complainant is of any of these sizes; at most 4. Empty: of any, or of none that is
    /// known.
    public var complainantSizes: [CompanySize]
    /// The complainant's activity: a NAF code, or its first 2 to 4 digits, with or without the dot:
    /// 32, 32.1, 3212Z.
    public var nafCode: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        pageSize: UInt32 = 0,
        pageToken: String = "",
        assignment: QueueAssignment = .unspecified,
        platformID: String = "",
        category: CaseCategory = .unspecified,
        like: ClusterKey? = nil,
        reasons: [QueueReason] = [],
        complainantSizes: [CompanySize] = [],
        nafCode: String = ""
    ) {
        self.pageSize = pageSize
        self.pageToken = pageToken
        self.assignment = assignment
        self.platformID = platformID
        self.category = category
        self.like = like
        self.reasons = reasons
        self.complainantSizes = complainantSizes
        self.nafCode = nafCode
    }

    /// `recours.v1.ListQueueRequest`.
    public static var protoName: String { "recours.v1.ListQueueRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}

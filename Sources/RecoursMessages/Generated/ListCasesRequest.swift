// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

/// The message `recours.v1.ListCasesRequest`.
public struct ListCasesRequest: RecoursMessage {
    /// 1 to 1,000; 0 means 100. A page also ends at 1 MiB.
    public var pageSize: UInt32
    /// Opaque; from the previous page, with the same filters.
    public var pageToken: String
    /// Complainant's SIREN. Not for mediators; to a platform only of firms that it may know.
    public var siren: String
    /// Field 4, `platform_id`.
    public var platformID: String
    /// Any of these; at most 15. Empty: all.
    public var states: [CaseState]
    /// A clock of the case runs out before this instant.
    public var dueBeforeMs: Int64?
    /// Changed at or after this instant.
    public var updatedSinceMs: Int64?
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
        siren: String = "",
        platformID: String = "",
        states: [CaseState] = [],
        dueBeforeMs: Int64? = nil,
        updatedSinceMs: Int64? = nil,
        complainantSizes: [CompanySize] = [],
        nafCode: String = ""
    ) {
        self.pageSize = pageSize
        self.pageToken = pageToken
        self.siren = siren
        self.platformID = platformID
        self.states = states
        self.dueBeforeMs = dueBeforeMs
        self.updatedSinceMs = updatedSinceMs
        self.complainantSizes = complainantSizes
        self.nafCode = nafCode
    }

    /// `recours.v1.ListCasesRequest`.
    public static var protoName: String { "recours.v1.ListCasesRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}

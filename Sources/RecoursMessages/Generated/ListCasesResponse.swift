// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

/// The message `recours.v1.ListCasesResponse`.
public struct ListCasesResponse: RecoursMessage {
    /// Field 1, `cases`.
    public var cases: [Case]
    /// Empty on the last page.
    public var nextPageToken: String
    /// What is stored of so many is damaged: they were left out, and the operator has been told.
    public var damaged: UInt32

    /// A message of these values; what is left out is absent or has its default.
    public init(
        cases: [Case] = [],
        nextPageToken: String = "",
        damaged: UInt32 = 0
    ) {
        self.cases = cases
        self.nextPageToken = nextPageToken
        self.damaged = damaged
    }

    /// `recours.v1.ListCasesResponse`.
    public static var protoName: String { "recours.v1.ListCasesResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}

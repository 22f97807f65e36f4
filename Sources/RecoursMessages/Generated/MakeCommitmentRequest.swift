// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

/// The message `recours.v1.MakeCommitmentRequest`.
public struct MakeCommitmentRequest: RecoursMessage {
    /// 1 to 2,000 characters.
    public var text: String
    /// From today on, at most two years ahead.
    public var dueOn: String
    /// One of several, or none: `scope`.
    public var scope: Scope?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        text: String = "",
        dueOn: String = "",
        scope: Scope? = nil
    ) {
        self.text = text
        self.dueOn = dueOn
        self.scope = scope
    }

    /// The members of `scope`.
    public enum Scope: Sendable, Hashable {
        /// Field 3, `campaign_id`.
        case campaignID([UInt8])
        /// Field 4, `category`.
        case category(CaseCategory)
    }

    /// `recours.v1.MakeCommitmentRequest`.
    public static var protoName: String { "recours.v1.MakeCommitmentRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}

// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

/// What cases must have in common to be of one class.
public struct ClusterKey: RecoursMessage {
    /// Field 1, `platform_id`.
    public var platformID: String
    /// Field 2, `category`.
    public var category: CaseCategory
    /// The clause or law on which the platform's last statement of reasons relies; empty without
    /// one.
    public var clause: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        platformID: String = "",
        category: CaseCategory = .unspecified,
        clause: String = ""
    ) {
        self.platformID = platformID
        self.category = category
        self.clause = clause
    }

    /// `recours.v1.ClusterKey`.
    public static var protoName: String { "recours.v1.ClusterKey" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}

// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.GetWorkRequest`.
public struct GetWorkRequest: RecoursMessage {
    /// Field 1, `work_id`.
    public var workID: [UInt8]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        workID: [UInt8] = []
    ) {
        self.workID = workID
    }

    /// `recours.v1.GetWorkRequest`.
    public static var protoName: String { "recours.v1.GetWorkRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}

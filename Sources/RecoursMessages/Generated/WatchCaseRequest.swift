// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/watch_service.proto.

/// The message `recours.v1.WatchCaseRequest`.
public struct WatchCaseRequest: RecoursMessage {
    /// Field 1, `case_id`.
    public var caseID: [UInt8]
    /// Only events after this one; 0: all of them. The case as it is now comes in any case first.
    public var afterVersion: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        caseID: [UInt8] = [],
        afterVersion: UInt64 = 0
    ) {
        self.caseID = caseID
        self.afterVersion = afterVersion
    }

    /// `recours.v1.WatchCaseRequest`.
    public static var protoName: String { "recours.v1.WatchCaseRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}

// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

/// The message `recours.v1.UploadItem`.
public struct UploadItem: RecoursMessage {
    /// One of several, or none: `item`.
    public var item: Item?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        item: Item? = nil
    ) {
        self.item = item
    }

    /// The members of `item`.
    public enum Item: Sendable, Hashable {
        /// Field 1, `start`.
        case start(UploadStart)
        /// 1 byte to 256 KiB.
        case chunk([UInt8])
    }

    /// `recours.v1.UploadItem`.
    public static var protoName: String { "recours.v1.UploadItem" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}

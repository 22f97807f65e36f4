// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

/// The message `recours.v1.DownloadItem`.
public struct DownloadItem: RecoursMessage {
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
        /// Field 1, `head`.
        case head(DownloadHead)
        /// At most 64 KiB.
        case chunk([UInt8])
    }

    /// `recours.v1.DownloadItem`.
    public static var protoName: String { "recours.v1.DownloadItem" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}

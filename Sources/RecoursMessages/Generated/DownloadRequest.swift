// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

/// The message `recours.v1.DownloadRequest`.
public struct DownloadRequest: RecoursMessage {
    /// Field 1, `id`.
    public var id: [UInt8]
    /// Where to begin; not beyond the file's size.
    public var offset: UInt64
    /// How much; 0 means all that follows.
    public var length: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        id: [UInt8] = [],
        offset: UInt64 = 0,
        length: UInt64 = 0
    ) {
        self.id = id
        self.offset = offset
        self.length = length
    }

    /// `recours.v1.DownloadRequest`.
    public static var protoName: String { "recours.v1.DownloadRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}

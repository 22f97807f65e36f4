// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

/// The message `recours.v1.UploadStart`.
public struct UploadStart: RecoursMessage {
    /// Field 1, `upload_id`.
    public var uploadID: [UInt8]
    /// Where the first chunk belongs; not beyond what has come already.
    public var offset: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        uploadID: [UInt8] = [],
        offset: UInt64 = 0
    ) {
        self.uploadID = uploadID
        self.offset = offset
    }

    /// `recours.v1.UploadStart`.
    public static var protoName: String { "recours.v1.UploadStart" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}

// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

/// The message `recours.v1.BeginUploadResponse`.
public struct BeginUploadResponse: RecoursMessage {
    /// 16 bytes; the file's identifier once it is whole.
    public var uploadID: [UInt8]
    /// Bytes that have come already: send on from here.
    public var offset: UInt64
    /// True if the file is whole and on disk: there is nothing to send.
    public var complete: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        uploadID: [UInt8] = [],
        offset: UInt64 = 0,
        complete: Bool = false
    ) {
        self.uploadID = uploadID
        self.offset = offset
        self.complete = complete
    }

    /// `recours.v1.BeginUploadResponse`.
    public static var protoName: String { "recours.v1.BeginUploadResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}

// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

/// The message `recours.v1.BeginUploadRequest`.
public struct BeginUploadRequest: RecoursMessage {
    /// 1 to 200 characters, without path separators and control characters.
    public var name: String
    /// 1 byte to 20 MiB.
    public var size: UInt64
    /// Of the whole content, 32 bytes.
    public var sha256: [UInt8]
    /// Field 4, `media`.
    public var media: EvidenceMedia
    /// Field 5, `visibility`.
    public var visibility: EvidenceVisibility
    /// When it was captured, in milliseconds since 1970; 0 if that is not known.
    public var capturedAtMs: Int64
    /// Where it was captured: an absolute http or https address; may be empty.
    public var sourceURL: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        name: String = "",
        size: UInt64 = 0,
        sha256: [UInt8] = [],
        media: EvidenceMedia = .unspecified,
        visibility: EvidenceVisibility = .unspecified,
        capturedAtMs: Int64 = 0,
        sourceURL: String = ""
    ) {
        self.name = name
        self.size = size
        self.sha256 = sha256
        self.media = media
        self.visibility = visibility
        self.capturedAtMs = capturedAtMs
        self.sourceURL = sourceURL
    }

    /// `recours.v1.BeginUploadRequest`.
    public static var protoName: String { "recours.v1.BeginUploadRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}

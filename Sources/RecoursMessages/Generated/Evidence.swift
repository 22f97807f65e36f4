// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

/// The message `recours.v1.Evidence`.
public struct Evidence: RecoursMessage {
    /// 16 bytes.
    public var id: [UInt8]
    /// Field 2, `name`.
    public var name: String
    /// Field 3, `size`.
    public var size: UInt64
    /// Field 4, `sha256`.
    public var sha256: [UInt8]
    /// Field 5, `media`.
    public var media: EvidenceMedia
    /// Field 6, `scan`.
    public var scan: EvidenceScan
    /// Field 7, `visibility`.
    public var visibility: EvidenceVisibility
    /// Field 8, `captured_at_ms`.
    public var capturedAtMs: Int64
    /// Field 9, `source_url`.
    public var sourceURL: String
    /// Field 10, `created_at_ms`.
    public var createdAtMs: Int64
    /// The case it is attached to; empty before.
    public var caseID: [UInt8]
    /// "complainant", "platform" or "mediator": the side that brought it.
    public var side: String
    /// When its content was erased, half a year after its case was closed; 0 while it is there.
    /// Then name, captured_at_ms and source_url are empty, and size, media and sha256 still tell
    /// whether a file that somebody kept is this one.
    public var erasedAtMs: Int64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        id: [UInt8] = [],
        name: String = "",
        size: UInt64 = 0,
        sha256: [UInt8] = [],
        media: EvidenceMedia = .unspecified,
        scan: EvidenceScan = .unspecified,
        visibility: EvidenceVisibility = .unspecified,
        capturedAtMs: Int64 = 0,
        sourceURL: String = "",
        createdAtMs: Int64 = 0,
        caseID: [UInt8] = [],
        side: String = "",
        erasedAtMs: Int64 = 0
    ) {
        self.id = id
        self.name = name
        self.size = size
        self.sha256 = sha256
        self.media = media
        self.scan = scan
        self.visibility = visibility
        self.capturedAtMs = capturedAtMs
        self.sourceURL = sourceURL
        self.createdAtMs = createdAtMs
        self.caseID = caseID
        self.side = side
        self.erasedAtMs = erasedAtMs
    }

    /// `recours.v1.Evidence`.
    public static var protoName: String { "recours.v1.Evidence" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}

// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

/// The message `recours.v1.DownloadHead`.
public struct DownloadHead: RecoursMessage {
    /// With the SHA-256 of the whole file, to check it by once it is all there.
    public var evidence: Evidence? {
        get { evidenceBox.value }
        set { evidenceBox = Boxed(newValue) }
    }
    var evidenceBox: Boxed<Evidence>
    /// What follows: from here, so many bytes.
    public var offset: UInt64
    /// Field 3, `length`.
    public var length: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        evidence: Evidence? = nil,
        offset: UInt64 = 0,
        length: UInt64 = 0
    ) {
        evidenceBox = Boxed(evidence)
        self.offset = offset
        self.length = length
    }

    /// `recours.v1.DownloadHead`.
    public static var protoName: String { "recours.v1.DownloadHead" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}

// SPDX-License-Identifier: EUPL-1.2

/// What a partner says of a file before it sends it; the server holds the file against it.
package struct EvidenceClaim: Hashable, Sendable {
    /// 1–200, without path separators and control characters.
    package var name: String
    /// 1 byte to 20 MiB.
    package var size: UInt64
    /// 32 bytes.
    package var sha256: [UInt8]
    package var media: EvidenceMedia?
    package var visibility: EvidenceVisibility?
    /// When it was captured, if that is known.
    package var capturedAt: Instant?
    /// Where it was captured; may be empty.
    package var sourceURL: String

    package init(
        name: String, size: UInt64, sha256: [UInt8], media: EvidenceMedia?,
        visibility: EvidenceVisibility?, capturedAt: Instant? = nil, sourceURL: String = ""
    ) {
        self.name = name
        self.size = size
        self.sha256 = sha256
        self.media = media
        self.visibility = visibility
        self.capturedAt = capturedAt
        self.sourceURL = sourceURL
    }
}

/// Who of a case's parties may see a file. The numbers are those of the protocol.
package enum EvidenceVisibility: Int32, CaseIterable, Hashable, Sendable {
    /// Both sides; the platform only if the case is identified.
    case parties = 1
    /// Its own side and mediators.
    case mediatorOnly = 2
}

/// What a scanner said of a file. The numbers are those of the protocol.
package enum EvidenceScan: Int32, CaseIterable, Hashable, Sendable {
    /// None has looked at it.
    case pending = 1
    case clean = 2
    case infected = 3
}

/// The kinds of file that are taken. The numbers are those of the protocol.
package enum EvidenceMedia: Int32, CaseIterable, Hashable, Sendable {
    case jpeg = 1
    case png = 2
    case webp = 3
    case pdf = 4
    case text = 5
    case csv = 6
    case email = 7
    case docx = 8
    case json = 9

    /// Endings of such files' names, the usual one first.
    package var endings: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg"]
        case .png: ["png"]
        case .webp: ["webp"]
        case .pdf: ["pdf"]
        case .text: ["txt"]
        case .csv: ["csv"]
        case .email: ["eml"]
        case .docx: ["docx"]
        case .json: ["json"]
        }
    }

    /// The kind that a file's name promises; nil if no such kind is taken.
    package init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: ".") else { return nil }
        let ending = fileName[fileName.index(after: dot)...].lowercased()
        guard let media = EvidenceMedia.allCases.first(where: { $0.endings.contains(ending) })
        else { return nil }
        self = media
    }
}

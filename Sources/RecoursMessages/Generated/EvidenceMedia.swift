// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

/// What a file is. Held against its content: a file that is something else is refused.
public enum EvidenceMedia: RecoursEnumeration {
    /// `EVIDENCE_MEDIA_UNSPECIFIED`.
    case unspecified
    /// `EVIDENCE_MEDIA_JPEG`.
    case jpeg
    /// `EVIDENCE_MEDIA_PNG`.
    case png
    /// `EVIDENCE_MEDIA_WEBP`.
    case webp
    /// `EVIDENCE_MEDIA_PDF`.
    case pdf
    /// UTF-8, as CSV and JSON.
    case text
    /// `EVIDENCE_MEDIA_CSV`.
    case csv
    /// A message of RFC 5322.
    case email
    /// `EVIDENCE_MEDIA_DOCX`.
    case docx
    /// `EVIDENCE_MEDIA_JSON`.
    case json
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .jpeg
        case 2: self = .png
        case 3: self = .webp
        case 4: self = .pdf
        case 5: self = .text
        case 6: self = .csv
        case 7: self = .email
        case 8: self = .docx
        case 9: self = .json
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .jpeg: 1
        case .png: 2
        case .webp: 3
        case .pdf: 4
        case .text: 5
        case .csv: 6
        case .email: 7
        case .docx: 8
        case .json: 9
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .jpeg, .png, .webp, .pdf, .text, .csv, .email, .docx, .json,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "JPEG", "PNG", "WEBP", "PDF", "TEXT", "CSV", "EMAIL", "DOCX", "JSON",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "EVIDENCE_MEDIA_" }
}

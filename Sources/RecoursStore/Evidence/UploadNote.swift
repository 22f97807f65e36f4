// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import RecoursCases

/// What was announced of an upload, kept beside its bytes so that it can go on after a restart.
struct UploadNote: Codable, Sendable, Equatable {
    var ownerKind: Int32
    var ownerSlug: String
    var name: String
    var size: UInt64
    var sha256: String
    var media: Int32
    var visibility: Int32
    var capturedAtMilliseconds: Int64?
    var sourceURL: String

    init(owner: PartnerReference, _ claim: EvidenceClaim) {
        ownerKind = owner.kind.rawValue
        ownerSlug = owner.slug
        name = claim.name
        size = claim.size
        sha256 = ContentName.hexadecimal(claim.sha256)
        media = claim.media?.rawValue ?? 0
        visibility = claim.visibility?.rawValue ?? 0
        capturedAtMilliseconds = claim.capturedAt?.millisecondsSince1970
        sourceURL = claim.sourceURL
    }

    /// Nil if the kind is none.
    var owner: PartnerReference? {
        PartnerKind(rawValue: ownerKind).map { PartnerReference(kind: $0, slug: ownerSlug) }
    }

    /// Nil if a value is none.
    var claim: EvidenceClaim? {
        guard let digest = ContentName.bytes(sha256, count: 32),
            let media = EvidenceMedia(rawValue: media),
            let visibility = EvidenceVisibility(rawValue: visibility)
        else { return nil }
        return EvidenceClaim(
            name: name, size: size, sha256: digest, media: media, visibility: visibility,
            capturedAt: capturedAtMilliseconds.map { Instant(millisecondsSince1970: $0) },
            sourceURL: sourceURL)
    }

    /// Nil if there is no note, or a torn one.
    static func read(_ path: String) -> UploadNote? {
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        return try? JSONDecoder().decode(UploadNote.self, from: bytes)
    }

    func write(_ path: String) throws(StoreError) {
        let file = try EvidenceFile.writing(path)
        let bytes: Data
        do {
            bytes = try JSONEncoder().encode(self)
        } catch {
            throw .internalError("An upload's note cannot be written: \(error)")
        }
        try file.truncate(to: 0)
        try file.write([UInt8](bytes), at: 0)
    }
}

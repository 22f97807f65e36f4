// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursCrypto
internal import RecoursMessages
internal import RecoursStore
internal import RecoursWire

/// Checks what a partner says of a file, and puts files into messages.
enum EvidenceForm {
    /// What was announced; throws all that is wrong with it.
    static func claim(
        _ request: BeginUploadRequest, at now: Instant
    ) throws(RPCStatus) -> EvidenceClaim {
        var unread: [Violation] = []
        let media = RecoursCases.EvidenceMedia(rawValue: request.media.rawValue)
        if media == nil, request.media != .unspecified {
            unread.append(Violation("media", .unknownValue))
        }
        let visibility = RecoursCases.EvidenceVisibility(rawValue: request.visibility.rawValue)
        if visibility == nil, request.visibility != .unspecified {
            unread.append(Violation("visibility", .unknownValue))
        }
        let captured = request.capturedAtMs
        let claim = EvidenceClaim(
            name: request.name, size: request.size, sha256: request.sha256, media: media,
            visibility: visibility,
            capturedAt: captured == 0 ? nil : Instant(millisecondsSince1970: captured),
            sourceURL: request.sourceURL)
        let wrong = claim.violations(now: now, startingWith: unread)
        guard wrong.isEmpty else { throw RPCStatus(.invalid(wrong)) }
        return claim
    }

    /// The identifier of the upload that a partner makes under a key: the same key gives the same,
    /// and nobody else can give it. It begins as the key does, so that files announced together lie
    /// together if keys grow with time.
    static func identifier(
        key: [UInt8], of partner: RecoursCases.PartnerReference
    ) throws(RPCStatus) -> EvidenceIdentifier {
        guard key.count == 16 else {
            throw .invalid("idempotency_key", key.isEmpty ? .required : .identifierForm)
        }
        var input = Array("recours upload".utf8)
        input.append(UInt8(truncatingIfNeeded: partner.kind.rawValue))
        input += key + Array(partner.slug.utf8)
        let digest: [UInt8]
        do throws(CryptoError) {
            digest = try SHA256.digest(of: input).bytes
        } catch {
            throw RPCStatus(.store(.internalError("OpenSSL did not hash")))
        }
        guard let identifier = EvidenceIdentifier(bytes: Array(key.prefix(6) + digest.prefix(10)))
        else {
            throw RPCStatus(.store(.internalError("An identifier has not 16 bytes")))
        }
        return identifier
    }

    static func identifier(
        _ bytes: [UInt8], at path: String
    ) throws(RPCStatus) -> EvidenceIdentifier {
        guard let identifier = EvidenceIdentifier(bytes: bytes) else {
            throw .invalid(path, bytes.isEmpty ? .required : .identifierForm)
        }
        return identifier
    }
}

// MARK: Messages

extension RecoursMessages.Evidence {
    init(_ stored: StoredEvidence) {
        self.init(stored.record, caseIdentifier: stored.caseIdentifier)
    }

    init(_ record: EvidenceRecord, caseIdentifier: CaseIdentifier?) {
        self.init(
            id: record.identifier.bytes, name: record.name, size: record.size,
            sha256: record.sha256, media: .init(rawValue: record.media.rawValue),
            scan: .init(rawValue: record.scan.rawValue),
            visibility: .init(rawValue: record.visibility.rawValue),
            capturedAtMs: record.capturedAt?.millisecondsSince1970 ?? 0,
            sourceURL: record.sourceURL, createdAtMs: record.createdAt.millisecondsSince1970,
            caseID: caseIdentifier?.bytes ?? [], side: record.side.rawValue,
            erasedAtMs: record.erasedAt?.millisecondsSince1970 ?? 0)
    }
}

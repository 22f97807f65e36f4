// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursCrypto
internal import RecoursWire

/// Makes the opaque page tokens and cursors that partners hand back, and opens them.
///
/// A position in the store counts everybody's cases, so it is hidden and not only signed
/// (design.md §5). The construction is a synthetic initialisation vector (as in RFC 5297) over
/// HMAC-SHA-256: the seal is a MAC over context and position, and the position is masked by a
/// second MAC over the seal. Equal positions of one partner give equal tokens, which says nothing.
/// The context (what for, whose, with which filters) isn't in the token: a token opened in another
/// context does not open.
struct SealedTokens: Sendable {
    /// What a token is for; a token for one opens for no other.
    enum Purpose: UInt8, Sendable {
        case caseList = 1
        case inbox = 2
        case partnerList = 3
        case mandateList = 4
    }

    /// Raised when the layout changes; older tokens are then refused as foreign.
    private static let version: UInt8 = 1
    private static let sealBytes = 16
    /// A slug of 63 bytes is the longest position.
    private static let maximumPayloadBytes = 64
    static let maximumTokenBytes = 1 + sealBytes + maximumPayloadBytes

    private let sealKey: [UInt8]
    private let maskKey: [UInt8]

    /// - Parameter key: 32 secret bytes.
    init(key: [UInt8]) {
        sealKey = HMAC.sha256(key: key, Array("recours token seal".utf8))
        maskKey = HMAC.sha256(key: key, Array("recours token mask".utf8))
    }

    /// Seals a position of at most 64 bytes.
    func seal(
        _ payload: [UInt8], for purpose: Purpose, of partner: PartnerReference,
        filters: [UInt8] = []
    ) -> [UInt8] {
        let payload = Array(payload.prefix(Self.maximumPayloadBytes))
        let seal = self.seal(of: payload, purpose, partner, filters)
        return [Self.version] + seal + masked(payload, seal)
    }

    /// The position in a token, or nil if we never made this token for this purpose, partner and
    /// these filters.
    func open(
        _ token: [UInt8], for purpose: Purpose, of partner: PartnerReference,
        filters: [UInt8] = []
    ) -> [UInt8]? {
        let overhead = 1 + Self.sealBytes
        guard token.count >= overhead, token.count <= overhead + Self.maximumPayloadBytes,
            token[0] == Self.version
        else { return nil }
        let seal = Array(token[1..<overhead])
        let payload = masked(Array(token[overhead...]), seal)
        let expected = self.seal(of: payload, purpose, partner, filters)
        // No early exit: the time taken says nothing of how many bytes were right.
        var difference: UInt8 = 0
        for (left, right) in zip(seal, expected) { difference |= left ^ right }
        return difference == 0 ? payload : nil
    }

    // MARK: As text

    /// `seal` in hexadecimal digits, for page tokens.
    func sealText(
        _ payload: [UInt8], for purpose: Purpose, of partner: PartnerReference,
        filters: [UInt8] = []
    ) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in seal(payload, for: purpose, of: partner, filters: filters) {
            text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Opens a page token; throws INVALID_ARGUMENT for one that isn't of this list.
    func open(
        text: String, for purpose: Purpose, of partner: PartnerReference, filters: [UInt8] = []
    ) throws(RPCStatus) -> [UInt8] {
        let digits = Array(text.utf8)
        var token: [UInt8] = []
        if digits.count % 2 == 0, digits.count <= 2 * Self.maximumTokenBytes {
            for place in stride(from: 0, to: digits.count, by: 2) {
                let pair = String(decoding: digits[place..<place + 2], as: UTF8.self)
                guard let byte = UInt8(pair, radix: 16) else { break }
                token.append(byte)
            }
        }
        guard token.count * 2 == digits.count,
            let payload = open(token, for: purpose, of: partner, filters: filters)
        else { throw .invalid("page_token", .identifierForm) }
        return payload
    }

    // MARK: Parts

    private func seal(
        of payload: [UInt8], _ purpose: Purpose, _ partner: PartnerReference, _ filters: [UInt8]
    ) -> [UInt8] {
        let slug = Array(partner.slug.utf8)
        // Each part's length stands before it, so that no two contexts give the same bytes.
        var context: [UInt8] = [Self.version, purpose.rawValue, UInt8(partner.kind.rawValue)]
        context += [UInt8(truncatingIfNeeded: slug.count)] + slug
        context += [UInt8(truncatingIfNeeded: payload.count)] + payload
        context += filters
        return Array(HMAC.sha256(key: sealKey, context).prefix(Self.sealBytes))
    }

    private func masked(_ payload: [UInt8], _ seal: [UInt8]) -> [UInt8] {
        var mask = HMAC.sha256(key: maskKey, seal + [0])
        if payload.count > mask.count { mask += HMAC.sha256(key: maskKey, seal + [1]) }
        return zip(payload, mask).map { $0 ^ $1 }
    }
}

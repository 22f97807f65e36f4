// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursCrypto
internal import RecoursStore
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
        case campaignList = 40
        case campaignCases = 41
        case profileList = 42
        case commitmentList = 43
        case workList = 44
        case claimList = 45
        case claimListings = 46
        case claimMatches = 47
        case reports = 48
        case queue = 20
        case clusters = 21
        case identityReads = 22
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
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED`.
    init(key: [UInt8]) throws(CryptoError) {
        sealKey = try HMACSHA256.code(of: Array("recours token seal".utf8), key: key).bytes
        maskKey = try HMACSHA256.code(of: Array("recours token mask".utf8), key: key).bytes
    }

    /// Seals a position of at most 64 bytes.
    func seal(
        _ payload: [UInt8], for purpose: Purpose, of partner: PartnerReference,
        filters: [UInt8] = []
    ) throws(RPCStatus) -> [UInt8] {
        let payload = Array(payload.prefix(Self.maximumPayloadBytes))
        let seal = try self.seal(of: payload, purpose, partner, filters)
        return try [Self.version] + seal + masked(payload, seal)
    }

    /// The position in a token, or nil if we never made this token for this purpose, partner and
    /// these filters.
    func open(
        _ token: [UInt8], for purpose: Purpose, of partner: PartnerReference,
        filters: [UInt8] = []
    ) throws(RPCStatus) -> [UInt8]? {
        let overhead = 1 + Self.sealBytes
        guard token.count >= overhead, token.count <= overhead + Self.maximumPayloadBytes,
            token[0] == Self.version
        else { return nil }
        let seal = Array(token[1..<overhead])
        let payload = try masked(Array(token[overhead...]), seal)
        let expected = try self.seal(of: payload, purpose, partner, filters)
        return ConstantTime.areEqual(seal, expected) ? payload : nil
    }

    // MARK: As text

    /// `seal` in hexadecimal digits, for page tokens.
    func sealText(
        _ payload: [UInt8], for purpose: Purpose, of partner: PartnerReference,
        filters: [UInt8] = []
    ) throws(RPCStatus) -> String {
        Hexadecimal.text(of: try seal(payload, for: purpose, of: partner, filters: filters))
    }

    /// Opens a page token; throws INVALID_ARGUMENT for one that isn't of this list.
    func open(
        text: String, for purpose: Purpose, of partner: PartnerReference, filters: [UInt8] = []
    ) throws(RPCStatus) -> [UInt8] {
        guard text.utf8.count <= 2 * Self.maximumTokenBytes,
            let token = Hexadecimal.bytes(of: text),
            let payload = try open(token, for: purpose, of: partner, filters: filters)
        else { throw .invalid("page_token", .identifierForm) }
        return payload
    }

    // MARK: Parts

    private func seal(
        of payload: [UInt8], _ purpose: Purpose, _ partner: PartnerReference, _ filters: [UInt8]
    ) throws(RPCStatus) -> [UInt8] {
        let slug = Array(partner.slug.utf8)
        // Each part's length stands before it, so that no two contexts give the same bytes.
        var context: [UInt8] = [Self.version, purpose.rawValue, UInt8(partner.kind.rawValue)]
        context += [UInt8(truncatingIfNeeded: slug.count)] + slug
        context += [UInt8(truncatingIfNeeded: payload.count)] + payload
        context += filters
        return Array(try code(of: context, key: sealKey).prefix(Self.sealBytes))
    }

    private func masked(_ payload: [UInt8], _ seal: [UInt8]) throws(RPCStatus) -> [UInt8] {
        var mask = try code(of: seal + [0], key: maskKey)
        if payload.count > mask.count { mask += try code(of: seal + [1], key: maskKey) }
        return zip(payload, mask).map { $0 ^ $1 }
    }

    private func code(of message: [UInt8], key: [UInt8]) throws(RPCStatus) -> [UInt8] {
        do throws(CryptoError) {
            return try HMACSHA256.code(of: message, key: key).bytes
        } catch {
            throw RPCStatus(.store(.internalError("OpenSSL made no code")))
        }
    }
}

// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursWire

/// The page tokens of one list of one partner, under one choice of filters: a token of any other
/// does not open.
struct PageTokens: Sendable {
    let tokens: SealedTokens
    let purpose: SealedTokens.Purpose
    let partner: PartnerReference
    let filters: [UInt8]

    /// Where the list goes on; nil for its beginning, which has no token.
    func position(_ token: String) throws(RPCStatus) -> [UInt8]? {
        if token.isEmpty { return nil }
        return try tokens.open(text: token, for: purpose, of: partner, filters: filters)
    }

    /// The same of a list that may be read from a replica, whose positions have sixteen bytes: and
    /// where in the database's history the page before was read.
    func positionAndPlace(
        _ token: String
    ) throws(RPCStatus) -> (position: [UInt8], place: UInt64?)? {
        try position(token).map { bytes in
            let place = bytes.count == 24 ? UInt64(bigEndian: Array(bytes[16...])) : nil
            return (Array(bytes.prefix(16)), place)
        }
    }

    /// The next page's token, which is to be no older than this one.
    func token(_ next: [UInt8]?, place: UInt64?) throws(RPCStatus) -> String {
        try token(next.map { $0 + (place?.bigEndianBytes ?? []) })
    }

    /// The next page's token, or nothing after the last.
    func token(_ next: [UInt8]?) throws(RPCStatus) -> String {
        guard let next else { return "" }
        return try tokens.sealText(next, for: purpose, of: partner, filters: filters)
    }
}

extension ServiceCore {
    func pages(
        _ purpose: SealedTokens.Purpose, of peer: Peer, filters: [UInt8] = []
    ) -> PageTokens {
        PageTokens(tokens: tokens, purpose: purpose, partner: peer.reference, filters: filters)
    }
}

extension [UInt8] {
    /// Two numbers of eight bytes, the most significant first: many a list's place.
    init(_ first: UInt64, _ second: UInt64) {
        self = first.bigEndianBytes + second.bigEndianBytes
    }

    /// The numbers in it, if it holds just two.
    var numbers: (UInt64, UInt64)? {
        guard count == 16 else { return nil }
        return (UInt64(bigEndian: Array(self[..<8])), UInt64(bigEndian: Array(self[8...])))
    }
}

extension UInt64 {
    /// The number of eight bytes, the most significant first.
    init(bigEndian bytes: [UInt8]) {
        self = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

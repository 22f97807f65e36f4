// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
package import RecoursCases
internal import RecoursCrypto
internal import RecoursStore

/// What the store is given to make bytes of cases and hashes of bytes: the messages that cross the
/// wire, and OpenSSL's SHA-256. The store itself knows neither.
package struct StoreCodec: SnapshotCodec {
    private let cases = CaseSnapshotCodec()
    private let claims = ClaimSnapshotCodec()
    private let sealingKey: [UInt8]

    /// - Parameter sealingKey: 32 secret bytes, the same at each start; nil for a codec that only
    ///   reads, or whose store ends with it.
    package init(sealingKey: [UInt8]? = nil) {
        self.sealingKey =
            sealingKey ?? (0..<32).map { _ in UInt8.random(in: .min ... .max) }
    }

    package func encode(_ caseFile: CaseFile) -> [UInt8] {
        cases.encode(caseFile)
    }

    package func decode(_ bytes: [UInt8]) throws -> CaseFile {
        try cases.decode(bytes)
    }

    package func encode(_ event: CaseEvent, of caseFile: CaseFile) -> [UInt8] {
        cases.encode(event)
    }

    package func decodeEvent(_ bytes: [UInt8]) throws -> CaseEvent {
        try cases.decodeEvent(bytes)
    }

    package func encode(_ work: Work) -> [UInt8] { claims.encode(work) }

    package func decodeWork(_ bytes: [UInt8]) throws -> Work { try claims.decodeWork(bytes) }

    package func encode(_ claim: StandingClaim) -> [UInt8] { claims.encode(claim) }

    package func decodeClaim(_ bytes: [UInt8]) throws -> StandingClaim {
        try claims.decodeClaim(bytes)
    }

    package func encode(_ listing: ClaimListing) -> [UInt8] { claims.encode(listing) }

    package func decodeListing(_ bytes: [UInt8]) throws -> ClaimListing {
        try claims.decodeListing(bytes)
    }

    /// OpenSSL's generator: the system's costs a call of the kernel for each eight bytes. Should it
    /// fail, the system's cannot.
    package func randomBytes(_ count: Int) -> [UInt8] {
        (try? SecureRandom.bytes(count: count)) ?? systemRandomBytes(count)
    }

    /// OpenSSL can fail here only for want of memory. An empty hash then makes a link which no
    /// check of the chain accepts: the damage is seen, and no wrong hash passes for a right one.
    package func sha256(_ bytes: [UInt8]) -> [UInt8] {
        (try? SHA256.hash(of: bytes)) ?? []
    }

    /// If OpenSSL fails, the empty hash is no command's: a repetition is then a conflict, and
    /// nothing passes for what it is not.
    package func sealed(_ bytes: [UInt8]) -> [UInt8] {
        let message = Array("recours erased".utf8) + bytes
        return (try? HMACSHA256.code(of: message, key: sealingKey).bytes) ?? []
    }
}

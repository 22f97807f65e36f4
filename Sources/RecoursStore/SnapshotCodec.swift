// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// How cases and events become the bytes that are kept, and how bytes are hashed.
///
/// A parameter of the store, so that it knows neither protobuf nor a cryptographic library.
/// Encodings must be deterministic: the chains hash them. Called on the store's own threads.
package protocol SnapshotCodec: Sendable {
    /// The case as it is kept, and as it is sent to its parties.
    func encode(_ caseFile: CaseFile) -> [UInt8]
    /// The case back from its kept bytes; throws if they are none.
    func decode(_ bytes: [UInt8]) throws -> CaseFile
    /// An event as it is kept; `caseFile` is the case after it.
    func encode(_ event: CaseEvent, of caseFile: CaseFile) -> [UInt8]
    /// The event back from its kept bytes; throws if they are none.
    func decodeEvent(_ bytes: [UInt8]) throws -> CaseEvent
    /// Works, claims and their listings as they are kept, and back.
    func encode(_ work: Work) -> [UInt8]
    func decodeWork(_ bytes: [UInt8]) throws -> Work
    func encode(_ claim: StandingClaim) -> [UInt8]
    func decodeClaim(_ bytes: [UInt8]) throws -> StandingClaim
    func encode(_ listing: ClaimListing) -> [UInt8]
    func decodeListing(_ bytes: [UInt8]) throws -> ClaimListing
    /// SHA-256: 32 bytes.
    func sha256(_ bytes: [UInt8]) -> [UInt8]
    /// A keyed hash, 32 bytes, whose key is not in the store: of what must be known again when it
    /// comes again, but not be found by trying.
    func sealed(_ bytes: [UInt8]) -> [UInt8]
    /// As many bytes nobody can guess, for the salts of the events.
    func randomBytes(_ count: Int) -> [UInt8]
}

extension SnapshotCodec {
    package func randomBytes(_ count: Int) -> [UInt8] { systemRandomBytes(count) }

    /// From the system's generator, eight bytes at a time.
    package func systemRandomBytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 8)
        while bytes.count < count {
            var word = generator.next()
            for _ in 0..<8 {
                bytes.append(UInt8(truncatingIfNeeded: word))
                word >>= 8
            }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }
}

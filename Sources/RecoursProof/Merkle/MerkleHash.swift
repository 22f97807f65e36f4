// SPDX-License-Identifier: EUPL-1.2

package import RecoursCrypto

/// How a tree's hashes are made (RFC 9162 §2.1.1): leaves and nodes begin with different bytes, so
/// that none can be taken for the other.
package enum MerkleHash {
    private static let leafPrefix: UInt8 = 0x00
    private static let nodePrefix: UInt8 = 0x01

    /// The hash of an entry: SHA-256(0x00 ‖ entry).
    package static func leaf(_ entry: [UInt8]) throws(ProofError) -> SHA256Digest {
        try digest([leafPrefix] + entry)
    }

    /// The hash of two subtrees: SHA-256(0x01 ‖ left ‖ right).
    package static func node(
        _ left: SHA256Digest, _ right: SHA256Digest
    ) throws(ProofError) -> SHA256Digest {
        try digest([nodePrefix] + left.bytes + right.bytes)
    }

    /// The root of a tree without leaves: SHA-256 of nothing.
    package static func empty() throws(ProofError) -> SHA256Digest {
        try digest([])
    }

    static func digest(_ bytes: [UInt8]) throws(ProofError) -> SHA256Digest {
        do throws(CryptoError) {
            return try SHA256.digest(of: bytes)
        } catch {
            throw ProofError(error)
        }
    }
}

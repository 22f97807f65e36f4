// SPDX-License-Identifier: EUPL-1.2

package import RecoursCrypto

/// What a tree holds for one event of a case: which case, which of its events, and the case's whole
/// history up to it.
///
/// The event itself stands in it only as a salted hash, so that it can be erased and every proof of
/// it stays valid.
package struct EventEntry: Hashable, Sendable {
    /// Bytes of a case's identifier.
    package static let identifierBytes = 16

    /// The case's number as people write it, `RC-…`.
    package var caseNumber: String
    /// 16 bytes.
    package var caseIdentifier: [UInt8]
    /// 1 for the case's first event.
    package var sequence: UInt64
    /// The link of the case's chain before the event.
    package var previous: SHA256Digest
    /// The event's own salted hash.
    package var leaf: SHA256Digest

    package init(
        caseNumber: String, caseIdentifier: [UInt8], sequence: UInt64, previous: SHA256Digest,
        leaf: SHA256Digest
    ) {
        self.caseNumber = caseNumber
        self.caseIdentifier = caseIdentifier
        self.sequence = sequence
        self.previous = previous
        self.leaf = leaf
    }

    /// The salted hash of an event: SHA-256(0x00 ‖ salt ‖ event).
    package static func leaf(salt: [UInt8], event: [UInt8]) throws(ProofError) -> SHA256Digest {
        try MerkleHash.leaf(salt + event)
    }

    /// The link of the case's chain after the event: SHA-256(0x01 ‖ previous ‖ leaf).
    package func link() throws(ProofError) -> SHA256Digest {
        try MerkleHash.node(previous, leaf)
    }

    /// The entry's bytes: number, a zero byte, identifier, sequence (8 bytes, big-endian), link.
    package func bytes() throws(ProofError) -> [UInt8] {
        var bytes = Array(caseNumber.utf8)
        bytes.append(0)
        bytes.append(contentsOf: caseIdentifier)
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: sequence >> UInt64(shift)))
        }
        bytes.append(contentsOf: try link().bytes)
        return bytes
    }
}

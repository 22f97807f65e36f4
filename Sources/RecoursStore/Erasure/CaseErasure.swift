// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// What a batch destroys of a case: its events and their salts, the names by which others could
/// have known it, and the words kept of it elsewhere: why mediators read who it was, and what was
/// promised in it. The events' hashes stay, so that chains and proofs stay valid.
package struct CaseErasure: Sendable, Hashable {
    package var identifier: CaseIdentifier
    package var caseRow: UInt64
    package var submitter: PartnerNumber
    /// The submitter's own name for the case; empty if it had none.
    package var externalReference: String
    /// What is kept of the events that were stored before the batch.
    package var events: [EventRecord] = []
}

extension EventRecord {
    /// The event without what could tell of whom it was; its hash stays.
    ///
    /// - Parameter origin: the command that made it, its fingerprint sealed; nil if none with a key
    ///   did.
    package func erased(leaf: [UInt8], origin: EventOrigin?) -> EventRecord {
        var erased = self
        erased.salt = []
        erased.bytes = []
        erased.origin = origin
        erased.leaf = leaf
        return erased
    }
}

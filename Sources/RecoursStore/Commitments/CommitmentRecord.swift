// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// A commitment as a store keeps it.
package struct CommitmentRecord: Sendable, Hashable {
    /// Counted from 1 in the order in which they were made; never shown to a partner.
    package var number: UInt64
    package var commitment: Commitment
    /// Of the scope CASE.
    package var caseRow: UInt64?
    /// The call that made it; nil for what an answer promised.
    package var origin: CallOrigin?
    /// So many steps of its history are stored already.
    package var storedSteps: Int

    package init(
        number: UInt64, commitment: Commitment, caseRow: UInt64?, origin: CallOrigin?,
        storedSteps: Int
    ) {
        self.number = number
        self.commitment = commitment
        self.caseRow = caseRow
        self.origin = origin
        self.storedSteps = storedSteps
    }
}

/// The rows of commitments that deciding a command needs.
package protocol CommitmentLookup: AnyObject {
    func commitment(_ identifier: [UInt8]) throws(StoreError) -> CommitmentRecord?
    func commitment(ofPlatform slug: String, key: [UInt8]) throws(StoreError) -> CommitmentRecord?
    /// The open promise of a case, of which there is at most one.
    func openPromise(ofCase row: UInt64) throws(StoreError) -> CommitmentRecord?
    /// Open ones of campaigns and categories that were due before a day, the oldest first.
    func overdueCommitments(
        before day: CalendarDate, limit: Int
    ) throws(StoreError) -> [CommitmentRecord]
    func nextCommitment() throws(StoreError) -> UInt64
}

/// What readers ask for of commitments, within a snapshot.
package protocol CommitmentReader: CommitmentLookup {
    /// Visits commitments below a number, the newest first, until `visit` says to stop.
    func visitCommitments(
        platform slug: String?, below number: UInt64?, _ visit: (CommitmentRecord) -> VisitOrder
    ) throws(StoreError)
}

// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// What is to be done about a commitment.
package enum CommitmentOrder: Sendable {
    /// Makes one that has been checked by its rules. The same key again finds the first.
    case make(Commitment, CallOrigin)
    /// A mediator's word on one.
    case settle(identifier: [UInt8], CommitmentState, by: Actor, at: Instant, reason: String)
    /// The clock's: breaks what is open and overdue, so many at most.
    case settleOverdue(at: Instant, limit: Int)
}

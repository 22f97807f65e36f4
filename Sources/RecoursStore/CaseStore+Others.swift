// SPDX-License-Identifier: EUPL-1.2

extension CaseStore {
    /// Wakes whoever waits for or watches what other servers have committed to the same database.
    ///
    /// - Parameter heads: the last positions of the inboxes that grew.
    package func hear(_ heads: [PartnerNumber: UInt64]) {
        committer.noteOthers()
        waiters.publish(heads)
        // Which cases changed is not told: who watches one looks for itself.
        subscriptions.publish(heads, cases: nil)
    }
}

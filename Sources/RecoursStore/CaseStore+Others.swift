// SPDX-License-Identifier: EUPL-1.2

extension CaseStore {
    /// Wakes whoever waits for or watches what other servers have committed to the same database.
    ///
    package func hear(_ growth: Growth) {
        committer.noteOthers()
        waiters.publish(growth)
        // Which cases changed is not told: who watches one looks for itself.
        subscriptions.publish(growth.inboxes, cases: nil)
    }
}

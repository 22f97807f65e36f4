// SPDX-License-Identifier: EUPL-1.2

/// A way to people: the operator's command, or what a test puts in its place.
package protocol NotificationSender: Sendable {
    /// Tells one notification.
    ///
    /// - Returns: nil if it was told, else why not, in words for the log.
    func send(_ notification: Notification) async -> String?
}

// SPDX-License-Identifier: EUPL-1.2

/// Numbers that a server keeps under a name and that only ever rise: raising one to less than it is
/// changes nothing, so an order may be repeated and two may cross.
///
/// The raw values are stored, so they never change.
package enum StoreMark: String, Sendable, Hashable, CaseIterable {
    /// Milliseconds since 1970 of the newest event: every commit of one raises it. Recorded time
    /// begins here after a restart, whatever the machine's clock says.
    case recordedTime
    /// When the server last said that it lives, in milliseconds of recorded time.
    case heartbeat
    /// The last long stop: when the server was last alive before it, and when it was back.
    case stopBegan
    case stopEnded
    /// By how many milliseconds a sandbox's clock is ahead of the machine's.
    case clockOffset
    /// The last entry of the notifier's inbox that need not be told any more.
    case notified
    /// When the last scrub that found nothing began, and when damage was last found; milliseconds
    /// of recorded time.
    case scrubbed
    case damageFound
}

// SPDX-License-Identifier: EUPL-1.2

/// What became of a message handed to `sendMessage`.
package enum SendOutcome: Sendable, Hashable {
    /// Taken; the next may follow at once.
    case accepted
    /// Taken; send the next only after `sendable`.
    case acceptedThenWait
    /// Not taken, because the sender was told to wait: try again after `sendable`.
    case mustWait
    /// Not taken, because the peer does not accept messages of this size.
    case tooLarge
    /// Not taken, because the call is over or may send no more.
    case callOver
}

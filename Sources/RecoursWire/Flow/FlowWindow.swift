// SPDX-License-Identifier: EUPL-1.2

/// Credit that the peer gave us (PROTOCOL.md §6).
package struct SendWindow: Sendable, Hashable {
    /// The most that a window may ever hold.
    package static let maxBytes = 0x7FFF_FFFF

    /// DATA bytes we may send now.
    package private(set) var available: Int

    package init(bytes: Int) {
        self.available = bytes
    }

    /// Uses up credit; the caller has compared with `available` before.
    package mutating func spend(_ bytes: Int) {
        assert(bytes <= available, "sent without credit")
        available -= bytes
    }

    /// Adds credit; false if the window would pass 2³¹ − 1, which ends the connection.
    package mutating func grant(_ bytes: Int) -> Bool {
        guard bytes <= SendWindow.maxBytes - available else {
            return false
        }
        available += bytes
        return true
    }
}

/// Credit that we gave the peer, and what of it we owe back (PROTOCOL.md §6).
package struct ReceiveWindow: Sendable, Hashable {
    /// The window when nothing is in flight and nothing is owed.
    package let size: Int
    /// DATA bytes the peer may still send.
    package private(set) var remaining: Int
    /// Bytes done with, whose credit was not returned yet.
    package private(set) var owed = 0

    package init(bytes: Int) {
        self.size = bytes
        self.remaining = bytes
    }

    /// Takes DATA in; false if the peer had no credit for it, which ends the connection.
    package mutating func receive(_ bytes: Int) -> Bool {
        guard bytes <= remaining else {
            return false
        }
        remaining -= bytes
        return true
    }

    /// Notes that `bytes` received bytes are done with.
    package mutating func owe(_ bytes: Int) {
        owed += bytes
    }

    /// What to return now: everything owed once it is half a window, or anything at all if
    /// `urgent`; nil if nothing.
    package mutating func takeGrant(urgent: Bool = false) -> Int? {
        guard owed > 0, urgent || owed >= size / 2 else {
            return nil
        }
        let grant = owed
        owed = 0
        remaining += grant
        return grant
    }
}

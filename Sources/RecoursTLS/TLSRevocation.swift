// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// The revocation lists in use, which outlive any one context: sessions ask it in their handshake,
/// and again once there are others.
package final class TLSRevocation: Sendable {
    private let current: Mutex<TLSRevocationLists>

    package init(_ lists: TLSRevocationLists) {
        current = Mutex(lists)
    }

    package var lists: TLSRevocationLists {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }
}

// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import NIOCore

extension NIOBSDSocket.Option {
    /// Milliseconds after which a peer that acknowledges nothing is given up; the kernel's own
    /// limit is some 15 minutes (security.md §4.5).
    static var userTimeout: NIOBSDSocket.Option {
        NIOBSDSocket.Option(rawValue: TCP_USER_TIMEOUT)
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// Which of the servers of one store tells people: one at a time, or they would be told twice.
package struct NotificationTurn: Sendable {
    /// That of the only server of a store.
    package static let alone = NotificationTurn(isShared: false) { true }

    /// Whether other servers may be there.
    let isShared: Bool
    /// Asked before anything is told.
    let isOurs: @Sendable () -> Bool

    /// That of one of several servers.
    package init(isOurs: @escaping @Sendable () -> Bool) {
        self.init(isShared: true, isOurs: isOurs)
    }

    private init(isShared: Bool, isOurs: @escaping @Sendable () -> Bool) {
        self.isShared = isShared
        self.isOurs = isOurs
    }
}

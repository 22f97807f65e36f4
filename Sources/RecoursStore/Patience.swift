// SPDX-License-Identifier: EUPL-1.2

/// For how long work of each class may wait in a lane that is never empty. Of a class without a
/// limit nothing is given up, not even what is overdue; the clock has none.
struct Patience {
    /// Nothing is given up.
    static let endless = Patience()

    var interactive: Duration?
    var bulk: Duration?

    subscript(class: Claim.Class) -> Duration? {
        switch `class` {
        case .interactive: interactive
        case .clock: nil
        case .bulk: bulk
        }
    }
}

/// Why work was dropped when its turn came.
package enum LateReason: Sendable, Hashable, CaseIterable {
    /// Its deadline was over, or would be before it was done.
    case overdue
    /// It had waited for longer than its class is patient.
    case stale
}

/// What is too late at a moment.
struct Late {
    let now: Uptime
    /// When what is taken now will be done.
    let end: Uptime

    func reason(
        _ arrivedAt: Uptime, _ deadline: Uptime, standsSince: Uptime, _ patience: Duration?
    ) -> LateReason? {
        guard let patience else { return nil }
        if deadline <= end, deadline < .never { return .overdue }
        let isStale = arrivedAt + patience <= now && standsSince + patience <= now
        return isStale ? .stale : nil
    }
}

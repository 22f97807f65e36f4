// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// The limits in force, replaced whole while the server serves. What bounds one message or page
/// never changes; what bounds a partner, or all of them, may.
final class LiveLimits: Sendable {
    private let state: Mutex<ServiceLimits>
    // What each call asks for, where it takes no lock.
    private let calls: Atomic<Int>
    private let slowCall: Atomic<Int64>

    init(_ limits: ServiceLimits) {
        state = Mutex(limits)
        calls = Atomic(limits.callsPerPartner)
        slowCall = Atomic(limits.slowCallMilliseconds)
    }

    var current: ServiceLimits { state.withLock { $0 } }
    var callsPerPartner: Int { calls.load(ordering: .relaxed) }
    var slowCallMilliseconds: Int64 { slowCall.load(ordering: .relaxed) }

    func replace(_ limits: ServiceLimits) {
        state.withLock { $0 = limits }
        calls.store(limits.callsPerPartner, ordering: .relaxed)
        slowCall.store(limits.slowCallMilliseconds, ordering: .relaxed)
    }
}

// SPDX-License-Identifier: EUPL-1.2

internal import RecoursStore
internal import Synchronization

/// What one partner asks a second, over all its connections, held to its limits if it has any.
final class PartnerRates: Sendable {
    private struct Buckets {
        var writes: TokenBucket?
        var reads: TokenBucket?
        var bytes: TokenBucket?
        /// Which limits these are of, for what is told of an excess and for what changes.
        var limits: [Quota: UInt64] = [:]

        func excess(_ quota: Quota, _ wait: UInt64) -> QuotaExcess {
            QuotaExcess(quota, limit: limits[quota] ?? 0, waitMilliseconds: wait)
        }
    }

    /// A read, and what each unit more of its answer brings.
    private static let bytesAUnit = 4_096.0

    private let buckets = Mutex(Buckets())
    private let limited = Atomic(false)

    /// Whether there is any limit: most have none, and then a call costs one look.
    var areLimited: Bool { limited.load(ordering: .relaxed) }

    /// Takes over the limits of a partner as they now are; what was used stays used where a limit
    /// is what it was.
    func set(_ limits: [Quota: UInt64], at now: Uptime = .now) {
        buckets.withLock { buckets in
            guard limits != buckets.limits else { return }
            func bucket(_ quota: Quota, burst: Quota? = nil) -> TokenBucket? {
                limits[quota].map { limit in
                    TokenBucket(
                        perSecond: limit, burst: burst.flatMap { limits[$0] } ?? limit, at: now)
                }
            }
            buckets = Buckets(
                writes: bucket(.writesPerSecond, burst: .writeBurst),
                reads: bucket(.readUnitsPerSecond), bytes: bucket(.bytesPerSecond), limits: limits)
        }
        let quotas: [Quota] = [.writesPerSecond, .readUnitsPerSecond, .bytesPerSecond]
        limited.store(quotas.contains { limits[$0] != nil }, ordering: .relaxed)
    }

    /// Begins a call: takes what is known of its cost, or says which quota is used up.
    func begin(_ class: CallClass, at now: Uptime = .now) -> QuotaExcess? {
        buckets.withLock { buckets in
            if let wait = buckets.bytes?.take(0, at: now) {
                return buckets.excess(.bytesPerSecond, wait)
            }
            switch `class` {
            case .critical:
                guard let wait = buckets.writes?.take(1, at: now) else { return nil }
                return buckets.excess(.writesPerSecond, wait)
            case .normal, .sheddable:
                guard let wait = buckets.reads?.take(1, at: now) else { return nil }
                return buckets.excess(.readUnitsPerSecond, wait)
            case .paced: return nil
            }
        }
    }

    /// Has a call pay for what it came to.
    func end(
        _ class: CallClass, requestBytes: Int, responseBytes: Int, at now: Uptime = .now
    ) {
        buckets.withLock { buckets in
            switch `class` {
            // Paid piece by piece.
            case .paced: return
            case .normal, .sheddable:
                buckets.reads?.spend(Double(responseBytes) / Self.bytesAUnit, at: now)
            case .critical: break
            }
            buckets.bytes?.spend(Double(requestBytes + responseBytes), at: now)
        }
    }

    /// Waits until one more piece of a stream may go on, and takes what it costs; returns at once
    /// if the task is cancelled.
    func admit(commands: Int = 0, bytes: Int) async {
        while areLimited, !Task.isCancelled {
            guard let wait = take(commands, bytes, at: .now) else { return }
            try? await Task.sleep(for: .milliseconds(wait))
        }
    }

    private func take(_ commands: Int, _ bytes: Int, at now: Uptime) -> UInt64? {
        buckets.withLock { buckets in
            if let wait = buckets.bytes?.take(0, at: now) { return wait }
            if commands > 0, let wait = buckets.writes?.take(Double(commands), at: now) {
                return wait
            }
            buckets.bytes?.spend(Double(bytes), at: now)
            return nil
        }
    }
}

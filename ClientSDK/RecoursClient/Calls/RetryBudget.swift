// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// The token bucket that keeps retries a small part of all calls.
final class RetryBudget: Sendable {
    private let capacityInTenths: Int
    private let tenths: Mutex<Int>

    init(tokens: Int) {
        capacityInTenths = max(0, tokens) * 10
        tenths = Mutex(max(0, tokens) * 10)
    }

    /// A call was answered.
    func deposit() {
        tenths.withLock { $0 = min(capacityInTenths, $0 + 1) }
    }

    /// Pays for one retry; false if the bucket is below half.
    func withdraw() -> Bool {
        tenths.withLock { tenths in
            guard tenths * 2 > capacityInTenths else { return false }
            tenths -= 10
            return true
        }
    }
}

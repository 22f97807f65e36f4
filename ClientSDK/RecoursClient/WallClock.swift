// SPDX-License-Identifier: EUPL-1.2

internal import Glibc

/// The system's clock, for keys and defaults only; every time limit uses the monotonic clock.
enum WallClock {
    static func millisecondsSince1970() -> UInt64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return UInt64(clamping: now.tv_sec) * 1000 + UInt64(clamping: now.tv_nsec) / 1_000_000
    }
}

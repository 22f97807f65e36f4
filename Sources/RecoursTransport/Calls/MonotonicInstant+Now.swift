// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
package import RecoursWire

extension MonotonicInstant {
    /// The monotonic clock, which all time limits of connections and calls are measured by.
    package static var now: MonotonicInstant {
        MonotonicInstant(nanoseconds: NIODeadline.now().uptimeNanoseconds)
    }

    /// Later than every reading.
    static var never: MonotonicInstant { MonotonicInstant(nanoseconds: .max) }
}

// SPDX-License-Identifier: EUPL-1.2

/// How long a call asks to wait at the server for something to come, with a deadline that leaves
/// time for the answer.
struct LongWait {
    private static let margin = Duration.seconds(5)

    let milliseconds: UInt32
    let deadline: Duration

    init(_ wait: Duration, _ configuration: RecoursConfiguration) {
        milliseconds = UInt32(clamping: Int64(wait / .milliseconds(1)))
        deadline = max(configuration.defaultDeadline, wait + Self.margin)
    }
}

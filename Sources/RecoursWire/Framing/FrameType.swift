// SPDX-License-Identifier: EUPL-1.2

/// The nine kinds of frame (PROTOCOL.md §4.2); any other number is judged by its optional flag.
package enum FrameType: UInt8, Sendable, Hashable, CaseIterable {
    case hello = 1
    case open = 2
    case head = 3
    case data = 4
    case status = 5
    case cancel = 6
    case credit = 7
    case ping = 8
    case goAway = 9
}

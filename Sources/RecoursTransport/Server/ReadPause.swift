// SPDX-License-Identifier: EUPL-1.2

/// For how long a connection is not read after one of its calls had to be refused for want of room.
///
/// A refusal costs the server a part of what the call would have; a client that asks on as fast as
/// it is refused could have it do nothing else. So its next calls wait in the socket, longer each
/// time that all it says is too much, and are then read together.
struct ReadPause {
    private static var shortestMilliseconds: Int64 { 25 }
    private static var longestMilliseconds: Int64 { 400 }

    private(set) var isActive = false
    private var milliseconds: Int64 = 0

    /// Notes a refusal; how long to pause from now, nil if it pauses already.
    mutating func begin() -> Int64? {
        guard !isActive else { return nil }
        isActive = true
        milliseconds = min(
            max(2 * milliseconds, Self.shortestMilliseconds), Self.longestMilliseconds)
        return milliseconds
    }

    mutating func end() { isActive = false }

    /// Notes that a read is worked off: if it refused nothing, the next pause is short again.
    mutating func hasRead() {
        if !isActive { milliseconds = 0 }
    }
}

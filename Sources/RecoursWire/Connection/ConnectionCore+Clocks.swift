// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

extension ConnectionCore {
    /// Moves the machine's time forward; never back, whatever the caller says.
    mutating func advance(_ instant: MonotonicInstant) {
        now = max(now, instant)
        if idleSince == nil, table.isEmpty {
            idleSince = now
        }
        if outputSince == nil, hasOutput {
            outputSince = now
        }
    }

    /// Checks the clocks that concern the whole connection. Throws the timeout that has passed.
    mutating func checkClocks() throws(ConnectionError) {
        if !hasHello, now >= startedAt.advanced(byMilliseconds: limits.helloTimeoutMilliseconds) {
            throw ConnectionError(.helloTimeout, "HELLO did not come in time.")
        }
        if let frameStartedAt,
            now >= frameStartedAt.advanced(byMilliseconds: limits.frameTimeoutMilliseconds)
        {
            throw ConnectionError(.frameTimeout, "A frame stayed incomplete for too long.")
        }
        if let oldest = pings.oldest,
            now >= oldest.advanced(byMilliseconds: limits.pingTimeoutMilliseconds)
        {
            throw ConnectionError(.pingTimeout, "A PING was not answered in time.")
        }
        if let outputSince,
            now >= outputSince.advanced(byMilliseconds: limits.writeStallMilliseconds)
        {
            throw ConnectionError(.writeStalled, "No output could be written for too long.")
        }
        if let keepaliveAt, now >= keepaliveAt {
            _ = ping(now: now)
        }
    }

    /// When silence asks for a PING; never more often than the peer announced.
    private var keepaliveAt: MonotonicInstant? {
        let wanted =
            table.isEmpty ? limits.idleKeepaliveMilliseconds : limits.keepaliveMilliseconds
        guard wanted > 0, hasHello, pings.oldest == nil else {
            return nil
        }
        let interval = max(wanted, peer.minPingIntervalMilliseconds)
        return lastReceivedAt.advanced(byMilliseconds: interval)
    }

    /// When the next of the clocks kept here must be looked at.
    var nextClock: MonotonicInstant {
        // A wait of unknown start is looked at once, to start its clock.
        if needsStallMark || (outputSince == nil && hasOutput) {
            return now
        }
        var next = min(earliestDeadline, stallCheckAt)
        if !hasHello {
            next = min(next, startedAt.advanced(byMilliseconds: limits.helloTimeoutMilliseconds))
        }
        if let frameStartedAt {
            next = min(
                next, frameStartedAt.advanced(byMilliseconds: limits.frameTimeoutMilliseconds))
        }
        if let oldest = pings.oldest {
            next = min(next, oldest.advanced(byMilliseconds: limits.pingTimeoutMilliseconds))
        }
        if let outputSince {
            next = min(next, outputSince.advanced(byMilliseconds: limits.writeStallMilliseconds))
        }
        if let creditlessSince {
            next = min(
                next, creditlessSince.advanced(byMilliseconds: limits.writeStallMilliseconds))
        }
        if let keepaliveAt {
            next = min(next, keepaliveAt)
        }
        return next
    }

    /// Brings a call's deadline forward.
    mutating func shortenDeadline(_ call: UInt32, to instant: MonotonicInstant) {
        guard let index = table.find(call), instant < table[index].deadline else {
            return
        }
        table[index].deadline = instant
        earliestDeadline = min(earliestDeadline, instant)
    }

    /// The calls whose deadline has passed, each reported once.
    mutating func takeExpiredCalls() -> [UInt32] {
        guard now >= earliestDeadline else {
            return []
        }
        var expired: [UInt32] = []
        earliestDeadline = .never
        for index in table.indices {
            if now >= table[index].deadline {
                table[index].deadline = .never
                expired.append(table[index].number)
            }
            earliestDeadline = min(earliestDeadline, table[index].deadline)
        }
        return expired.sorted()
    }

    /// The calls that have had something to send and no credit for too long: of their own, or of
    /// the connection's.
    mutating func takeStalledCalls() -> [UInt32] {
        takeCallsWithoutCredit() + takeCallsOfCreditlessConnection()
    }

    private mutating func takeCallsOfCreditlessConnection() -> [UInt32] {
        guard let since = creditlessSince,
            now >= since.advanced(byMilliseconds: limits.writeStallMilliseconds)
        else {
            return []
        }
        creditlessSince = nil
        return ready.sorted()
    }

    private mutating func takeCallsWithoutCredit() -> [UInt32] {
        guard needsStallMark || now >= stallCheckAt else {
            return []
        }
        needsStallMark = false
        stallCheckAt = .never
        var stalled: [UInt32] = []
        for index in table.indices where table[index].isBlocked {
            let since = table[index].blockedSince ?? now
            table[index].blockedSince = since
            let limit = since.advanced(byMilliseconds: limits.writeStallMilliseconds)
            if now >= limit {
                stalled.append(table[index].number)
            } else {
                stallCheckAt = min(stallCheckAt, limit)
            }
        }
        return stalled.sorted()
    }
}

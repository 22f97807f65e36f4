// SPDX-License-Identifier: EUPL-1.2

internal import RecoursTransport
internal import RecoursWire

/// The servers which a client may use, and what became of its tries with each: whom to try next,
/// when, and for how long. A value without clock or dice: both are handed in.
///
/// They stand in the order in which they are tried, drawn anew for each client, so that clients
/// spread. Who fails goes to the end and is left alone for a while, twice as long each time.
struct AddressBook: Sendable {
    typealias Instant = ContinuousClock.Instant

    /// A server is left alone for a random part of this after its first failure.
    static let firstPause: Duration = .milliseconds(100)
    /// And of this after many. Who has served for so long starts afresh.
    static let longestPause: Duration = .seconds(10)
    /// A server may ask for a pause no longer than this.
    private static let longestPauseAskedFor: Duration = .seconds(60)
    /// No server has less time to answer.
    private static let shortestTry: Duration = .seconds(1)

    private struct Entry: Sendable {
        let server: ServerAddress
        /// In a row.
        var failures = 0
        /// The last of them.
        var failure: CallFailure?
        /// It is left alone until then.
        var notBefore: Instant?
        var connectedSince: Instant?
        /// It took calls although it could not serve.
        var wasUnfit = false
    }

    private var entries: [Entry] = []

    init(_ servers: [ServerAddress], using generator: inout some RandomNumberGenerator) {
        update(servers, using: &generator)
    }

    /// In the order in which they are tried.
    var servers: [ServerAddress] { entries.map(\.server) }

    // MARK: What next

    /// Whom to try now, of those who were not tried in this round; nil: nobody.
    func next(at now: Instant, besides tried: Set<ServerAddress> = []) -> ServerAddress? {
        entries.first { ($0.notBefore ?? now) <= now && !tried.contains($0.server) }?.server
    }

    /// When somebody may be tried again; nil: now.
    func pause(at now: Instant) -> Instant? {
        guard let first = entries.map({ $0.notBefore ?? now }).min(), first > now else {
            return nil
        }
        return first
    }

    /// How long to wait for one server: a share of the time if there are others, more after each
    /// failure, so that all being slow is not taken for all being dead.
    func patience(with server: ServerAddress, within time: Duration) -> Duration {
        guard entries.count > 1, let entry = entry(of: server) else { return time }
        let time = max(time, Self.shortestTry)
        let share = max(time / entries.count, Self.shortestTry)
        return min(share * (1 << min(entry.failures, 8)), max(share, time / 2))
    }

    /// Whether a server must say that it serves before it is given calls: if there is a choice, or
    /// it could not when it was last given some.
    func mustBeAsked(_ server: ServerAddress) -> Bool {
        entries.count > 1 || entry(of: server)?.wasUnfit == true
    }

    /// Why nobody can be had: of one server its own failure, of many all of them. It may pass if
    /// one of them may.
    var failure: CallFailure {
        let failed = entries.compactMap { entry in
            entry.failure.map { (server: entry.server, failure: $0) }
        }
        let first = failed.first { $0.failure.status.code == .unavailable } ?? failed.first
        guard let first else { return .neverTried }
        guard failed.count > 1 else { return first.failure }
        let all = failed.map { server, failure in
            let message = failure.status.message
            return message.contains("\(server)") ? message : "\(server): \(message)"
        }
        return CallFailure(
            RPCStatus(
                first.failure.status.code,
                "None of \(entries.count) servers can be used. " + all.joined(separator: "; ")),
            origin: .connection, safeToRetry: true, remedy: first.failure.remedy)
    }

    // MARK: What became of it

    /// Takes over what the endpoints' names mean now. Who was known stays where it is, who is new
    /// comes among those who have not failed.
    mutating func update(
        _ found: [ServerAddress], using generator: inout some RandomNumberGenerator
    ) {
        entries.removeAll { !found.contains($0.server) }
        for server in found where entry(of: server) == nil {
            let sound = entries.prefix { $0.failures == 0 }.count
            entries.insert(
                Entry(server: server), at: Int.random(in: 0...sound, using: &generator))
        }
    }

    mutating func connected(to server: ServerAddress, at now: Instant) {
        guard let place = place(of: server) else { return }
        entries[place].connectedSince = now
        entries[place].failure = nil
        entries[place].notBefore = nil
        entries[place].wasUnfit = false
    }

    /// A connection came to its end in good order: others come first now.
    mutating func left(_ server: ServerAddress) {
        guard let place = place(of: server) else { return }
        entries.append(Entry(server: entries.remove(at: place).server))
    }

    /// It could not be reached, was lost, or said that it cannot serve (`isUnfit`); `pause` is what
    /// it asked for.
    mutating func failed(
        _ server: ServerAddress, _ failure: CallFailure, at now: Instant, pause: Duration = .zero,
        isUnfit: Bool = false, using generator: inout some RandomNumberGenerator
    ) {
        guard let place = place(of: server) else { return }
        var entry = entries.remove(at: place)
        if let since = entry.connectedSince, now - since >= Self.longestPause {
            entry.failures = 0
        }
        let whole = min(Self.firstPause * (1 << min(entry.failures, 8)), Self.longestPause)
        // In whole milliseconds: a clock counts nanoseconds, and who sleeps for a part of one more
        // would wake before the pause is over.
        let drawn = Int64.random(in: 0...Int64(whole / .milliseconds(1)), using: &generator)
        entry.notBefore = now + max(.milliseconds(drawn), min(pause, Self.longestPauseAskedFor))
        entry.failures += 1
        entry.failure = failure
        entry.connectedSince = nil
        entry.wasUnfit = isUnfit
        entries.append(entry)
    }

    private func place(of server: ServerAddress) -> Int? {
        entries.firstIndex { $0.server == server }
    }

    private func entry(of server: ServerAddress) -> Entry? {
        entries.first { $0.server == server }
    }
}

extension CallFailure {
    /// Asked only of a book in which nobody has failed, which waits for nobody.
    fileprivate static let neverTried = CallFailure(
        RPCStatus(.unavailable, "No server has been tried."), origin: .connection,
        safeToRetry: true)
}

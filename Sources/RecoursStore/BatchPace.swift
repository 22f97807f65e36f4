// SPDX-License-Identifier: EUPL-1.2

/// How much a batch may hold, so that whoever comes meanwhile does not wait long.
///
/// What a command takes is learnt from the batches themselves, with their share of the commit.
/// Bulk is held to a time, but while nobody waits it is not, for smaller batches write the same
/// pages more often. Commands for whose answers somebody waits are held to a number a partner, and
/// only where several come: one's burst in one batch is everybody else's wait. The number is so
/// large that the commits do not take most of the time, on a slow disk larger.
struct BatchPace {
    /// Smaller batches say more of the disk than of a command.
    private static let telling = 32
    /// Batches without anybody who waits, after which nobody is expected.
    private static let calm = 32
    /// Batches of no more commands say what a commit takes.
    private static let few = 4
    private static let leastOfOne = 16

    private let most: Int
    private let goal: Duration
    private var aCommand: Duration?
    private var aCommit: Duration?
    private var unawaited = Self.calm

    init(most: Int, goal: Duration) {
        self.most = most
        self.goal = goal
    }

    /// Commands of bulk for the next batch.
    var bulk: Int {
        if unawaited >= Self.calm { return most }
        guard let aCommand, aCommand > .zero else { return min(most, 8 * Self.telling) }
        return min(most, max(Self.telling, Int(goal / aCommand)))
    }

    /// Commands of one partner for the next batch, while others come: what takes about as long as
    /// the commit that they share. As many as there are before that is known.
    var ofOne: Int {
        guard let aCommand, let aCommit, aCommand > .zero else { return most }
        return max(Self.leastOfOne, Int(aCommit / aCommand))
    }

    /// How many commands are done within a time: what may wait if nobody shall wait for longer. At
    /// least two batches that tell, so that one slow commit of a few can't shut all others out; nil
    /// before anything is known.
    func commands(within time: Duration) -> Int? {
        guard let aCommand, aCommand > .zero else { return nil }
        return max(2 * Self.telling, Int(time / aCommand))
    }

    /// About how long a batch of so many takes.
    func time(of commands: Int) -> Duration { (aCommand ?? .zero) * min(commands, most) }

    /// Learns from a batch; `isAwaited` if somebody waited for one of its commands.
    mutating func note(commands: Int, isAwaited: Bool, took time: Duration) {
        unawaited = isAwaited ? 0 : unawaited + 1
        if commands <= Self.few { aCommit = Self.mean(aCommit, time) }
        if commands >= Self.telling { aCommand = Self.mean(aCommand, time / commands) }
    }

    private static func mean(_ before: Duration?, _ now: Duration) -> Duration {
        before.map { ($0 * 3 + now) / 4 } ?? now
    }
}

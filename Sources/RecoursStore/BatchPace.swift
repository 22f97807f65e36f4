// SPDX-License-Identifier: EUPL-1.2

/// How much bulk a batch may hold, so that whoever comes meanwhile does not wait long.
///
/// What a command takes is learnt from the batches themselves, with their share of the commit.
/// Commands for whose answers somebody waits are not held to it: to make them wait for one another
/// in smaller batches would only cost more of them. Nor is bulk while nobody waits, for smaller
/// batches write the same pages more often.
struct BatchPace {
    /// Smaller batches say more of the disk than of a command.
    private static let telling = 32
    /// Batches without anybody who waits, after which nobody is expected.
    private static let calm = 32

    private let most: Int
    private let goal: Duration
    private var aCommand: Duration?
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
        guard commands >= Self.telling else { return }
        let now = time / commands
        aCommand = aCommand.map { ($0 * 3 + now) / 4 } ?? now
    }
}

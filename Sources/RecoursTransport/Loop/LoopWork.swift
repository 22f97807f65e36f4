// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore

/// A connection that gathers what it has to write until the loop's present work is done.
protocol LoopFlushable: AnyObject {
    /// Writes what was gathered.
    func flushGathered()
}

/// What the connections of one loop share: memory, and the list of those with something to write.
final class LoopWork {
    /// Plaintext on its way in. Shared, so that an idle connection holds none.
    var received = ByteBuffer()
    /// Frames on their way out, for the same reason.
    var output = ByteBuffer()
    /// One encoded message on its way to a machine.
    var message = ByteBuffer()
    /// A run of the executor is under way; it ends with `flush`.
    var isRunning = false
    private var waiting: [any LoopFlushable] = []

    /// Has a connection flush at the end of the run; once until it has flushed.
    func flushLater(_ connection: any LoopFlushable) {
        waiting.append(connection)
    }

    func flush() {
        // Flushing wakes senders, but what they do is a job of its own: this comes to an end.
        while let connection = waiting.popLast() { connection.flushGathered() }
    }
}

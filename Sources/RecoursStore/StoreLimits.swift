// SPDX-License-Identifier: EUPL-1.2

/// The bounds of a store's queues, batches and pages.
package struct StoreLimits: Sendable, Hashable {
    /// Commands in one transaction: at a thousand the fdatasync is a small part of a command's
    /// cost.
    package var batchCommands = 1_000
    /// Bytes of commands in one transaction: eight of the largest cases.
    package var batchBytes = 16 << 20
    /// What a transaction may take on behalf of bulk while others have commands too, which wait for
    /// it: a disk's fdatasync of a millisecond is a twentieth of it.
    package var bulkBatchTime: Duration = .milliseconds(20)
    /// Commands waiting for the writer. At the writer's rate this is under two seconds of work.
    package var queuedCommands = 32_768
    /// Bytes of commands waiting for the writer.
    package var queuedBytes = 64 << 20
    /// Commands and bytes of one partner, of bulk and of others each: a quarter, so that nobody is
    /// refused because of another.
    var queuedOfOne: WorkAmount {
        WorkAmount(count: max(1, queuedCommands / 4), bytes: queuedBytes / 4)
    }
    /// Single commands are to wait for the writer no longer than this and a batch; those that come
    /// while more wait are refused. Long enough to fill a batch, which costs each command least;
    /// nil lets all wait that have room.
    package var queueTarget: Duration? = .milliseconds(100)
    /// What has waited this long, while its partner always had more waiting, is given up: nobody
    /// counts on its answer any more, and those who still do would come too late for it. Nil heeds
    /// no deadlines either.
    package var queuePatience: Duration? = .milliseconds(500)
    /// The same of lists and the like, which take longer and are waited for longer.
    var listPatience: Duration? { queuePatience.map { $0 * 4 } }
    /// What partners may have stored in a day, and may ask a second.
    package var quotas = QuotaTable()
    /// Reads waiting for one reader thread.
    package var queuedReads = 65_536
    /// Readers for event loops: at most so many of them read a case at once.
    package var promptReaders = 4
    /// Reads served in one snapshot, so that a snapshot is short and the log can be reset.
    package var readsASnapshot = 1_024
    /// Items of one page at most, as the protos say.
    package var pageItems = 1_000
    /// Bytes of one page at most; one item always fits.
    package var pageBytes = 1 << 20
    /// Rows looked at for one page; a page that reaches this ends early and says where to go on.
    package var pageRowsScanned = 20_000
    /// Removals read for one submitter's own figures: some fifty milliseconds.
    package var removalsRead = 100_000
    /// Waiters on inboxes and reports.
    package var waiters = 65_536
    /// Watches of inboxes and cases.
    package var subscriptions = 65_536
    /// Free bytes kept in reserve: writes are refused below this or below `reservePercent`,
    /// whichever is less.
    package var reserveBytes: UInt64 = 512 << 20
    /// Percent of the disk kept in reserve.
    package var reservePercent: UInt64 = 5
    /// Bytes of one case by the codec (design.md §9): what a party adds beyond is refused.
    package static let caseBytes = 2 << 20
    /// Bytes of one partner's files that are attached to no case: a hundred of the largest, so that
    /// nobody fills the disk with what belongs to nothing.
    package static let unattachedEvidenceBytes: UInt64 = 2 << 30
    /// Events of one case, because an event's row number holds its sequence in 16 bits.
    package static let eventsACase: UInt64 = 65_535

    package init() {}

    /// The reserve on a disk of `totalBytes`.
    package func reserve(ofTotalBytes totalBytes: UInt64) -> UInt64 {
        min(reserveBytes, totalBytes / 100 * reservePercent)
    }
}

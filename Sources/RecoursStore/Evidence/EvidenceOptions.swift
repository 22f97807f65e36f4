// SPDX-License-Identifier: EUPL-1.2

internal import Foundation

/// The bounds of uploads, and how long what is not finished is kept.
package struct EvidenceOptions: Sendable {
    /// Streams of one partner at once: more fill a link no better.
    package var streamsPerPartner = 4
    /// Streams at once in all: each holds an open file and a hash.
    package var streams = 256
    /// A stream that has brought nothing for so long gives its place to another.
    package var stalledMilliseconds: Int64 = 60_000
    /// Files of one partner that are announced and not yet whole.
    package var announcedFiles = 256
    /// Their announced bytes: ten of the largest.
    package var announcedBytes: UInt64 = 200 << 20
    /// An upload idle for so long makes room if its partner announces another.
    package var idleMilliseconds: Int64 = 10 * 60_000
    /// An upload is given up after so long without a byte.
    package var keptMilliseconds: Int64 = 24 * 3_600_000
    /// What is attached to no case is kept for so long.
    package var unattachedMilliseconds: Int64 = 7 * 24 * 3_600_000
    /// Bytes written before they are synced: spreads the cost of a large file over its coming.
    package var syncBytes = 4 << 20
    /// Pieces of work that wait for the disk, and their bytes.
    package var queuedWork = 4_096
    package var queuedBytes = 64 << 20
    /// Makes a file's content durable; 0 if it did. Tests let it fail.
    package var synchronise: @Sendable (CInt) -> CInt = { fsync($0) }
    /// What gives the two loops their turns; nil: each has a thread of its own.
    package var turns: StoreTurns?

    package init() {}
}

/// A hash of content that comes in parts, of 32 bytes. A parameter, as the store knows no
/// cryptographic library.
package protocol ContentHasher: AnyObject {
    func update(_ bytes: [UInt8]) throws
    /// Called once, in the end.
    func finish() throws -> [UInt8]
}

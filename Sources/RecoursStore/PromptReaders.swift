// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import Synchronization

/// Readers that serve single rows on the caller's own thread: an event loop's.
///
/// A row whose pages are in memory is read in a fraction of what handing it to another thread and
/// back costs. A disk that makes loops wait is left to `ReadService` for a second at a time.
///
/// While nothing is written, a reader keeps its snapshot from one read to the next, for to begin
/// and end one costs as much as a row. While a batch is under way none is kept: the log could not
/// begin anew.
final class PromptReaders: Sendable {
    private struct Reader {
        let source: any StoreReader
        /// How many batches were on disk before its snapshot began; nil without one.
        var snapshot: UInt64?

        /// Sees every batch that was on disk when `batches` of them were.
        mutating func begin(_ batches: UInt64) throws(StoreError) {
            if snapshot == batches { return }
            end()
            try source.beginSnapshot()
            snapshot = batches
        }

        mutating func end() {
            if snapshot != nil { source.endSnapshot() }
            snapshot = nil
        }
    }

    /// One reader, used by whoever holds the lock; nil once it has stopped.
    private final class Place: Sendable {
        let reader: Mutex<Reader?>

        init(_ makeReader: () throws(StoreError) -> sending any StoreReader) throws(StoreError) {
            reader = Mutex(Reader(source: try makeReader()))
        }

        /// Nil if somebody else reads here, or nobody any more.
        func read<Value: Sendable>(
            _ batches: UInt64, keeps: Bool,
            _ read: @Sendable (any StoreReader) throws(StoreError) -> Value?
        ) -> Result<Value?, StoreError>? {
            let result = reader.withLockIfAvailable { reader -> Result<Value?, StoreError>? in
                guard reader != nil else { return nil }
                do throws(StoreError) {
                    try reader?.begin(batches)
                    let value = try reader.flatMap { (reader) throws(StoreError) in
                        try read(reader.source)
                    }
                    if !keeps { reader?.end() }
                    return .success(value)
                } catch {
                    reader?.end()
                    return .failure(error)
                }
            }
            return result ?? nil
        }
    }

    /// A read that took longer came from a disk, if its thread did not just lose its core.
    private static var slowNanoseconds: UInt64 { 2_000_000 }
    /// What a slow read weighs against a quick one. Three close to each other are no chance.
    private static var slowWeight: Int { 32 }
    private static var slowLimit: Int { 80 }
    private static var pauseNanoseconds: UInt64 { 1_000_000_000 }

    private let places: [Place]
    /// Uptime in nanoseconds before which nobody reads here.
    private let pausedUntil = Atomic<UInt64>(0)
    /// Raised by slow reads, lowered by quick ones. Racing loops may lose a step: it is a gauge.
    private let slowness = Atomic<Int>(0)
    private let isWriting = Atomic(false)
    private let mayKeep: Bool

    /// - Parameters:
    ///   - count: readers, one for each event loop that shall never find all taken.
    ///   - mayKeep: whether a snapshot of this back end holds nobody up.
    init(
        count: Int, mayKeep: Bool, _ makeReader: () throws(StoreError) -> sending any StoreReader
    ) throws(StoreError) {
        var places: [Place] = []
        for _ in 0..<count { places.append(try Place(makeReader)) }
        self.places = places
        self.mayKeep = mayKeep
    }

    /// What `read` finds; nil if it is for `ReadService` to find out: every reader is taken, the
    /// disk is slow, or the store has stopped. It sees the `batches` that were on disk before.
    func read<Value: Sendable>(
        _ batches: UInt64,
        _ read: @Sendable (any StoreReader) throws(StoreError) -> Value?
    ) -> Result<Value?, StoreError>? {
        let begun = DispatchTime.now().uptimeNanoseconds
        guard begun >= pausedUntil.load(ordering: .relaxed) else { return nil }
        let keeps = mayKeep && !isWriting.load(ordering: .acquiring)
        for place in places {
            guard let result = place.read(batches, keeps: keeps, read) else { continue }
            note(begun, DispatchTime.now().uptimeNanoseconds)
            return result
        }
        return nil
    }

    private func note(_ begun: UInt64, _ now: UInt64) {
        let before = slowness.load(ordering: .relaxed)
        guard now - begun > PromptReaders.slowNanoseconds else {
            if before > 0 { slowness.store(before - 1, ordering: .relaxed) }
            return
        }
        guard BlocksRead.haveGrown() else { return }
        slowness.store(
            min(before + PromptReaders.slowWeight, PromptReaders.slowLimit), ordering: .relaxed)
        if before + PromptReaders.slowWeight > PromptReaders.slowLimit {
            pausedUntil.store(now + PromptReaders.pauseNanoseconds, ordering: .relaxed)
        }
    }

    /// No snapshot is kept from now on, and none that was is left.
    func writingBegins() {
        isWriting.store(true, ordering: .sequentiallyConsistent)
        for place in places { place.reader.withLock { $0?.end() } }
    }

    func writingEnds() {
        isWriting.store(false, ordering: .releasing)
    }

    /// Stops serving: returns when no read is under way, and frees the readers.
    func stop() {
        for place in places {
            place.reader.withLock { reader in
                reader?.end()
                reader = nil
            }
        }
    }
}

/// What the kernel has read from disks for a thread; asked only after a slow read.
private enum BlocksRead {
    private static let key = "recours.blocks-read"
    /// RUSAGE_THREAD of getrusage(2), which Swift does not import.
    private static let thread: Int32 = 1

    /// True if there was something since the thread asked last, so not at its first time.
    static func haveGrown() -> Bool {
        var usage = rusage()
        guard getrusage(thread, &usage) == 0 else { return true }
        let memory = Thread.current.threadDictionary
        defer { memory[key] = usage.ru_inblock }
        guard let before = memory[key] as? Int else { return false }
        return usage.ru_inblock > before
    }
}

// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
package import RecoursCases
internal import Synchronization

/// The files of evidence on disk: those on their way in `incoming/`, whole ones by their SHA-256.
///
/// A file is taken in this order, so that a crash at any point leaves no record without its file:
/// bytes into `incoming/`; synced; hash and kind checked; renamed to the name of its content and
/// the directories synced; only then may a record be committed (`CaseStore`), which looks whether
/// the file is still there. What is left over at a crash is garbage, and collected. Contents are
/// kept once, however many have brought them; that a content was there already is told to nobody,
/// nor seen in the time an upload takes.
///
/// One thread writes and another reads; no event loop waits for either. Whole files are removed by
/// the store's writer alone, for it knows what is named; several servers may so share a directory.
package final class EvidenceDirectory: Sendable {
    /// A stream that may bring bytes of one upload, until a later one takes over.
    package struct Stream: Sendable {
        package let identifier: EvidenceIdentifier
        package let owner: PartnerReference
        package let claim: EvidenceClaim
        let generation: UInt64
    }

    /// What keeps contents from being removed here.
    private struct Needs {
        /// Backups under way, during which nothing is removed.
        var holds = 0
        /// Contents in their places whose records may follow at any moment. They would be missed
        /// in time; but whoever brings them need not do so twice, as in a start's first sweep.
        var awaited: [EvidenceIdentifier: [UInt8]] = [:]
    }

    package let options: EvidenceOptions
    private let path: String
    private let limits: StoreLimits
    private let isTemporary: Bool
    private let isClosed = Atomic(false)
    private let makeHasher: @Sendable () throws -> any ContentHasher
    private let writer: EvidenceWorker
    private let reader: EvidenceWorker
    private let verified = VerifiedContents()
    private let incoming: IncomingDirectory
    private let needs = Mutex(Needs())
    /// Bytes hashed at a time.
    private static let verifiedBytes = 1 << 20
    /// Touched by the writer's thread only, so it is never waited for.
    private let state: Mutex<IncomingState>

    /// Opens, or makes, a directory of evidence, and finds the uploads that were under way. Blocks.
    ///
    /// Throws `storageFailed` or `storageFull` if it cannot be written.
    ///
    /// - Parameter own: a directory of this server's own, where its name among those that share the
    ///   files is kept; nil: they are one server's alone.
    package convenience init(
        path: String, sharedBy own: String? = nil, limits: StoreLimits = StoreLimits(),
        options: EvidenceOptions = EvidenceOptions(),
        makeHasher: @escaping @Sendable () throws -> any ContentHasher
    ) throws(StoreError) {
        try self.init(
            path: path, own: own, isTemporary: false, limits: limits, options: options,
            makeHasher: makeHasher)
    }

    /// A directory of its own under the system's temporary one, gone when nobody holds it any more.
    package static func temporary(
        options: EvidenceOptions = EvidenceOptions(),
        makeHasher: @escaping @Sendable () throws -> any ContentHasher
    ) throws(StoreError) -> EvidenceDirectory {
        let path = NSTemporaryDirectory() + "recours-evidence-\(UUID().uuidString)"
        return try EvidenceDirectory(
            path: path, own: nil, isTemporary: true, limits: StoreLimits(), options: options,
            makeHasher: makeHasher)
    }

    private init(
        path: String, own: String?, isTemporary: Bool, limits: StoreLimits,
        options: EvidenceOptions, makeHasher: @escaping @Sendable () throws -> any ContentHasher
    ) throws(StoreError) {
        self.path = path
        self.isTemporary = isTemporary
        self.limits = limits
        self.options = options
        self.makeHasher = makeHasher
        let parent = (path as NSString).deletingLastPathComponent
        if try EvidenceFiles.makeDirectory(path) {
            try EvidenceFiles.syncDirectory(parent.isEmpty ? "." : parent)
        }
        incoming = try IncomingDirectory(in: path, own: own)
        try incoming.tryOut(options)
        state = Mutex(try IncomingState(directory: incoming.path))
        writer = EvidenceWorker(name: "recours-evidence", options: options)
        reader = EvidenceWorker(name: "recours-evidence-reader", options: options)
    }

    deinit {
        close()
    }

    /// Finishes the work asked for and ends the threads; a second time, it does nothing.
    package func close() {
        guard !isClosed.exchange(true, ordering: .sequentiallyConsistent) else { return }
        writer.close()
        reader.close()
        incoming.close(isEmpty: state.withLock { $0.uploads.isEmpty })
        // What cannot be removed of a test's directory is the system's to remove.
        if isTemporary { try? FileManager.default.removeItem(atPath: path) }
    }

    // MARK: Uploads

    /// Announces a file; announced again, says what has come of it.
    ///
    /// - Returns: bytes that have come.
    package func begin(
        _ identifier: EvidenceIdentifier, owner: PartnerReference, _ claim: EvidenceClaim,
        at now: Instant
    ) async throws(EvidenceFault) -> UInt64 {
        try await changing { state throws(EvidenceFault) in
            try self.begin(&state, identifier, owner, claim, at: now)
        }
    }

    private func begin(
        _ state: inout IncomingState, _ identifier: EvidenceIdentifier, _ owner: PartnerReference,
        _ claim: EvidenceClaim, at now: Instant
    ) throws(EvidenceFault) -> UInt64 {
        if let known = state.uploads[identifier] {
            guard known.isSame(owner, claim) else { throw .otherContent }
            return known.present
        }
        for idle in state.whatMustGo(for: owner, claim.size, options, at: now) {
            try storing { () throws(StoreError) in try self.drop(&state, idle) }
        }
        if let quota = state.exceeded(by: owner, claim.size, options) { throw .quota(quota) }
        try storing { () throws(StoreError) in
            let space = try EvidenceFiles.space(at: path)
            let reserve = limits.reserve(ofTotalBytes: space.totalBytes)
            let wanted = claim.size + state.bytesToCome
            guard space.freeBytes >= reserve + wanted else {
                throw .noSpace(freeBytes: space.freeBytes, reserveBytes: reserve + wanted)
            }
            try state.announce(identifier, owner, claim, at: now)
        }
        return 0
    }

    /// Opens a stream that brings an announced file from `offset` on. An earlier stream of the same
    /// upload, of a connection that may be dead, ends.
    package func open(
        _ identifier: EvidenceIdentifier, owner: PartnerReference, offset: UInt64, at now: Instant
    ) async throws(EvidenceFault) -> Stream {
        try await changing { state throws(EvidenceFault) in
            guard let upload = state.uploads[identifier], upload.owner == owner,
                let media = upload.claim.media
            else { throw .noSuchUpload }
            guard offset <= upload.present else { throw .beyond(present: upload.present) }
            state.endStalled(self.options, at: now)
            guard upload.stream != nil || state.mayStream(owner, self.options) else {
                throw .quota(.uploads)
            }
            state.generation += 1
            let stream = try storing { () throws(StoreError) in
                try IncomingStream(
                    generation: state.generation, path: state.partPath(identifier),
                    offset: offset, media: media, hasher: self.hasher(), options: self.options)
            }
            state.uploads[identifier]?.stream = stream
            state.uploads[identifier]?.present = offset
            state.uploads[identifier]?.usedAtMilliseconds = now.millisecondsSince1970
            return Stream(
                identifier: identifier, owner: owner, claim: upload.claim,
                generation: stream.generation)
        }
    }

    /// Writes the next bytes of a stream; returns when the system has them.
    package func write(
        _ bytes: [UInt8], _ stream: Stream, at now: Instant
    ) async throws(EvidenceFault) {
        try await changing(bytes: bytes.count) { state throws(EvidenceFault) in
            let incoming = try state.live(stream)
            guard incoming.present + UInt64(bytes.count) <= stream.claim.size else {
                throw .tooLong
            }
            do throws(StoreError) {
                try incoming.write(bytes)
            } catch {
                // After a failed sync nobody knows what is on disk (the kernel forgets the error
                // once it is told): only a full disk leaves what was there before.
                if error.code == .storageFull {
                    state.uploads[stream.identifier]?.stream = nil
                    throw .store(error)
                }
                throw self.notKept(&state, stream.identifier, error)
            }
            state.uploads[stream.identifier]?.present = incoming.present
            state.uploads[stream.identifier]?.usedAtMilliseconds = now.millisecondsSince1970
        }
    }

    /// Checks a file that is whole, and puts it in its place, durable. Its record may now be
    /// committed; then, or if that is refused, `conclude` must be called.
    package func finish(_ stream: Stream) async throws(EvidenceFault) {
        try await changing { state throws(EvidenceFault) in
            let incoming = try state.live(stream)
            guard incoming.present == stream.claim.size else {
                state.uploads[stream.identifier]?.stream = nil
                throw .incomplete(present: incoming.present)
            }
            let fault: EvidenceFault?
            do throws(StoreError) {
                fault = try self.verdict(on: incoming, stream.claim)
                if fault == nil {
                    try self.place(&state, stream)
                } else {
                    try self.drop(&state, stream.identifier)
                }
            } catch {
                throw self.notKept(&state, stream.identifier, error)
            }
            if let fault { throw fault }
        }
    }

    /// What is wrong with a file that is whole, once it is durable.
    private func verdict(
        on incoming: IncomingStream, _ claim: EvidenceClaim
    ) throws(StoreError) -> EvidenceFault? {
        try incoming.sync()
        guard try incoming.digest() == claim.sha256 else { return .hashMismatch }
        return incoming.isOfItsKind ? nil : .mediaMismatch
    }

    /// Renames a file to the name of its content. One that is there is replaced by the same bytes:
    /// an upload takes the same time whether somebody had brought them before or not.
    private func place(
        _ state: inout IncomingState, _ stream: Stream
    ) throws(StoreError) {
        let content = stream.claim.sha256
        let directory = directory(of: content)
        if try EvidenceFiles.makeDirectory(directory) { try EvidenceFiles.syncDirectory(path) }
        needs.withLock { $0.awaited[stream.identifier] = content }
        try EvidenceFiles.rename(
            state.partPath(stream.identifier), to: contentPath(content))
        try EvidenceFiles.syncDirectory(directory)
        try EvidenceFiles.syncDirectory(incoming.path)
        state.uploads[stream.identifier]?.stream = nil
        state.uploads[stream.identifier]?.present = 0
    }

    /// Forgets an upload whose record was committed, or refused: then its file is garbage.
    package func conclude(_ stream: Stream) async throws(EvidenceFault) {
        try await changing { state throws(EvidenceFault) in
            try storing { () throws(StoreError) in try self.drop(&state, stream.identifier) }
        }
    }

    /// Ends a stream; what it brought stays, for the next to go on with.
    package func release(_ stream: Stream) async throws(EvidenceFault) {
        try await changing { state throws(EvidenceFault) in
            guard let upload = state.uploads[stream.identifier],
                upload.stream?.generation == stream.generation
            else { return }
            state.uploads[stream.identifier]?.stream = nil
        }
    }

    private func drop(
        _ state: inout IncomingState, _ identifier: EvidenceIdentifier
    ) throws(StoreError) {
        needs.withLock { $0.awaited[identifier] = nil }
        try state.drop(identifier)
    }

    private func notKept(
        _ state: inout IncomingState, _ identifier: EvidenceIdentifier, _ error: StoreError
    ) -> EvidenceFault {
        // What cannot even be removed is found, and dropped, by the next announcement or sweep.
        try? drop(&state, identifier)
        return .notKept(error)
    }

    private func hasher() throws(StoreError) -> any ContentHasher {
        do {
            return try makeHasher()
        } catch {
            throw .internalError("A file could not be hashed: \(error)")
        }
    }

    // MARK: Contents

    /// At most `count` bytes of a content, from a place on; nil if there is no such content.
    package func read(
        _ content: [UInt8], at offset: UInt64, count: Int
    ) async throws(StoreError) -> [UInt8]? {
        let path = contentPath(content)
        do throws(EvidenceFault) {
            return try await reader.perform(bytes: count) { () throws(EvidenceFault) in
                try storing { () throws(StoreError) in
                    try EvidenceFile.reading(path)?.read(at: offset, count: count)
                }
            }
        } catch {
            guard case .store(let error) = error else {
                throw .internalError("A file was refused to a reader: \(error)")
            }
            throw error
        }
    }

    /// What has become of a content since it was put there.
    package enum ContentState: Sendable, Equatable {
        case intact
        case missing
        case damaged
    }

    /// Reads a whole content and compares its hash with its name.
    ///
    /// - Parameter pausing: called after each part with the time that it took, to leave time to
    ///   others.
    package func verify(
        _ content: EvidenceContent, pausing: @Sendable (Duration) async -> Void = { _ in }
    ) async throws(StoreError) -> ContentState {
        let hasher = try hasher()
        var offset: UInt64 = 0
        while true {
            let begun = ContinuousClock.now
            let part = try await read(content.sha256, at: offset, count: Self.verifiedBytes)
            guard let part else { return .missing }
            do {
                try hasher.update(part)
                offset += UInt64(part.count)
                guard part.count < Self.verifiedBytes else {
                    await pausing(.now - begun)
                    continue
                }
                let isIntact = try hasher.finish() == content.sha256 && offset == content.size
                verified.note(content.sha256, isIntact: isIntact)
                return isIntact ? .intact : .damaged
            } catch {
                throw .internalError("A file could not be hashed: \(error)")
            }
        }
    }

    /// The same, unless the content has been found intact since this process began.
    package func verifyOnce(_ content: EvidenceContent) async throws(StoreError) -> ContentState {
        if verified.contains(content.sha256) { return .intact }
        return try await verify(content)
    }

    /// Where the directory lies.
    package var location: String { path }

    /// Where a content lies, for a program that looks at it.
    package func path(of content: [UInt8]) -> String { contentPath(content) }

    /// Where a content lies within any directory of evidence: `ab/abcd…`.
    package static func place(of content: [UInt8]) -> String {
        "\(folder(of: content))/\(ContentName.hexadecimal(content))"
    }

    private static func folder(of content: [UInt8]) -> String {
        ContentName.hexadecimal(Array(content.prefix(1)))
    }

    private func directory(of content: [UInt8]) -> String {
        "\(path)/\(Self.folder(of: content))"
    }

    private func contentPath(_ content: [UInt8]) -> String {
        "\(path)/\(Self.place(of: content))"
    }

    // MARK: Garbage

    /// Keeps every content from being removed by this server until `letGo`, so that a backup finds
    /// whatever its copy of the database names.
    package func hold() async throws(EvidenceFault) {
        try await changing { _ throws(EvidenceFault) in self.needs.withLock { $0.holds += 1 } }
    }

    package func letGo() async throws(EvidenceFault) {
        try await changing { _ throws(EvidenceFault) in self.needs.withLock { $0.holds -= 1 } }
    }

    /// The contents whose SHA-256 begins with a byte.
    package func contents(_ first: UInt8) async throws(EvidenceFault) -> [[UInt8]] {
        let directory = directory(of: [first])
        return try await reader.perform { () throws(EvidenceFault) in
            guard FileManager.default.fileExists(atPath: directory) else { return [] }
            let names = try storing { () throws(StoreError) in
                try EvidenceFiles.names(in: directory)
            }
            return names.compactMap { ContentName.bytes($0, count: 32) }
        }
    }

    /// Gives up uploads to which nothing has come for a day, also those of servers that are gone.
    package func removeStale(at now: Instant) async throws(EvidenceFault) -> EvidenceSweep {
        try await changing { state throws(EvidenceFault) in
            var sweep = EvidenceSweep()
            for identifier in state.stale(self.options, at: now) {
                sweep.add(state.uploads[identifier]?.present ?? 0)
                try storing { () throws(StoreError) in try self.drop(&state, identifier) }
            }
            let latest = now.millisecondsSince1970 - self.options.keptMilliseconds
            sweep += try storing { () throws(StoreError) in
                try self.incoming.removeForsaken(before: latest)
            }
            return sweep
        }
    }

    /// Changes what is known of uploads, on the writer's thread.
    private func changing<Value: Sendable>(
        bytes: Int = 0,
        _ body: @escaping @Sendable (inout IncomingState) throws(EvidenceFault) -> Value
    ) async throws(EvidenceFault) -> Value {
        try await writer.perform(bytes: bytes) { () throws(EvidenceFault) in
            try self.state.withLock { state throws(EvidenceFault) in try body(&state) }
        }
    }
}

extension EvidenceDirectory: EvidenceContents {
    /// Opened, not only looked up: of a name, a file system of many machines may know what was.
    package func has(_ content: EvidenceContent) -> Bool {
        let file = try? EvidenceFile.reading(contentPath(content.sha256))
        return file?.size == content.size
    }

    package func remove(_ sha256: [UInt8]) throws(StoreError) -> UInt64? {
        let path = contentPath(sha256)
        return try needs.withLock { needs throws(StoreError) in
            guard needs.holds == 0, !needs.awaited.values.contains(sha256),
                let size = EvidenceFiles.facts(of: path)?.size
            else { return nil }
            try EvidenceFiles.remove(path)
            return size
        }
    }
}

/// A failure of the storage as one of an upload.
private func storing<Value>(
    _ body: () throws(StoreError) -> Value
) throws(EvidenceFault) -> Value {
    do throws(StoreError) {
        return try body()
    } catch {
        throw .store(error)
    }
}

// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// A file that is announced and not yet whole.
struct IncomingUpload {
    let owner: PartnerReference
    let claim: EvidenceClaim
    /// Bytes that have come.
    var present: UInt64
    /// When the last of them came, in milliseconds since 1970.
    var usedAtMilliseconds: Int64
    /// The stream that brings more, if one does.
    var stream: IncomingStream?

    /// Whether the announcement is the same.
    func isSame(_ owner: PartnerReference, _ claim: EvidenceClaim) -> Bool {
        self.owner == owner && self.claim == claim
    }
}

/// A stream that brings a file: the open file, and what is known of the bytes so far.
final class IncomingStream {
    /// How much is read at a time when a stream goes on with what is there.
    private static let pieceBytes = 1 << 18

    /// Tells this stream from earlier ones of the same upload.
    let generation: UInt64
    private let file: EvidenceFile
    private let hasher: any ContentHasher
    private var check: ContentCheck
    private let options: EvidenceOptions
    private(set) var present: UInt64
    private var unsynced = 0

    /// Goes on after the first `offset` bytes of a file: they are read again, for only the hash of
    /// all says that they are right.
    init(
        generation: UInt64, path: String, offset: UInt64, media: EvidenceMedia,
        hasher: any ContentHasher, options: EvidenceOptions
    ) throws(StoreError) {
        self.generation = generation
        self.hasher = hasher
        self.options = options
        file = try EvidenceFile.writing(path)
        check = ContentCheck(media)
        present = 0
        try file.truncate(to: offset)
        while present < offset {
            let count = Int(min(offset - present, UInt64(Self.pieceBytes)))
            let bytes = try file.read(at: present, count: count)
            guard bytes.count == count else {
                throw .internalError("An upload is shorter than it was")
            }
            try take(bytes)
        }
    }

    /// Writes the next bytes, and syncs now and then.
    func write(_ bytes: [UInt8]) throws(StoreError) {
        try file.write(bytes, at: present)
        try take(bytes)
        unsynced += bytes.count
        if unsynced >= options.syncBytes { try sync() }
    }

    /// Makes all bytes durable.
    func sync() throws(StoreError) {
        try file.sync(options.synchronise)
        unsynced = 0
    }

    /// Whether the content is of the kind claimed.
    var isOfItsKind: Bool { check.isRight }

    /// The SHA-256 of all bytes. Once, in the end.
    func digest() throws(StoreError) -> [UInt8] {
        do {
            return try hasher.finish()
        } catch {
            throw .internalError("A file could not be hashed: \(error)")
        }
    }

    private func take(_ bytes: [UInt8]) throws(StoreError) {
        do {
            try hasher.update(bytes)
        } catch {
            throw .internalError("A file could not be hashed: \(error)")
        }
        check.take(bytes)
        present += UInt64(bytes.count)
    }
}

// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto

/// What a file holds: bytes in memory, or a file on disk that is read as it is sent.
public struct EvidenceContent: Sendable {
    /// Read at a time, and sent as one chunk.
    static let chunkBytes = 128 * 1_024

    /// Bytes in all.
    public let size: UInt64
    /// At most so many bytes from a place on.
    let read: @Sendable (UInt64, Int) throws(RecoursError) -> [UInt8]

    /// Bytes that are in memory.
    public static func bytes(_ bytes: [UInt8]) -> EvidenceContent {
        EvidenceContent(size: UInt64(bytes.count)) { offset, count in
            Array(bytes.dropFirst(Int(clamping: offset)).prefix(count))
        }
    }

    /// A file on disk, which must stay as it is until it has been sent.
    ///
    /// - Throws: `RecoursError` with `invalidArgument` if it cannot be opened.
    public static func file(_ path: String) throws(RecoursError) -> EvidenceContent {
        let file = try LocalFile(reading: path)
        return EvidenceContent(size: try file.size()) { offset, count throws(RecoursError) in
            try file.read(at: offset, count: count)
        }
    }

    private init(
        size: UInt64, read: @escaping @Sendable (UInt64, Int) throws(RecoursError) -> [UInt8]
    ) {
        self.size = size
        self.read = read
    }

    /// The SHA-256 of all of it.
    func digest() throws(RecoursError) -> [UInt8] {
        do throws(CryptoError) {
            var hasher = try SHA256Hasher()
            var offset: UInt64 = 0
            while offset < size {
                let bytes = try chunk(at: offset).get()
                try hasher.update(bytes)
                offset += UInt64(bytes.count)
            }
            return try hasher.finish().bytes
        } catch {
            throw RecoursError(code: .internal, message: error.message, remedy: error.remedy)
        }
    }

    /// A failure to read as one of hashing, so that both are one kind.
    private func chunk(at offset: UInt64) -> Result<[UInt8], CryptoError> {
        do throws(RecoursError) {
            return .success(try next(at: offset))
        } catch {
            return .failure(CryptoError(code: .invalidArgument, message: error.message))
        }
    }

    /// The chunk at a place; never empty before the end.
    func next(at offset: UInt64) throws(RecoursError) -> [UInt8] {
        let bytes = try read(offset, Self.chunkBytes)
        guard !bytes.isEmpty || offset >= size else {
            throw RecoursError(
                code: .invalidArgument, message: "the file became shorter while it was read",
                remedy: "Leave it as it is until it has been sent.")
        }
        return bytes
    }
}

/// What is said of a file that is uploaded.
public struct EvidenceDescription: Sendable, Hashable {
    /// 1 to 200 characters, without path separators.
    public var name: String
    /// What the file is. The server holds its content against it.
    public var media: EvidenceMedia
    /// Who of the case's parties may see it.
    public var visibility: EvidenceVisibility
    /// When it was captured, in milliseconds since 1970; 0 if that is not known.
    public var capturedAtMs: Int64
    /// Where it was captured: an absolute http or https address; may be empty.
    public var sourceURL: String

    /// A description; what is left out is not known.
    public init(
        name: String, media: EvidenceMedia, visibility: EvidenceVisibility = .parties,
        capturedAtMs: Int64 = 0, sourceURL: String = ""
    ) {
        self.name = name
        self.media = media
        self.visibility = visibility
        self.capturedAtMs = capturedAtMs
        self.sourceURL = sourceURL
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// Why a file is not taken.
package enum EvidenceFault: Error, Sendable {
    /// No upload of this partner has this identifier.
    case noSuchUpload
    /// The identifier was announced with other content.
    case otherContent
    /// A later stream goes on with the upload.
    case takenOver
    /// The stream would begin where nothing has come yet.
    case beyond(present: UInt64)
    /// The stream ended before the file did.
    case incomplete(present: UInt64)
    /// More came than was announced.
    case tooLong
    /// The content is not what was announced: the upload is gone.
    case hashMismatch
    case mediaMismatch
    /// A scanner found malware in it: it is served to nobody.
    case infected
    /// Its content is kept no longer.
    case erased
    /// It was removed as nobody's before it was anybody's: the upload may be begun again.
    case swept
    case quota(Quota)
    /// The file could not be kept: the upload is gone, and may be begun again.
    case notKept(StoreError)
    case store(StoreError)

    /// What a partner has too much of; the raw value is told to it.
    package enum Quota: String, Sendable, Hashable {
        /// Streams at once.
        case uploads
        /// Files announced and not yet whole.
        case announcedFiles = "announced_files"
        case announcedBytes = "announced_bytes"
        /// Bytes that are attached to no case.
        case unattachedBytes = "unattached_bytes"
    }
}
